using System.Text.RegularExpressions;

namespace Truceline.Ingest.Formats.Nitf;

/// <summary>The first start tag of an XML document whose end may not be known.</summary>
/// <param name="Name">Its name without prefix; empty when the text does not begin as XML.</param>
/// <param name="Tag">The whole tag, as far as it is there.</param>
internal sealed partial record XmlRoot(string Name, string Tag)
{
    /// <summary>The root of a document, by its beginning.</summary>
    internal static XmlRoot Of(string head)
    {
        var at = 0;
        while (true)
        {
            while (at < head.Length && char.IsWhiteSpace(head[at]))
            {
                at++;
            }

            var rest = head.AsSpan(at);
            var end = rest.StartsWith("<?", StringComparison.Ordinal) ? End(rest, "?>")
                : rest.StartsWith("<!--", StringComparison.Ordinal) ? End(rest, "-->")
                : rest.StartsWith("<!", StringComparison.Ordinal) ? EndOfDoctype(rest)
                : 0;
            if (end == 0)
            {
                break;
            }

            at += end;
        }

        var match = StartTag().Match(head, at, Math.Min(8192, head.Length - at));
        return match.Success && match.Index == at ? new XmlRoot(match.Groups["name"].Value, match.Value) : new XmlRoot("", "");
    }

    private static int End(ReadOnlySpan<char> text, string mark) => text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at ? at + mark.Length : text.Length;

    private static int EndOfDoctype(ReadOnlySpan<char> text)
    {
        var bracket = text.IndexOf('[');
        var end = text.IndexOf('>');
        return bracket >= 0 && bracket < end ? End(text, "]") + End(text[End(text, "]")..], ">") : end < 0 ? text.Length : end + 1;
    }

    [GeneratedRegex("""^<(?:[^\s:<>/!?]+:)?(?<name>[^\s:<>/!?]+)(?:\s[^<>]*)?/?>?""", RegexOptions.CultureInvariant)]
    private static partial Regex StartTag();
}
