using Microsoft.Extensions.DependencyInjection.Extensions;
using Truceline.Gateway.Health;
using Truceline.Gateway.Hosting;
using Truceline.Gateway.Problems;
using Truceline.Gateway.Routing;
using Truceline.ServiceDefaults.Calls;
using Truceline.ServiceDefaults.Health;
using Truceline.ServiceDefaults.Telemetry;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace Truceline.Gateway;

internal static class GatewayServiceExtensions
{
    private const string AppId = "gateway";

    public static WebApplicationBuilder AddGateway(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<GatewayOptions>()
            .Bind(builder.Configuration.GetSection(GatewayOptions.Section))
            .ValidateDataAnnotations()
            .Validate(o => o.PublicPort != o.HealthPort && o.LocalPort != o.PublicPort && o.LocalPort != o.HealthPort,
                "Gateway:PublicPort, Gateway:LocalPort and Gateway:HealthPort must differ.")
            .Validate(o => File.Exists(o.CertificatePath), "Gateway:CertificatePath names no file.")
            .Validate(o => File.Exists(o.CertificateKeyPath), "Gateway:CertificateKeyPath names no file.")
            .ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.ConfigureOptions<GatewayPorts>();
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(20));
        builder.AddServiceLogging();
        builder.AddServiceTelemetry(AppId);
        builder.AddServiceHealth();
        builder.Services.AddHealthChecks().AddCheck<ServicesCheck>("services", tags: [HealthExtensions.ReadyTag]);
        builder.Services.AddSingleton<ServicesCheck>();
        builder.Services.AddSingleton<IProxyConfigProvider, PublicRoutes>();
        builder.Services.AddRequestTimeouts();
        builder.AddServiceCalls();
        builder.Services.AddSingleton<IDestinationResolver, ReplicaResolver>();
        builder.Services.AddSingleton<IForwarderHttpClientFactory, ServiceHttpClients>();
        builder.Services.AddSingleton<IPassiveHealthCheckPolicy, DeadReplicaPolicy>();
        builder.Services.AddReverseProxy().AddTransforms<ProblemTransform>();
        return builder;
    }

    public static WebApplication MapGateway(this WebApplication app)
    {
        app.UseMiddleware<TraceResponseMiddleware>();
        app.UseMiddleware<ProblemMiddleware>();
        app.UseMiddleware<PortSeparationMiddleware>();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.MapServiceHealth();
        app.MapPrometheusScrapingEndpoint("/metrics");
        app.MapReverseProxy(pipeline =>
        {
            pipeline.Use((HttpContext context, RequestDelegate next) => StreamedBody.InvokeAsync(context, next));
            pipeline.Use((HttpContext context, RequestDelegate next) => CallTimeout.InvokeAsync(context, next));
            pipeline.Use((HttpContext context, RequestDelegate next) => AnotherReplica.InvokeAsync(context, next));
            pipeline.UseLoadBalancing();
            pipeline.UsePassiveHealthChecks();
        });
        return app;
    }
}
