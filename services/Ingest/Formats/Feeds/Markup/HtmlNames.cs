using System.Collections.Frozen;

namespace Truceline.Ingest.Formats.Feeds.Markup;

/// <summary>Names of HTML's elements that stand in texts. Letter case does not matter.</summary>
internal static class HtmlNames
{
    private const string Names = "a abbr article aside audio b big blockquote body br center cite code col dd del div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 "
        + "header hr html i iframe img input ins kbd li main map nav noscript object ol option p param picture pre q s script section small source span strike strong style sub sup "
        + "table tbody td tfoot th thead time tr tt u ul var video wbr";

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Known =
        Names.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether it is one of them.</summary>
    internal static bool Contains(ReadOnlySpan<char> name) => Known.Contains(name);
}
