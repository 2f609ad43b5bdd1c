using Truceline.Ingest.Formats.Feeds.Xml;

namespace Truceline.Ingest.Formats.Feeds;

/// <summary>Which elements beside the entries say something of the feed.</summary>
internal static class FeedHead
{
    /// <summary>More than this many are not looked at.</summary>
    internal const int Most = 200;

    private static readonly HashSet<string> Names =
    [
        "title", "link", "description", "subtitle", "tagline", "language", "id", "author", "managingeditor", "webmaster", "pubdate", "lastbuilddate", "updated", "modified",
        "creator", "date", "publisher", "summary",
    ];

    /// <summary>Whether an element of the feed or its channel is one.</summary>
    internal static bool IsPart(FeedElement element) => Names.Contains(element.Name);
}
