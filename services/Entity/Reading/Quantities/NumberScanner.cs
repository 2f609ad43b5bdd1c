using Truceline.Entity.Reading.Names;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Quantities;

/// <summary>Finds the numbers of a text: only tokens of digits and words that may begin a number are parsed.</summary>
internal static class NumberScanner
{
    /// <summary>The number that begins at a token; null when none does.</summary>
    /// <param name="segmented">Where tokens come from.</param>
    /// <param name="text">The characters to read, as long as those of the tokens; dates may be blotted out.</param>
    /// <param name="token">Index of a token.</param>
    /// <param name="withRatios">Whether "one in five" is one number.</param>
    public static (int Start, ParsedNumber Number)? At(SegmentedText segmented, string text, int token, bool withRatios)
    {
        var (span, kind) = segmented.Tokens[token];
        var start = span.Start;
        if (kind == TokenKind.Word ? (segmented.Words[token].Cues & WordCues.Number) == 0 : kind == TokenKind.Punctuation && !IsPointOrVulgar(text, span))
            return null;
        if (kind == TokenKind.Number && start > 0 && text[start - 1] == '.' && (start == 1 || !char.IsLetterOrDigit(text[start - 2])))
            start--;
        return new NumberParser(text, withRatios).At(start) is { } number && !IsDemonstrative(segmented, token, number) ? (start, number) : null;
    }

    /// <summary>All numbers of a text, signs included, with ratios.</summary>
    public static IEnumerable<(TextSpan Span, double Value)> All(SegmentedText segmented)
    {
        var end = 0;
        for (var i = 0; i < segmented.Tokens.Count; i++)
        {
            if (segmented.Tokens[i].Span.Start < end || At(segmented, segmented.Text, i, withRatios: true) is not var (start, number))
                continue;
            end = number.End;
            // A unit written on to a number makes it a measure.
            if (end < segmented.Text.Length && char.IsLetter(segmented.Text[end]))
                continue;
            var (from, sign) = Sign(segmented.Text, start);
            yield return (new TextSpan(from, end), sign * number.Value);
            // Lists and addresses ("22,24,26", "192.168.1.2") are one token of several numbers.
            while (end + 1 < segmented.Tokens[i].Span.End && segmented.Text[end] is '.' or ',' or '-' && new NumberParser(segmented.Text, withRatios: false).At(end + 1) is { } further)
            {
                yield return (new TextSpan(end + 1, further.End), further.Value);
                end = further.End;
            }
        }
    }

    private static bool IsPointOrVulgar(string text, TextSpan span) => NumberFigures.IsVulgar(text[span.Start]);

    /// <summary>Whether a number may begin with a word.</summary>
    public static bool IsNumberWord(ReadOnlySpan<char> word)
    {
        var joint = word.IndexOf('-');
        var (role, _) = NumberWords.Of(joint > 0 ? word[..joint] : word);
        return NumberWords.MayBegin(role) && role != NumberRole.Vague;
    }

    /// <summary>"this one", "which one": "one" stands for a thing.</summary>
    private static bool IsDemonstrative(SegmentedText segmented, int token, ParsedNumber number) =>
        number is { IsWords: true, Value: 1 } && (segmented.Is(token - 1, "this") || segmented.Is(token - 1, "that") || segmented.Is(token - 1, "which") || segmented.Is(token - 1, "each")
            || segmented.Is(token - 1, "every") || segmented.Is(token - 1, "no") || segmented.Is(token + 1, "another"));

    private static (int From, int Sign) Sign(string text, int start)
    {
        if (start > 0 && text[start - 1] is '-' or '−' && (start == 1 || !char.IsLetterOrDigit(text[start - 2])))
            return (start - 1, -1);
        foreach (var word in (ReadOnlySpan<string>)["minus ", "negative "])
        {
            if (start >= word.Length && text.AsSpan(start - word.Length, word.Length).Equals(word, StringComparison.OrdinalIgnoreCase))
                return (start - word.Length, -1);
        }
        return (start, 1);
    }
}
