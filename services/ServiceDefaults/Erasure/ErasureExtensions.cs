using Microsoft.Extensions.DependencyInjection;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.ServiceDefaults.Erasure;

/// <summary>Registers what a service needs that holds words of reports.</summary>
public static class ErasureExtensions
{
    /// <summary>Subscribes to <see cref="Topics.ReportErased"/>.</summary>
    /// <typeparam name="THandler">Erases the rows of the service.</typeparam>
    public static IServiceCollection AddReportErasure<THandler>(this IServiceCollection services)
        where THandler : class, IEventHandler<ReportErased>
    {
        services.AddEventErasure();
        services.AddScoped<ReportErasure>();
        return services.AddEventHandler<ReportErased, THandler>(Topics.ReportErased);
    }

    /// <summary>Registers what erases in the events that a service keeps.</summary>
    public static IServiceCollection AddEventErasure(this IServiceCollection services) =>
        services.AddScoped(scope => new EventErasure(scope.GetRequiredService<ServiceDbContext>(), scope.GetServices<EventSubscription>()));
}
