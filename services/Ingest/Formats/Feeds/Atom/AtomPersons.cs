using Truceline.Ingest.Formats.Feeds.Xml;

namespace Truceline.Ingest.Formats.Feeds.Atom;

/// <summary>Persons as Atom writes them (RFC 4287 section 3.2).</summary>
internal static class AtomPersons
{
    /// <summary>Those of a name, e.g. <c>author</c>.</summary>
    internal static IReadOnlyList<FeedPerson> All(IReadOnlyList<FeedElement> elements, string name) =>
    [
        .. elements.Where(e => e.Name == name && e.Space is Namespaces.Core or Namespaces.Atom)
            .Select(e => Of(e) ?? (e.Children.Count == 0 ? FeedPersons.Read(e.Text) : null)).OfType<FeedPerson>(),
    ];

    /// <summary>The person of an element; null when none of the person's elements is in it.</summary>
    internal static FeedPerson? Of(FeedElement element)
    {
        var (name, mail) = (Field(element, "name"), Field(element, "email"));
        var uri = element.Children.FirstOrDefault(c => c.Name is "uri" or "url" or "homepage");
        var address = uri is null ? "" : Links.Resolve(uri.Text, uri.Scope.Base);
        return name.Length + mail.Length + address.Length == 0 ? null : new FeedPerson(name, mail, address);
    }

    private static string Field(FeedElement element, string name) => element.Children.FirstOrDefault(c => c.Name == name)?.Text ?? "";
}
