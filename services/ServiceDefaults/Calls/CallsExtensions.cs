using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Truceline.ServiceDefaults.Calls;

/// <summary>Calls from service to service.</summary>
public static class CallsExtensions
{
    /// <summary>Registers what all clients share: channels, the lookup of replicas, the default deadline.</summary>
    public static void AddServiceCalls(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<ServiceCallOptions>()
            .Bind(builder.Configuration.GetSection(ServiceCallOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.TryAddSingleton(provider => ActivatorUtilities.CreateInstance<ReplicaLookup>(provider));
        builder.Services.TryAddSingleton<ServiceChannels>();
        builder.Services.TryAddSingleton<DeadlineInterceptor>();
    }

    /// <summary>
    /// Registers the gRPC client <typeparamref name="TClient"/> of the service <paramref name="name"/>, whose addresses are the setting
    /// <c>Services:{name}</c>: one or more, separated by commas; a host name stands for every address that DNS gives for it. Without them the
    /// process does not start. Calls are spread and repeated as <see cref="ServiceChannels"/> says, and each has a deadline.
    /// </summary>
    /// <typeparam name="TClient">A client that Grpc.Tools generated.</typeparam>
    /// <param name="builder">The application that is being built.</param>
    /// <param name="name">Name of the service in the settings, e.g. <c>GeoZone</c>.</param>
    public static void AddServiceClient<TClient>(this WebApplicationBuilder builder, string name)
        where TClient : ClientBase<TClient>
    {
        var setting = $"Services:{name}";
        builder.Services.AddOptions<ServiceClientOptions>(name)
            .Configure<IConfiguration>((options, configuration) => options.Addresses = configuration[setting] ?? "")
            .ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<ServiceClientOptions>>(new ServiceClientOptions.Validator(name, setting));
        builder.Services.AddSingleton(provider =>
        {
            var addresses = ServiceAddresses.Parse(
                setting, provider.GetRequiredService<IOptionsMonitor<ServiceClientOptions>>().Get(name).Addresses);
            var invoker = provider.GetRequiredService<ServiceChannels>().To(addresses)
                .Intercept(provider.GetRequiredService<DeadlineInterceptor>());
            return (TClient)Activator.CreateInstance(typeof(TClient), invoker)!;
        });
    }
}
