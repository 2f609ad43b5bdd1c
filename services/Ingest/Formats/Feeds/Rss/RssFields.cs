using Truceline.Ingest.Formats.Feeds.Atom;
using Truceline.Ingest.Formats.Feeds.Markup;
using Truceline.Ingest.Formats.Feeds.Xml;

namespace Truceline.Ingest.Formats.Feeds.Rss;

/// <summary>Takes fields out of the elements of a channel or an item.</summary>
/// <param name="elements">The elements.</param>
internal sealed class RssFields(IReadOnlyList<FeedElement> elements)
{
    /// <summary>The text of the first element that has one, in the order of the names given.</summary>
    internal FeedText Text(params ReadOnlySpan<(string Space, string Name)> names)
    {
        foreach (var name in names)
        {
            foreach (var element in elements)
            {
                if (Is(element, name) && (name.Space == Namespaces.Atom ? AtomText.Of(element) : TextOf(element)) is { IsEmpty: false } text)
                {
                    return text;
                }
            }
        }

        return FeedText.None;
    }

    /// <summary>The same without a way back, for what is no prose.</summary>
    internal string Line(params ReadOnlySpan<(string Space, string Name)> names) => Text(names).Value.Text;

    /// <summary>The texts of all elements of a name.</summary>
    internal IEnumerable<string> Lines((string Space, string Name) name) => elements.Where(e => Is(e, name)).Select(e => e.Text).Where(t => t.Length > 0);

    /// <summary>The persons of the first name that has any.</summary>
    internal IReadOnlyList<FeedPerson> Persons(params ReadOnlySpan<(string Space, string Name)> names)
    {
        var persons = new List<FeedPerson>();
        foreach (var name in names)
        {
            foreach (var element in elements)
            {
                if (Is(element, name) && PersonOf(element) is { } person)
                {
                    persons.Add(person);
                }
            }

            if (persons.Count > 0)
            {
                break;
            }
        }

        return persons;
    }

    /// <summary>An element's text. RSS does not say whether it is plain or HTML; elements in it are markup.</summary>
    internal static FeedText TextOf(FeedElement element)
    {
        var kind = element.Children.Count > 0 ? FeedTextKind.Html : FeedTextKind.PlainOrHtml;
        return new FeedText(HtmlLinks.Resolve(element.Inner(decode: true), element.Scope.Base), kind);
    }

    private static FeedPerson? PersonOf(FeedElement element) =>
        AtomPersons.Of(element) ?? FeedPersons.Read(element.Text);

    private static bool Is(FeedElement element, (string Space, string Name) name) => element.Name == name.Name && element.Space == name.Space;
}
