using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Feeds.Markup;

namespace Truceline.Ingest.Formats.Feeds.Xml;

/// <summary>An element that stands directly in the feed, its channel or its root.</summary>
/// <param name="Path">Where, e.g. <c>/rss/channel/item[3]</c>.</param>
/// <param name="Element">The element.</param>
/// <param name="IsTooLarge">Whether it is longer than an entry may be; then not all of it is there.</param>
internal readonly record struct FeedUnit(string Path, FeedElement Element, bool IsTooLarge)
{
    /// <summary>Whether it is an entry.</summary>
    internal bool IsEntry => Element.IsEntry;
}

/// <summary>
/// Walks through a feed, one element of its first levels after the other, so that no more than one entry is held at a time. It forgives end tags that are missing or belong to
/// nothing, and refuses what is too deep or ends too early. Can be walked as often as one likes; not thread-safe.
/// </summary>
/// <param name="text">The document.</param>
/// <param name="root">Where its root element begins.</param>
/// <param name="limits">How deep, and how long an entry may be.</param>
internal sealed class FeedTree(string text, int root, DocumentLimits limits)
{
    // HTML left unescaped in a feed: these have no end tag, and these close their like.
    private static readonly HashSet<string> Void = new(StringComparer.OrdinalIgnoreCase) { "br", "hr", "img", "input", "wbr" };
    private static readonly HashSet<string> Repeating = new(StringComparer.OrdinalIgnoreCase) { "p", "li", "dt", "dd", "tr", "td", "th", "option" };

