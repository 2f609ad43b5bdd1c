using System.Text;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Feeds;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Formats.Feeds;

/// <summary>Reads a feed as the service does: the format is told by the content.</summary>
internal sealed record FeedReading(string Format, IReadOnlyList<DocumentItem> Items, DocumentRefusedException? Fault, string Text)
{
    internal IReadOnlyList<ReportContent> Reports => [.. Items.OfType<ReportItem>().Select(r => r.Content)];

    internal static Task<FeedReading> OfAsync(string feed, string url = "", DocumentLimits? limits = null) => OfAsync(Encoding.UTF8.GetBytes(feed), url, limits);

    internal static async Task<FeedReading> OfAsync(byte[] bytes, string url = "", DocumentLimits? limits = null)
    {
        var document = DocumentContent.Of(bytes, new DocumentHints { Url = url }, limits);
        var format = new FormatDetector([new RssFormat(), new AtomFormat(), new JsonFeedFormat()]).Detect(document.Head);
        var items = new List<DocumentItem>();
        DocumentRefusedException? fault = null;
        try
        {
            await foreach (var item in format.ReadAsync(document, CancellationToken.None))
            {
                items.Add(item);
            }
        }
        catch (DocumentRefusedException refused)
        {
            fault = refused;
        }

        return new FeedReading(format.Name, items, fault, (await document.ReadTextAsync(CancellationToken.None)).Text);
    }

    /// <summary>The characters of the document from which a piece of a report's text was made.</summary>
    internal string Original(int report, string piece)
    {
        var text = Reports[report].Text;
        var at = text.Text.IndexOf(piece, StringComparison.Ordinal);
        Assert.True(at >= 0, $"\"{piece}\" is not in \"{text.Text}\"");
        var (start, end) = text.Map.Locate(at, at + piece.Length)!.Value;
        return Text[start..end];
    }
}
