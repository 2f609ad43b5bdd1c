using System.Diagnostics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Truceline.DevSidecar.Telemetry;

/// <summary>Names of the spans and their attributes, and the export.</summary>
internal static class SidecarTelemetry
{
    /// <summary>The <c>service.name</c> of all spans; the attribute <see cref="AppIdAttribute"/> tells whose delivery it was.</summary>
    public const string ServiceName = "devsidecar";

    public const string SourceName = "Truceline.DevSidecar";

    /// <summary>The app that the event goes to.</summary>
    public const string AppIdAttribute = "dapr.app_id";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>
    /// One attempt of delivery: a client span <c>pubsub/topic</c> under the publisher's span and above the app's server span, with the
    /// attributes that the Dapr runtime gives it.
    /// </summary>
    /// <returns>Null when nobody records spans.</returns>
    public static Activity? StartDelivery(string topic, string appId, string eventId, EventTrace trace)
    {
        Activity.Current = null;
        var span = Source.StartActivity("pubsub/" + topic, ActivityKind.Client, trace.Parent);
        span?.SetTag("messaging.system", "pubsub");
        span?.SetTag("messaging.destination", topic);
        span?.SetTag("messaging.destination_kind", "topic");
        span?.SetTag("messaging.message.id", eventId);
        span?.SetTag(AppIdAttribute, appId);
        return span;
    }

    /// <summary>Records spans; exports them over OTLP when the standard environment variables say where to.</summary>
    public static void AddSidecarTelemetry(this IHostApplicationBuilder builder)
    {
        var general = builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"];
        var forTraces = builder.Configuration["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(ServiceName))
            .WithTracing(tracing =>
            {
                tracing.AddSource(SourceName);
                // The exporter reads the general variable itself, the one for traces not; that one is taken as it is, path included.
                if (!string.IsNullOrEmpty(forTraces))
                    tracing.AddOtlpExporter(exporter => exporter.Endpoint = new Uri(forTraces));
                else if (!string.IsNullOrEmpty(general))
                    tracing.AddOtlpExporter();
            });
    }
}
