using System.Text;
using AngleSharp.Html;

namespace Truceline.Ingest.Formats.Web;

/// <summary>
/// Character references of HTML: the complete table of names (AngleSharp's), decimal and hexadecimal ones, with the corrections for Windows-1252 that the HTML
/// Standard prescribes; names without a semicolon where the standard knows them so.
/// </summary>
internal static class HtmlEntities
{
    private const int LongestName = 32;
    private const int LongestWithoutSemicolon = 6;

    // HTML Standard, "numeric character reference end state": what 0x80 to 0x9F mean.
    private const string Windows1252 = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The reference that begins with the ampersand at a place.</summary>
    /// <param name="html">The markup.</param>
    /// <param name="at">Where the ampersand stands.</param>
    /// <param name="length">Length of the reference in the markup; 0 when there is none.</param>
    /// <returns>What it stands for, one or two characters; null when it is none.</returns>
    internal static string? Read(string html, int at, out int length)
    {
        length = 0;
        var rest = html.AsSpan(at + 1, Math.Min(html.Length - at - 1, LongestName + 1));
        return rest.Length == 0 ? null : rest[0] == '#' ? Numeric(html, at, out length) : Named(rest, out length);
    }

    private static string? Named(ReadOnlySpan<char> rest, out int length)
    {
        var end = rest.IndexOfAnyExcept(Letters);
        end = end < 0 ? rest.Length : end;
        if (end > 1 && end < rest.Length && rest[end] == ';' && Symbol(rest[..(end + 1)]) is { } whole)
        {
            length = end + 2;
            return whole;
        }

        for (var shorter = Math.Min(end, LongestWithoutSemicolon); shorter > 1; shorter--)
        {
            if (Symbol(rest[..shorter]) is { } symbol)
            {
                length = shorter + 1;
                return symbol;
            }
        }

        length = 0;
        return null;
    }

    private static string? Numeric(string html, int at, out int length)
    {
        var digits = at + 2;
        var hexadecimal = digits < html.Length && html[digits] is 'x' or 'X';
        var position = hexadecimal ? digits + 1 : digits;
        var start = position;
        var value = 0;
        for (; position < html.Length && (hexadecimal ? char.IsAsciiHexDigit(html[position]) : char.IsAsciiDigit(html[position])); position++)
        {
            value = value > 0x10FFFF ? value : (value * (hexadecimal ? 16 : 10)) + DigitOf(html[position]);
        }

        if (position == start)
        {
            length = 0;
            return null;
        }

        length = position - at + (position < html.Length && html[position] == ';' ? 1 : 0);
        return value is >= 0x80 and <= 0x9F ? Windows1252[value - 0x80].ToString()
            : value != 0 && Rune.IsValid(value) ? char.ConvertFromUtf32(value)
            : "\uFFFD";
    }

    private static int DigitOf(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static string? Symbol(ReadOnlySpan<char> name) => HtmlEntityProvider.Resolver.GetSymbol(name.ToString());

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");
}
