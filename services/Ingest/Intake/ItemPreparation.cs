using System.Text.RegularExpressions;
using Google.Rpc;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Normalising;
using Truceline.Ingest.Positions;
using Truceline.Ingest.Reports;
using Truceline.Ingest.Stories;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Intake;

/// <summary>Makes what a format found ready to be stored: all that costs time, in the caller's thread. Safe for many threads.</summary>
internal sealed partial class ItemPreparation(TimeProvider time)
{
    /// <summary>The item to be stored, or everything that is wrong with it.</summary>
    internal (IntakeItem? Item, IReadOnlyList<BadRequest.Types.FieldViolation> Violations) Prepare(
        DocumentItem item, DocumentHints hints, string documentId, string format) => item switch
        {
            ReportItem report => Report(report, hints, documentId, format),
            PositionItem position => Position(position, hints, documentId),
            FaultItem fault => (null, fault.Violations),
            _ => throw new InvalidOperationException("A kind of item that nobody reads."),
        };

    private (IntakeItem? Item, IReadOnlyList<BadRequest.Types.FieldViolation> Violations) Report(
        ReportItem item, DocumentHints hints, string documentId, string format)
    {
        var received = time.GetUtcNow();
        var violations = new FieldViolations();
        var (report, map) = Normaliser.Normalise(item.Content, hints);
        var hasText = report.Text.Length > 0;
        ReportRules.Apply(report, received, violations);
        if (violations.Count > 0)
        {
            return (null, violations.All);
        }

        ReportFactory.Complete(report, documentId, item.Path, VersionedFormat().IsMatch(item.Content.Format) ? item.Content.Format : format, received);
        return (new IntakeItem { Report = report, Map = hasText ? map : new TextMap([]), Traits = ReportTraits.Of(report) }, []);
    }

    private (IntakeItem? Item, IReadOnlyList<BadRequest.Types.FieldViolation> Violations) Position(PositionItem item, DocumentHints hints, string documentId)
    {
        var received = time.GetUtcNow();
        var draft = item.Position;
        if (draft.Source.Length == 0)
        {
            draft.Source = hints.Source;
        }

        StorableText.Mend(draft);
        var violations = new FieldViolations();
        PositionRules.Check(draft, "position", received, violations);
        return violations.Count > 0
            ? (null, violations.All)
            : (new IntakeItem { Position = PositionFactory.Create(draft, documentId, item.Path, hints.SourceId, received) }, []);
    }

    [GeneratedRegex("^[a-z0-9.-]{1,40}$")]
    private static partial Regex VersionedFormat();
}
