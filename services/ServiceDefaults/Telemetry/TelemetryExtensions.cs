using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Truceline.ServiceDefaults.Telemetry;

/// <summary>
/// Traces, metrics and logs. Each is exported over OTLP when its standard variable (OTEL_EXPORTER_OTLP_ENDPOINT, or the one of the
/// signal, e.g. OTEL_EXPORTER_OTLP_TRACES_ENDPOINT) is set; metrics can be scraped at /metrics in any case.
/// </summary>
public static class TelemetryExtensions
{
    /// <summary>Registers telemetry under the service name <paramref name="serviceName"/>.</summary>
    public static void AddServiceTelemetry(this WebApplicationBuilder builder, string serviceName)
    {
        var configuration = builder.Configuration;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(serviceName, serviceNamespace: "truceline"))
            .WithTracing(tracing =>
            {
                tracing.AddSource(TelemetryNames.Source)
                    .AddAspNetCoreInstrumentation(options => options.Filter = IsWorthASpan)
                    .AddGrpcClientInstrumentation(options => options.SuppressDownstreamInstrumentation = true)
                    .AddHttpClientInstrumentation();
                if (Exports(configuration, "TRACES"))
                {
                    tracing.AddOtlpExporter(exporter => SetEndpoint(exporter, configuration, "TRACES"));
                }
            })
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(TelemetryNames.Source)
                    .AddAspNetCoreInstrumentation()
                    .AddHttpClientInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddPrometheusExporter();
                if (Exports(configuration, "METRICS"))
                {
                    metrics.AddOtlpExporter(exporter => SetEndpoint(exporter, configuration, "METRICS"));
                }
            });
        if (Exports(configuration, "LOGS"))
        {
            builder.Logging.AddOpenTelemetry(logs =>
            {
                logs.IncludeScopes = true;
                logs.AddOtlpExporter(exporter => SetEndpoint(exporter, configuration, "LOGS"));
            });
        }
    }

    private static bool Exports(IConfiguration configuration, string signal) =>
        !string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])
        || !string.IsNullOrEmpty(configuration[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"]);

    // The exporter reads the general variable itself, that of one signal not; it is taken as it is, path included.
    private static void SetEndpoint(OtlpExporterOptions exporter, IConfiguration configuration, string signal)
    {
        if (configuration[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"] is { Length: > 0 } endpoint)
        {
            exporter.Endpoint = new Uri(endpoint);
        }
    }

    // Probes and scrapes come every few seconds and tell nothing in a trace.
    private static bool IsWorthASpan(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/health")
        && !context.Request.Path.StartsWithSegments("/metrics")
        && !context.Request.Path.StartsWithSegments("/grpc.health.v1.Health")
        && !context.Request.Path.StartsWithSegments("/dapr.proto.runtime.v1.AppCallbackHealthCheck");
}
