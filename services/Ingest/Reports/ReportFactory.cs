using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Ingest.Reports;

/// <summary>Gives a report its id and its place. Pure.</summary>
internal static class ReportFactory
{
    /// <summary>Completes a normalised report; story and revision are settled when it is stored.</summary>
    /// <param name="report">The report; changed.</param>
    /// <param name="documentId">The raw document.</param>
    /// <param name="itemPath">Where in the document it stands.</param>
    /// <param name="format">Format of the document.</param>
    /// <param name="received">Instant of receipt, UTC; not part of the id.</param>
    internal static Report Complete(Report report, string documentId, string itemPath, string format, DateTimeOffset received)
    {
        report.Id = IdOf(report);
        report.DocumentId = documentId;
        report.ItemPath = itemPath;
        report.Format = format;
        report.ReceivedTime = Timestamp.FromDateTimeOffset(received);
        return report;
    }

    // Two rows of a table may have the same words; then their ids and fields tell them apart. Reports without either keep the id over the first five alone.
    private static string IdOf(Report report) => (report.ExternalId, report.Observation) switch
    {
        ("", null) => ContentHash.Of(report.Text, report.Published, report.Source, report.Url, report.Title),
        (_, null) => ContentHash.Of(report.Text, report.Published, report.Source, report.Url, report.Title, report.ExternalId),
        _ => ContentHash.Of(report.Text, report.Published, report.Source, report.Url, report.Title, report.ExternalId, FieldsOf(report.Observation)),
    };

    /// <summary>"sha256:…" over all fields of an observation.</summary>
    // JSON keeps the order of the fields; a map's entries have none.
    internal static string FieldsOf(Observation observation)
    {
        var rest = observation.Clone();
        rest.Fields.Clear();
        var fields = observation.Fields.OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => new[] { f.Key, f.Value });
        return ContentHash.Of([JsonFormatter.Default.Format(rest), .. fields]);
    }
}
