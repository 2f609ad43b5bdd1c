using System.Collections.Frozen;

namespace Truceline.Ingest.Formats.Web;

/// <summary>What an element does to the text around it.</summary>
[Flags]
internal enum HtmlEffect
{
    /// <summary>Stands in the line.</summary>
    None = 0,

    /// <summary>Begins and ends a line.</summary>
    Line = 1,

    /// <summary>Is set apart by an empty line.</summary>
    Paragraph = 2,

    /// <summary>Breaks the line where it stands.</summary>
    Break = 4,

    /// <summary>A cell of a table: a tab stands before every one but the first.</summary>
    Cell = 8,

    /// <summary>A row of a table.</summary>
    Row = 16,

    /// <summary>White space in it counts.</summary>
    Preformatted = 32,

    /// <summary>Not shown, with all elements in it.</summary>
    Hidden = 64,

    /// <summary>Not shown, and what is in it is no markup: it ends at its end tag.</summary>
    RawHidden = 128,

    /// <summary>Holds other elements and needs its end tag: it can be hidden as a whole by an attribute.</summary>
    Container = 256,
}

/// <summary>Effects of elements by name. After the HTML Standard's "rendered text collection steps" (innerText), with an empty line also around headings and quotations.</summary>
internal static class HtmlElements
{
    private static readonly FrozenDictionary<string, HtmlEffect>.AlternateLookup<ReadOnlySpan<char>> Effects = new (string Names, HtmlEffect Effect)[]
    {
        ("p h1 h2 h3 h4 h5 h6 hr", HtmlEffect.Paragraph),
        ("blockquote figure", HtmlEffect.Paragraph | HtmlEffect.Container),
        ("pre listing", HtmlEffect.Paragraph | HtmlEffect.Preformatted),
        ("br", HtmlEffect.Break),
        ("td th", HtmlEffect.Cell),
        ("tr", HtmlEffect.Row | HtmlEffect.Line),
        ("address article aside body center details dialog dir div dl fieldset figcaption footer form header hgroup legend main menu nav ol search section summary table ul",
            HtmlEffect.Line | HtmlEffect.Container),
        ("caption dd dt head html li optgroup option tbody tfoot thead", HtmlEffect.Line),
        ("a b em font i label small span strong u", HtmlEffect.Container),
        ("audio canvas datalist object select svg template video", HtmlEffect.Hidden),
        ("iframe noembed noframes noscript script style textarea title", HtmlEffect.RawHidden),
    }
        .SelectMany(group => group.Names.Split(' '), (group, name) => KeyValuePair.Create(name, group.Effect))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
        .GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What an element does; nothing when it is not known.</summary>
    /// <param name="name">Its name in any case.</param>
    internal static HtmlEffect EffectOf(ReadOnlySpan<char> name) => Effects.TryGetValue(name, out var effect) ? effect : HtmlEffect.None;
}
