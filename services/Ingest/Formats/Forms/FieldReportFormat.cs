using System.Runtime.CompilerServices;
using Google.Rpc;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Json;

namespace Truceline.Ingest.Formats.Forms;

/// <summary>
/// Field reports as JSON, by the schema <c>field-report.schema.json</c> beside this file: one report, an array of them, or JSON lines. A report that is
/// not right is a fault with every violation at its JSON Pointer, and the rest goes on.
/// </summary>
internal sealed class FieldReportFormat : IDocumentFormat
{
    private const int LongestOriginal = 64 * 1024;
    private static readonly string[] Members = ["what", "where", "when", "observer", "confidence", "form_id", "mission"];

    /// <inheritdoc/>
    public string Name => "field-report-json";

    /// <inheritdoc/>
    public FormatMatch Match(DocumentHead head)
    {
        var text = head.Text.AsSpan().TrimStart().TrimStart('\u001e').TrimStart();
        if (text is not ['{' or '[', ..])
        {
            return FormatMatch.None;
        }

        // Of an array the first element decides.
        var first = text[0] == '[' ? text[1..].TrimStart() : text;
        var members = JsonMembers.Of(first.ToString());
        if (members.TryGetValue("format", out var format) && format == $"\"{FieldReportSchema.Mark}\"")
        {
            return FormatMatch.Certain;
        }

        var known = Members.Count(members.ContainsKey);
        return known >= 3 ? FormatMatch.Certain : known == 2 && members.ContainsKey("what") ? FormatMatch.Likely : FormatMatch.None;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<DocumentItem> ReadAsync(DocumentContent document, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in JsonItems.ReadAsync(document, list: "", cancellationToken))
        {
            yield return Item(item, document.Limits);
        }
    }

    private static DocumentItem Item(JsonItem item, DocumentLimits limits)
    {
        try
        {
            using var source = JsonSource.Read(item.Piece.Raw, limits);
            var violations = FieldReportSchema.Check(source.Root);
            return violations.Count > 0
                ? new FaultItem(item.Path, violations, Original(item))
                : new ReportItem(item.Path, FieldReportReader.Read(source, item.Piece.Offset));
        }
        catch (DocumentRefusedException fault)
        {
            // The next item begins where this one was to end, or on the next line.
            return Fault(item, fault.Path, fault.Message, fault.Reason);
        }
    }

    private static FaultItem Fault(JsonItem item, string path, string description, string reason) =>
        new(item.Path, [new BadRequest.Types.FieldViolation { Field = path, Description = description, Reason = reason }], Original(item));

    private static string Original(JsonItem item) => item.Piece.Raw.Length <= LongestOriginal ? item.Piece.Raw : item.Piece.Raw[..LongestOriginal];
}
