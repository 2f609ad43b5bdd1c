using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Feeds.Atom;
using Truceline.Ingest.Formats.Feeds.Rss;
using Truceline.Ingest.Formats.Feeds.Xml;

namespace Truceline.Ingest.Formats.Feeds;

/// <summary>Reads RSS and Atom.</summary>
internal static class XmlFeed
{
    /// <summary>The feed whose root element begins at a place.</summary>
    /// <param name="text">The document.</param>
    /// <param name="root">As <see cref="FeedRoot.Find"/> gave it.</param>
    /// <param name="limits">How deep and how long.</param>
    internal static ParsedFeed Parse(string text, FeedRoot root, DocumentLimits limits)
    {
        var tree = new FeedTree(text, root.Start, limits);
        return root.IsAtom
            ? new ParsedFeed(AtomParser.Head(HeadOf(tree), root), Entries(tree, limits, AtomParser.Entry))
            : new ParsedFeed(RssParser.Head(HeadOf(tree), root), Entries(tree, limits, RssParser.Entry));
    }

    private static List<FeedElement> HeadOf(FeedTree tree)
    {
        var head = new List<FeedElement>();
        try
        {
            head.AddRange(tree.Units().Where(u => !u.IsEntry && !u.IsTooLarge && FeedHead.IsPart(u.Element)).Take(FeedHead.Most).Select(u => u.Element));
        }
        catch (DocumentRefusedException)
        {
            // Whoever reads the entries gets to the same fault, after them.
        }

        return head;
    }

    private static IEnumerable<FeedItem> Entries(FeedTree tree, DocumentLimits limits, Func<FeedUnit, FeedEntry> read)
    {
        foreach (var unit in tree.Units().Where(u => u.IsEntry))
        {
            yield return unit.IsTooLarge
                ? new FeedFault(unit.Path, $"It must be at most {limits.ItemCharacters} characters.", "TOO_LARGE", unit.Element.Outer(64 * 1024))
                : read(unit);
        }
    }
}
