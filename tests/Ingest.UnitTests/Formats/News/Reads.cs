using System.Text;
using Truceline.Ingest.Documents;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Formats.News;

/// <summary>Reads a document of one format and holds it against its map.</summary>
internal static class Reads
{
    internal static async Task<IReadOnlyList<DocumentItem>> AllAsync(IDocumentFormat format, string text, string mediaType = "")
    {
        var document = DocumentContent.Of(Encoding.UTF8.GetBytes(text), new DocumentHints { MediaType = mediaType });
        var items = new List<DocumentItem>();
        await foreach (var item in format.ReadAsync(document, CancellationToken.None))
        {
            items.Add(item);
        }

        return items;
    }

    internal static async Task<ReportContent> OneAsync(IDocumentFormat format, string text, string mediaType = "") =>
        Assert.IsType<ReportItem>(Assert.Single(await AllAsync(format, text, mediaType))).Content;

    internal static FormatMatch Match(IDocumentFormat format, string text, string mediaType = "") =>
        format.Match(DocumentContent.Of(Encoding.UTF8.GetBytes(text), new DocumentHints { MediaType = mediaType }).Head);

    /// <summary>The characters of the document of which a piece of the text was made.</summary>
    internal static string OriginalOf(MappedText text, string piece, string document)
    {
        var start = text.Text.IndexOf(piece, StringComparison.Ordinal);
        var place = text.Map.Locate(start, start + piece.Length)!.Value;
        return document[place.Start..place.End];
    }
}
