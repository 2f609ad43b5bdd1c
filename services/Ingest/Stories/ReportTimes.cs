using System.Globalization;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Stories;

/// <summary>When a report came out.</summary>
internal static class ReportTimes
{
    /// <summary>Instant of publication, the beginning of its day (UTC) when only that is known, that of receipt when it does not say.</summary>
    internal static DateTimeOffset Of(Report report) =>
        report.Published.Length > 0 && DateTimeOffset.TryParse(
            report.Published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var published)
            ? published
            : report.ReceivedTime.ToDateTimeOffset();
}
