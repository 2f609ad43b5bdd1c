using Truceline.Ingest.Formats.Feeds.Xml;

namespace Truceline.Ingest.Formats.Feeds.Rss;

/// <summary>
/// RSS 0.9x, 1.0 and 2.0 with the modules that feeds use for what RSS lacks: content, Dublin Core, Atom, Media RSS, iTunes. Where a field stands more than once,
/// RSS's own element counts before a module's.
/// </summary>
internal static class RssParser
{
    /// <summary>What the channel says of itself.</summary>
    internal static Feed Head(IReadOnlyList<FeedElement> elements, FeedRoot root)
    {
        var fields = new RssFields(elements);
        return new Feed
        {
            Version = root.Version,
            Title = fields.Text((Namespaces.Core, "title"), ("dc", "title")),
            Description = fields.Text((Namespaces.Core, "description"), ("itunes", "summary"), ("dc", "description")),
            Language = fields.Line((Namespaces.Core, "language"), ("dc", "language")) is { Length: > 0 } written ? written
                : elements is [var first, ..] ? first.Scope.Language
                : root.Language,
            Published = fields.Line((Namespaces.Core, "pubdate"), ("dcterms", "issued")),
            Updated = fields.Line((Namespaces.Core, "lastbuilddate"), ("dc", "date"), ("dcterms", "modified"), (Namespaces.Atom, "updated")),
            Links = RssLinks.Of(elements),
            Authors = fields.Persons(
                (Namespaces.Core, "managingeditor"), (Namespaces.Core, "webmaster"), ("dc", "author"), ("dc", "creator"), ("itunes", "author"), (Namespaces.Atom, "author")),
        };
    }

    /// <summary>An item.</summary>
    internal static FeedEntry Entry(FeedUnit unit)
    {
        var item = unit.Element;
        if (item.Children.Count == 0)
        {
            return new FeedEntry(unit.Path);
        }

        var fields = new RssFields([.. item.Children, .. item.All("media", "group").SelectMany(g => g.Children)]);
        var guid = item.All(Namespaces.Core, "guid").FirstOrDefault(g => g.Text.Length > 0);
        return new FeedEntry(unit.Path)
        {
            Id = guid?.Text ?? (fields.Line(("dc", "identifier"), (Namespaces.Atom, "id")) is { Length: > 0 } id ? id : item.Attribute("about")),
            IsIdLink = guid is null || guid.Attribute("isPermaLink").ToLowerInvariant() is "" or "true",
            Title = fields.Text((Namespaces.Core, "title"), ("dc", "title"), ("media", "title"), (Namespaces.Atom, "title")),
            Content = fields.Text(
                ("content", "encoded"), (Namespaces.Core, "content"), (Namespaces.Atom, "content"), ("xhtml", "body"), ("yandex", "full-text"), (Namespaces.Core, "full-text")),
            Summary = fields.Text(
                (Namespaces.Core, "description"), ("dc", "description"), ("itunes", "summary"), (Namespaces.Atom, "summary"), ("dcterms", "abstract"), ("media", "description")),
            Links = RssLinks.Of(item.Children),
            Authors = fields.Persons((Namespaces.Core, "author"), ("dc", "author"), ("dc", "creator"), ("itunes", "author"), (Namespaces.Atom, "author")),
            Contributors = fields.Persons(("dc", "contributor"), (Namespaces.Atom, "contributor")),
            Published = fields.Line((Namespaces.Core, "pubdate"), ("dc", "date"), ("dcterms", "issued"), ("dcterms", "created"), (Namespaces.Atom, "published")),

            // Dublin Core's date is of "an event in the lifecycle", whichever.
            Updated = fields.Line(("dc", "date"), ("dcterms", "modified"), (Namespaces.Atom, "updated"), (Namespaces.Core, "updated")),
            Language = fields.Line(("dc", "language"), (Namespaces.Core, "language")) is { Length: > 0 } written ? written : item.Scope.Language,
            Publisher = fields.Line(("dc", "publisher")),
            Categories = [.. fields.Lines((Namespaces.Core, "category")), .. fields.Lines(("dc", "subject"))],
            Rights = fields.Text((Namespaces.Core, "copyright"), ("dc", "rights"), ("media", "copyright"), (Namespaces.Atom, "rights")),
            Enclosures = [.. item.All(Namespaces.Core, "enclosure").Select(e => Links.Resolve(e.Attribute("url"), e.Scope.Base)).Where(u => u.Length > 0)],
            Source = Source(item),
        };
    }

    private static Feed? Source(FeedElement item) =>
        item.All(Namespaces.Core, "source").FirstOrDefault() is not { } source ? null : new Feed
        {
            Version = "rss",
            Title = RssFields.TextOf(source),
            Links = source.Attribute("url") is { Length: > 0 } url ? [new FeedLink(url, "self")] : [],
        };
}
