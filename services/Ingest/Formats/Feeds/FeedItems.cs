using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Feeds;

/// <summary>What the formats of this folder give out.</summary>
internal static class FeedItems
{
    /// <summary>The feed's entries as items of a document.</summary>
    /// <exception cref="DocumentRefusedException">Where the feed can't be read on, or has more entries than are taken.</exception>
    internal static IEnumerable<DocumentItem> Of(ParsedFeed feed, DocumentContent document, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var item in feed.Items)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++count > document.Limits.Items)
            {
                throw new DocumentRefusedException(item.Path, $"It must have at most {document.Limits.Items} entries.", "TOO_LARGE");
            }

            yield return FeedReports.Of(feed.Head, item, document.Hints);
        }
    }
}
