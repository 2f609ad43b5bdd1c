namespace Truceline.Ingest.Formats.Web;

/// <summary>
/// What a page would cost a parser that builds a tree: how deep it is, and how many elements there would be. A parser after the HTML Standard opens every formatting
/// element that was not closed (b, font, a …) anew in each block, so that a small page can make a large tree.
/// </summary>
/// <param name="Depth">Deepest nesting.</param>
/// <param name="Elements">Elements in the tree, at most.</param>
internal readonly record struct PageCost(int Depth, long Elements)
{
    /// <summary>Counts the tags of a page; one pass.</summary>
    internal static PageCost Of(string html)
    {
        var tags = new HtmlTags(html);
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var names = open.GetAlternateLookup<ReadOnlySpan<char>>();
        var (depth, deepest, elements) = (0, 0, 0L);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at < html.Length; at = at < html.Length ? html.IndexOf('<', at) : -1)
        {
            if (tags.SkipNoTag(at) is { } next)
            {
                at = next == at ? at + 1 : next;
                continue;
            }

            var tag = tags.Read(at);
            var name = html.AsSpan(tag.NameStart, tag.NameLength);
            at = tag.End;
            if (!tag.IsEnd && HtmlElements.EffectOf(name).HasFlag(HtmlEffect.RawHidden))
            {
                elements++;
                at = tags.EndOfRaw(tag.End, name);
                continue;
            }

            names.TryGetValue(name, out var count);
            if (tag.IsEnd)
            {
                names[name] = Math.Max(0, count - 1);
                depth -= count > 0 ? 1 : 0;
            }
            else if (!IsVoid(name) && !tag.IsSelfClosing)
            {
                // An end tag that may be left out says nothing of depth.
                var closesItself = ClosesItself(name);
                names[name] = closesItself ? 0 : count + 1;
                depth += closesItself ? 0 : 1;
                deepest = Math.Max(deepest, depth);
                elements += 1 + depth;
            }
            else
            {
                elements++;
            }
        }

        return new PageCost(deepest, elements);
    }

    private static readonly string[] Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

    private static readonly string[] EndsByItself = ["p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "rt", "rp"];

    private static bool IsVoid(ReadOnlySpan<char> name) => Is(name, Void);

    private static bool ClosesItself(ReadOnlySpan<char> name) => Is(name, EndsByItself);

    private static bool Is(ReadOnlySpan<char> name, string[] names)
    {
        foreach (var other in names)
        {
            if (name.Equals(other, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
