using System.Globalization;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Places.Resolution;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Telemetry;
using ReadingProto = Truceline.Entity.V1.Reading;

namespace Truceline.Entity.Readings;

/// <summary>Reads the text of a report with what is known of it. Thread-safe.</summary>
internal sealed class ReportReader(StoryReader reader)
{
    /// <summary>Version of the rules and of all that they rest on.</summary>
    internal string Version => reader.Version;

    /// <summary>Reads a report.</summary>
    /// <param name="report">The report with its text.</param>
    /// <param name="areas">Areas that weigh the choice among places of one name.</param>
    /// <param name="now">The present, UTC.</param>
    internal ReadingProto Read(Report report, AreasOfInterest areas, DateTimeOffset now)
    {
        using var activity = ServiceTelemetry.Source.StartActivity("read report");
        activity?.SetTag(TelemetryNames.ReportId, report.Id);
        var received = report.ReceivedTime?.ToDateTimeOffset() ?? now;
        var outlet = report.Source.Length > 0 ? report.Source : null;
        var language = report.Language is "" or "und" ? null : report.Language;
        var story = reader.Read(report.Text, new ReadingContext(PublishedDay(report.Published), received, outlet, language) { Areas = areas });
        return ReadingMapper.Map(story, report, reader.Version, now);
    }

    /// <summary>The day of publication where the source stands, by the offset that it wrote: "yesterday" is counted from there.</summary>
    internal static DateOnly? PublishedDay(string published) =>
        DateTimeOffset.TryParse(published, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? DateOnly.FromDateTime(instant.DateTime)
            : null;
}
