using System.Diagnostics.Metrics;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Telemetry;

namespace Truceline.Ingest.Telemetry;

/// <summary>Names and instruments of polling.</summary>
internal static class SourceTelemetry
{
    /// <summary>Attribute: id of a source.</summary>
    internal const string SourceId = "truceline.source.id";

    private static readonly Meter Meter = new(TelemetryNames.Source);

    /// <summary>Fetches, by outcome: <c>taken_in</c>, <c>not_modified</c>, <c>unchanged</c>, <c>failed</c>, <c>gone</c>.</summary>
    internal static readonly Counter<long> Fetches = Meter.CreateCounter<long>("truceline.sources.fetches", "{fetch}");

    /// <summary>Bytes of bodies as they came.</summary>
    internal static readonly Counter<long> Bytes = Meter.CreateCounter<long>("truceline.sources.downloaded", "By");

    /// <summary>Time from the first request until what came is stored, in seconds, by outcome.</summary>
    internal static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("truceline.sources.duration", "s");

    /// <summary>An outcome as attribute.</summary>
    internal static string NameOf(FetchOutcome outcome) => outcome switch
    {
        FetchOutcome.TakenIn => "taken_in",
        FetchOutcome.NotModified => "not_modified",
        FetchOutcome.Unchanged => "unchanged",
        FetchOutcome.Gone => "gone",
        _ => "failed",
    };
}
