using System.Text;
using Truceline.Ingest.Documents;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Formats;

/// <summary>Reads a document with one format, as the intake does.</summary>
internal static class FormatReading
{
    /// <summary>All items, and why the rest could not be read.</summary>
    internal static async Task<(IReadOnlyList<DocumentItem> Items, DocumentRefusedException? Refusal)> ReadAsync(
        this IDocumentFormat format, string text, string fileName = "", DocumentLimits? limits = null)
    {
        var document = DocumentContent.Of(Encoding.UTF8.GetBytes(text), new DocumentHints { FileName = fileName }, limits);
        var items = new List<DocumentItem>();
        try
        {
            await foreach (var item in format.ReadAsync(document, CancellationToken.None))
            {
                items.Add(item);
            }
        }
        catch (DocumentRefusedException refusal)
        {
            return (items, refusal);
        }

        return (items, null);
    }

    /// <summary>All items of a document that can be read to its end.</summary>
    internal static async Task<IReadOnlyList<DocumentItem>> ItemsAsync(this IDocumentFormat format, string text, string fileName = "")
    {
        var (items, refusal) = await format.ReadAsync(text, fileName);
        Assert.Null(refusal);
        return items;
    }

    internal static FormatMatch MatchOf(this IDocumentFormat format, string text) => format.Match(DocumentContent.Of(Encoding.UTF8.GetBytes(text)).Head);

    internal static ReportContent Report(this DocumentItem item) => Assert.IsType<ReportItem>(item).Content;

    internal static PositionDraft Position(this DocumentItem item) => Assert.IsType<PositionItem>(item).Position;

    /// <summary>Fields and reasons of a fault.</summary>
    internal static (string Path, (string Field, string Reason)[] Violations) Fault(this DocumentItem item)
    {
        var fault = Assert.IsType<FaultItem>(item);
        return (fault.Path, [.. fault.Violations.Select(v => (v.Field, v.Reason))]);
    }
}
