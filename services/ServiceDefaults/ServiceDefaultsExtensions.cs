using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Truceline.ServiceDefaults.Caching;
using Truceline.ServiceDefaults.Calls;
using Truceline.ServiceDefaults.DeadLetters;
using Truceline.ServiceDefaults.Deadlines;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Health;
using Truceline.ServiceDefaults.Hosting;
using Truceline.ServiceDefaults.Telemetry;
using Truceline.ServiceDefaults.Transcoding;

namespace Truceline.ServiceDefaults;

/// <summary>What every service has in common. A service's <c>Program</c> reads defaults, Add, Map.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>
    /// Registers ports, telemetry, health, gRPC with its error table, deadlines, transcoding, caching, calls to other services and the receiving end of events.
    /// </summary>
    /// <param name="builder">The application that is being built.</param>
    /// <param name="appId">Name of the service: its Dapr app id, its <c>service.name</c> in telemetry, the source of its events.</param>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder, string appId)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new ServiceIdentity(appId));
        builder.AddServiceLogging();
        builder.AddServicePorts();
        builder.AddServiceTelemetry(appId);
        builder.AddServiceHealth();
        builder.AddGrpcHealth();
        builder.AddServiceCaching(appId);
        builder.AddServiceCalls();
        builder.AddServiceEvents();

        builder.Services.AddGrpc(options =>
        {
            options.EnableDetailedErrors = false;
            options.MaxReceiveMessageSize = 4 * 1024 * 1024;
            options.Interceptors.Add<ErrorInterceptor>();
            options.Interceptors.Add<ValidationInterceptor>();
        }).AddJsonTranscoding(options => options.TypeRegistry = ErrorDetails.Registry);
        builder.Services.AddGrpcReflection();
        return builder;
    }

    /// <summary>Maps probes, metrics, reflection, gRPC-Web, the callbacks of the Dapr sidecar and, with storage, the dead letters. Call it before the service's own endpoints.</summary>
    public static WebApplication MapServiceDefaults(this WebApplication app)
    {
        app.UseRouting();
        app.UseMiddleware<UnaryTimeoutMiddleware>();
        app.UseMiddleware<RequestShapeMiddleware>();
        app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        app.MapServiceHealth();
        app.MapGrpcHealthChecksService();
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapGrpcReflectionService();
        app.MapGrpcService<AppCallbackService>();
        app.MapGrpcService<AppCallbackHealthCheckService>();
        app.MapDeadLetters();
        return app;
    }
}

/// <summary>Who this service is.</summary>
/// <param name="AppId">Dapr app id, <c>service.name</c>, source of its events.</param>
public sealed record ServiceIdentity(string AppId);
