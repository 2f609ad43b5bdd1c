using System.Text.RegularExpressions;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Web;

namespace Truceline.Ingest.Formats.Feeds.Markup;

/// <summary>Makes plain text of a feed's texts.</summary>
internal static partial class MarkupText
{
    /// <summary>
    /// The text as a reader sees it, with lines and paragraphs. The map leads to the characters of the document through both decodings, XML's or JSON's and HTML's:
    /// character for character where neither changed anything; an entity of one of them, or escaped twice, to all the characters that it is written with.
    /// </summary>
    internal static MappedText Of(FeedText text)
    {
        if (text.Kind == FeedTextKind.Plain || (text.Kind == FeedTextKind.PlainOrHtml && !LooksLikeHtml(text.Value.Text)))
        {
            return text.Value;
        }

        var plain = HtmlText.Of(text.Value.Text);
        return plain with { Map = TextMaps.Through(plain.Map, text.Value.Map) };
    }

    /// <summary>The text on one line.</summary>
    internal static string LineOf(FeedText text) => WhiteSpace().Replace(Of(text).Text, " ").Trim();

    /// <summary>A string that may be marked up, on one line.</summary>
    internal static string LineOf(string text) => LineOf(new FeedText(new MappedText(text, TextMap.Identity(text.Length)), FeedTextKind.PlainOrHtml));

    /// <summary>Whether it holds a tag or an entity of HTML. "5 &lt; 6" and "AT&amp;T" do not.</summary>
    internal static bool LooksLikeHtml(string text)
    {
        if (text.AsSpan().IndexOfAny('<', '&') < 0)
        {
            return false;
        }

        foreach (var match in TagOrEntity().EnumerateMatches(text))
        {
            var name = text.AsSpan(match.Index, match.Length).Trim("</>");
            if (name[0] == '&' ? HtmlEntities.Read(text, match.Index, out var length) is not null && length == match.Length : name[0] == '!' || HtmlNames.Contains(name))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?=[\s/>])|<!--|&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")]
    private static partial Regex TagOrEntity();

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();
}
