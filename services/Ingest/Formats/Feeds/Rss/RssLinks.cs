using Truceline.Ingest.Formats.Feeds.Xml;

namespace Truceline.Ingest.Formats.Feeds.Rss;

/// <summary>The links of a channel or an item: RSS's own, then Atom's, then that which a proxy has replaced.</summary>
internal static class RssLinks
{
    /// <summary>
    /// The links. RSS allows one of its own; of several the last counts and the others are <c>related</c>, as other readers have it. One of Atom's is the
    /// item's address only when RSS's is missing.
    /// </summary>
    internal static IReadOnlyList<FeedLink> Of(IReadOnlyList<FeedElement> elements)
    {
        var own = elements.Where(e => e.Space == Namespaces.Core && e.Name == "link").Select(Read).OfType<FeedLink>().ToList();
        var main = own.FindLastIndex(l => l.Relation == FeedLink.Alternate);
        var atom = elements.Where(e => e.Space == Namespaces.Atom && e.Name == "link").Select(Read).OfType<FeedLink>();
        return
        [
            .. own.Select((l, i) => l.Relation == FeedLink.Alternate && i != main ? l with { Relation = "related" } : l),
            .. atom,
            .. elements.Where(e => e.Space == "feedburner" && e.Name == "origlink" && e.Text.Length > 0).Select(e => new FeedLink(e.Text, FeedLink.Original)),
        ];
    }

    private static FeedLink? Read(FeedElement element)
    {
        var written = element.Attribute("href") is { Length: > 0 } href ? href : element.Text;
        var relation = element.Attribute("rel") is { Length: > 0 } rel ? rel.ToLowerInvariant() : FeedLink.Alternate;
        return written.Length == 0 ? null : new FeedLink(Links.Resolve(written, element.Scope.Base), relation);
    }
}
