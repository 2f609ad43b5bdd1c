using System.Diagnostics.Metrics;
using Truceline.ServiceDefaults.Telemetry;

namespace Truceline.Ingest.Telemetry;

/// <summary>Names and instruments of retention.</summary>
internal static class RetentionTelemetry
{
    /// <summary>Attribute: <c>reports</c>, <c>documents</c>, <c>positions</c> or <c>rejections</c>.</summary>
    internal const string Kind = "truceline.retention.kind";

    private static readonly Meter Meter = new(TelemetryNames.Source);

    /// <summary>What was past its retention and removed, by kind.</summary>
    internal static readonly Counter<long> Removed = Meter.CreateCounter<long>("truceline.retention.removed", "{item}");
}