    private static readonly HashSet<string> Lines = ["title", "link", "guid", "pubdate", "comments", "category", "id", "published", "updated"];
    private static readonly HashSet<string> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        "title", "link", "guid", "pubDate", "comments", "category", "id", "published", "updated", "description", "content:encoded", "enclosure", "dc:creator", "dc:date",
    };

    private readonly HashSet<string> _core = [Namespaces.Core];

    private readonly record struct Container(string Name, string Path, XmlScope Scope);

    /// <summary>The elements in the order of the document.</summary>
    /// <exception cref="DocumentRefusedException">TRUNCATED or TOO_DEEP, with line and column; what came before is sound.</exception>
    internal IEnumerable<FeedUnit> Units()
    {
        var reader = new LenientXmlReader(text, root, text.Length);
        var containers = new Stack<Container>();
        var entries = 0;
        var began = false;
        while (reader.Read() is { Kind: not XmlTokenKind.End } token)
        {
            if (token.Kind == XmlTokenKind.Close)
            {
                Leave(containers, token.Name);
            }
            else if (token.Kind == XmlTokenKind.Start)
            {
                var parent = began ? containers.Peek() : new Container("", "", XmlScope.Of(""));
                var element = Element(token, parent.Scope, isRoot: !began);
                began = true;
                if (IsContainer(element, containers.Count))
                {
                    containers.Push(new Container(token.Name, $"{parent.Path}/{token.Name}", element.Scope));
                    if (token.IsEmpty)
                    {
                        containers.Pop();
                    }
                }
                else
                {
                    var isTooLarge = !token.IsEmpty && Build(reader, element, containers);
                    var index = element.IsEntry && containers.Count > 0 ? $"[{++entries}]" : "";
                    yield return new FeedUnit($"{parent.Path}/{token.Name}{index}", element, isTooLarge);
                }
            }

            if (began && containers.Count == 0)
            {
                yield break;
            }
        }

        throw Refused(text.Length, began ? $"It ends before </{containers.Peek().Name}>." : "It has no root element.", "TRUNCATED");
    }

    /// <summary>Whether an element of this name is an entry.</summary>
    internal static bool IsEntry(string space, string name) => space == Namespaces.Core && name is "item" or "entry";

    private static bool IsContainer(FeedElement element, int depth) =>
        element.Name is "rss" or "rdf" or "feed" && depth == 0
        || (element.Name is "channel" && depth <= 1 && element.Space is Namespaces.Core or Namespaces.Rdf)
        || (element.Name is "items" && element.Space == Namespaces.Core && depth is 1 or 2);

    private static void Leave(Stack<Container> containers, string name)
    {
        if (containers.Any(c => Same(c.Name, name)))
        {
            while (!Same(containers.Pop().Name, name))
            {
            }
        }
    }

    // Reads up to the end of the element; true when it is too long.
    private bool Build(LenientXmlReader reader, FeedElement unit, Stack<Container> containers)
    {
        var open = new Stack<FeedElement>([unit]);
        while (true)
        {
            var token = reader.Read();
            var isTooLarge = token.Start - unit.Tag.Start > limits.ItemCharacters;
            switch (token.Kind)
            {
                case XmlTokenKind.End:
                    throw Refused(token.Start, $"It ends before </{open.Peek().Tag.Name}>.", "TRUNCATED");
                case XmlTokenKind.Close when open.Any(e => Same(e.Tag.Name, token.Name)):
                    FeedElement closed;
                    do
                    {
                        closed = open.Pop();
                        closed.CloseAt(token.Start);
                    }
                    while (!Same(closed.Tag.Name, token.Name));
                    break;
                case XmlTokenKind.Start when !token.IsEmpty && BeginsNext(token, open, unit):
                case XmlTokenKind.Close when containers.Any(c => Same(c.Name, token.Name)):
                    // What is open was not closed: the next entry begins, or the channel ends.
                    reader.Position = token.Start;
                    while (open.TryPop(out var left))
                    {
                        left.CloseAt(token.Start);
                    }

                    break;
                case XmlTokenKind.Close when IsMisnamed(token, open):
                    open.Pop().CloseAt(token.Start);
                    break;
                case XmlTokenKind.Start:
                    Enter(token, open, containers.Count, isTooLarge);
                    break;
            }

            if (open.Count == 0)
            {
                return isTooLarge;
            }
        }
    }

    private bool BeginsNext(XmlToken token, Stack<FeedElement> open, FeedElement unit)
    {
        if (unit.IsEntry)
        {
            return open.Count == 1 && Same(token.Name, unit.Tag.Name);
        }

        // "<title>A title<item>": the feed's own elements hold no entries.
        var (space, name) = NameOf(token, open.Peek().Scope.Enter(text, token));
        return IsEntry(space, name);
    }

    // "<title>A title</titel>"; of HTML's end tags many have no start, and those of others that belong to nothing are ignored.
    private static bool IsMisnamed(XmlToken token, Stack<FeedElement> open) =>
        !HtmlNames.Contains(token.Name) && open.Peek() is var innermost && (open.Count > 1 || !innermost.IsEntry)
        && (innermost.Children.Count == 0 || HtmlNames.Contains(innermost.Children[^1].Name));

    private void Enter(XmlToken token, Stack<FeedElement> open, int outer, bool isTooLarge)
    {
        if (open.Count > 1 && ((Same(open.Peek().Tag.Name, token.Name) && Repeating.Contains(token.Name)) || IsLeftOpen(open.Peek(), token)))
        {
            open.Pop().CloseAt(token.Start);
        }

        if (open.Count + outer >= limits.Depth)
        {
            throw Refused(token.Start, $"It must be nested at most {limits.Depth} elements deep.", "TOO_DEEP");
        }

        var element = Element(token, open.Peek().Scope, isRoot: false);
        if (!isTooLarge)
        {
            open.Peek().Add(element);
        }

        if (!token.IsEmpty && !Void.Contains(token.Name))
        {
            open.Push(element);
        }
    }

    // "<title>A title<link>": these hold no fields.
    private static bool IsLeftOpen(FeedElement innermost, XmlToken token) =>
        innermost.Space == Namespaces.Core && Lines.Contains(innermost.Name) && Fields.Contains(token.Name);

    private (string Space, string Name) NameOf(XmlToken token, XmlScope scope)
    {
        var colon = token.Name.IndexOf(':');
        var space = scope.NamespaceOf(colon < 0 ? "" : token.Name[..colon]);
        return (_core.Contains(space) ? Namespaces.Core : space, token.Name[(colon + 1)..].ToLowerInvariant());
    }

    private FeedElement Element(XmlToken token, XmlScope outer, bool isRoot)
    {
        var scope = outer.Enter(text, token);
        if (isRoot)
        {
            // Whatever namespace the root gives itself and what has no prefix is the format's own.
            _core.Add(scope.NamespaceOf(""));
            if (NameOf(token, scope).Space is not Namespaces.Rdf and var own)
            {
                _core.Add(own);
            }
        }

        var (space, name) = NameOf(token, scope);
        return new FeedElement(text, token, space, name, scope);
    }

    private static bool Same(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    private DocumentRefusedException Refused(int at, string description, string reason) => new(TextPlace.Of(text, at), description, reason);
}
