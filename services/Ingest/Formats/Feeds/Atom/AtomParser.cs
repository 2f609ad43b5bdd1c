using Truceline.Ingest.Formats.Feeds.Rss;
using Truceline.Ingest.Formats.Feeds.Xml;

namespace Truceline.Ingest.Formats.Feeds.Atom;

/// <summary>Atom 0.3 and 1.0 (RFC 4287).</summary>
internal static class AtomParser
{
    /// <summary>What the feed says of itself.</summary>
    internal static Feed Head(IReadOnlyList<FeedElement> elements, FeedRoot root) =>
        Fields(elements, root.Version) with { Language = elements is [var first, ..] ? first.Scope.Language : root.Language };

    /// <summary>An entry.</summary>
    internal static FeedEntry Entry(FeedUnit unit)
    {
        var elements = unit.Element.Children;
        var modules = new RssFields([.. elements, .. unit.Element.All("media", "group").SelectMany(g => g.Children)]);
        return new FeedEntry(unit.Path)
        {
            Id = Id(elements),
            Title = Text(elements, "title") is { IsEmpty: false } title ? title : modules.Text(("dc", "title"), ("media", "title")),
            Content = Content(elements),
            Summary = Text(elements, "summary") is { IsEmpty: false } summary ? summary : modules.Text(("dc", "description"), ("media", "description")),
            Links = LinksOf(elements),
            Authors = AtomPersons.All(elements, "author") is { Count: > 0 } authors ? authors : modules.Persons(("dc", "creator")),
            Contributors = AtomPersons.All(elements, "contributor"),

            // "updated" is the one that an entry must have.
            Published = Line(elements, "published", "issued", "created") is { Length: > 0 } published ? published
                : modules.Line(("dc", "date")) is { Length: > 0 } date ? date
                : Line(elements, "updated", "modified"),
            Updated = Line(elements, "updated", "modified"),
            Language = unit.Element.Scope.Language,
            Categories = [.. Named(elements, "category").Select(c => c.Attribute("label") is { Length: > 0 } label ? label : c.Attribute("term")).Where(c => c.Length > 0)],
            Rights = Text(elements, "rights", "copyright"),
            Enclosures = [.. LinksOf(elements).Where(l => l.Relation == "enclosure").Select(l => l.Href)],
            Source = elements.FirstOrDefault(e => e.Space == Namespaces.Core && e.Name == "source") is { } source
                ? Fields(source.Children, "atom")
                : null,
        };
    }

    private static Feed Fields(IReadOnlyList<FeedElement> elements, string version) => new()
    {
        Version = version,
        Id = Id(elements),
        Title = Text(elements, "title"),
        Description = Text(elements, "subtitle", "tagline"),
        Updated = Line(elements, "updated", "modified"),
        Links = LinksOf(elements),
        Authors = AtomPersons.All(elements, "author"),
    };

    // Atom 0.3 allows several: the first that is a text.
    private static FeedText Content(IReadOnlyList<FeedElement> elements)
    {
        var contents = Named(elements, "content").Select(AtomText.Of).Where(t => !t.IsEmpty).ToList();
        return contents.FirstOrDefault(t => t.Kind != FeedTextKind.Other) ?? contents.FirstOrDefault() ?? FeedText.None;
    }

    private static FeedText Text(IReadOnlyList<FeedElement> elements, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            foreach (var element in Named(elements, name))
            {
                if (AtomText.Of(element) is { IsEmpty: false } text)
                {
                    return text;
                }
            }
        }

        return FeedText.None;
    }

    private static string Line(IReadOnlyList<FeedElement> elements, params ReadOnlySpan<string> names) => Text(elements, names).Value.Text;

    private static string Id(IReadOnlyList<FeedElement> elements) =>
        Named(elements, "id").Select(e => Links.Resolve(e.Text, e.Scope.Base)).FirstOrDefault(i => i.Length > 0) ?? "";

    private static List<FeedLink> LinksOf(IReadOnlyList<FeedElement> elements) =>
    [
        .. Named(elements, "link").Select(e => (Href: e.Attribute("href") is { Length: > 0 } href ? href : e.Text, Element: e))
            .Where(l => l.Href.Length > 0 || l.Element.Scope.Base.Length > 0)
            .Select(l => new FeedLink(
                Links.Resolve(l.Href, l.Element.Scope.Base),
                l.Element.Attribute("rel") is { Length: > 0 } relation ? relation.ToLowerInvariant() : FeedLink.Alternate)),
    ];

    private static IEnumerable<FeedElement> Named(IReadOnlyList<FeedElement> elements, string name) =>
        elements.Where(e => e.Name == name && e.Space is Namespaces.Core or Namespaces.Atom);
}
