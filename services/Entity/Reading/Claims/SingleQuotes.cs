using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Claims;

/// <summary>Speech between single quotation marks, read as if the marks were double: those alone are told from apostrophes.</summary>
internal static class SingleQuotes
{
    private const string Stops = ",.!?…";

    /// <summary>The text with pairs of single quotation marks made double, character for character; the same object when there are none.</summary>
    public static SegmentedText Doubled(SegmentedText text)
    {
        char[]? doubled = null;
        for (var i = 0; i < text.Text.Length; i++)
        {
            if (Opens(text.Text, i) && Close(text.Text, i) is { } close)
            {
                doubled ??= text.Text.ToCharArray();
                (doubled[i], doubled[close]) = ('“', '”');
                i = close;
            }
        }
        return doubled is null ? text : SegmentedText.Of(new string(doubled));
    }

    private static bool Opens(string text, int i) =>
        text[i] is '\'' or '‘' && (i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] is '(' or '–' or '—' or ':') && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]);

    /// <summary>The mark that closes what one opens: behind a stop or, where none closes it so, behind a word that is no possessive; null when the paragraph ends first.</summary>
    private static int? Close(string text, int open)
    {
        int? word = null;
        for (var i = open + 2; i < text.Length && text[i] != '\n'; i++)
        {
            if (text[i] is not ('\'' or '’') || i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1]))
            {
                continue;
            }
            if (Stops.Contains(text[i - 1], StringComparison.Ordinal))
            {
                return i;
            }
            word ??= text[i - 1] is not 's' ? i : null;
        }
        return word;
    }
}
