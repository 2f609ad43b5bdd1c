using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Truceline.ServiceDefaults.Telemetry;

/// <summary>The house's activity source and instruments.</summary>
public static class ServiceTelemetry
{
    private static readonly Meter Meter = new(TelemetryNames.Source);

    /// <summary>Source of the house's own spans.</summary>
    public static ActivitySource Source { get; } = new(TelemetryNames.Source);

    internal static readonly Counter<long> Published = Meter.CreateCounter<long>(TelemetryNames.EventsPublished, "{event}");
    internal static readonly Counter<long> PublishFailed = Meter.CreateCounter<long>(TelemetryNames.EventsPublishFailed, "{attempt}");
    internal static readonly Counter<long> Processed = Meter.CreateCounter<long>(TelemetryNames.EventsProcessed, "{event}");
    internal static readonly Counter<long> DeadLettered = Meter.CreateCounter<long>(TelemetryNames.EventsDeadLettered, "{event}");
    internal static readonly Counter<long> Replayed = Meter.CreateCounter<long>(TelemetryNames.DeadLettersReplayed, "{event}");
    internal static readonly Counter<long> Discarded = Meter.CreateCounter<long>(TelemetryNames.DeadLettersDiscarded, "{event}");
}
