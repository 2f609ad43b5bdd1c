using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Feeds;
using Truceline.Ingest.Formats.Feeds.Json;

namespace Truceline.Evaluation.Feeds;

/// <summary>A feed as Ingest's parser reads it, before reports are made of its entries.</summary>
/// <param name="Head">The feed.</param>
/// <param name="Entries">Its entries.</param>
/// <param name="Fault">Why it, or the rest of it, was refused; null when it was not.</param>
internal sealed record ReadFeed(Feed Head, IReadOnlyList<FeedEntry> Entries, string? Fault)
{
    internal static async Task<ReadFeed> OfAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var entries = new List<FeedEntry>();
        var head = new Feed { Version = "" };
        try
        {
            var document = DocumentContent.Of(bytes);
            var format = new FormatDetector([new RssFormat(), new AtomFormat(), new JsonFeedFormat()]).Detect(document.Head);
            var (text, _) = await document.ReadTextAsync(cancellationToken);
            var feed = format is JsonFeedFormat ? JsonFeedParser.Parse(text, document.Limits) : XmlFeed.Parse(text, FeedRoot.Find(text)!, document.Limits);
            head = feed.Head;
            entries.AddRange(feed.Items.OfType<FeedEntry>());
            return new ReadFeed(head, entries, null);
        }
        catch (DocumentRefusedException refused)
        {
            return new ReadFeed(head, entries, $"{refused.Reason} at {refused.Path}: {refused.Message}");
        }
    }
}
