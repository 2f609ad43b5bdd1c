using System.Globalization;
using Truceline.Entity.Reading.Names;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Times;

/// <summary>Cuts the sentences that may speak of time into lexemes: runs of letters, runs of digits, single marks.</summary>
internal static class Lexer
{
    private const int LongestNumber = 8;
    private const int LongestJoined = 40;

    /// <summary>Whether a sentence holds a word or figure that an expression of time must have.</summary>
    public static bool HasTrigger(SegmentedText segmented, Sentence sentence)
    {
        var text = segmented.Text;
        var words = segmented.Words;
        for (var i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            var (span, kind) = segmented.Tokens[i];
            if (kind == TokenKind.Number ? IsTriggerNumber(text, span) : kind == TokenKind.Word && (words[i].Cues & WordCues.Time) != 0)
                return true;
        }
        return false;
    }

    /// <summary>The lexemes of a range of the text.</summary>
    public static void Cut(string text, TextSpan range, List<Lexeme> into)
    {
        into.Clear();
        var spaced = true;
        for (var at = range.Start; at < range.End;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                spaced = true;
                at++;
                continue;
            }
            var end = at + 1;
            if (char.IsAsciiDigit(text[at]))
            {
                while (end < range.End && char.IsAsciiDigit(text[end]))
                    end++;
                var value = end - at <= LongestNumber ? int.Parse(text.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture) : -1;
                into.Add(new Lexeme(at, end, Lex.Digits, value, spaced, false));
            }
            else if (char.IsLetter(text[at]))
            {
                while (end < range.End && char.IsLetter(text[end]))
                    end++;
                var (kind, value) = Lexicon.Of(text.AsSpan(at, end - at));
                into.Add(new Lexeme(at, end, kind, value, spaced, char.IsUpper(text[at])));
            }
            else
            {
                into.Add(new Lexeme(at, end, Lex.Mark, text[at], spaced, false));
            }
            spaced = false;
            at = end;
        }
    }

    /// <summary>Years, dates in figures, days with an ending ("15th"), and figures that a mark or letter joins to something.</summary>
    private static bool IsTriggerNumber(string text, TextSpan span)
    {
        if (span.Length is 4 or 8 || char.IsAsciiLetter(text[span.End - 1]))
            return true;
        return span.End < text.Length && (text[span.End] is '/' or '-' or '.' || char.IsAsciiLetter(text[span.End])) || text.AsSpan(span.Start, span.Length).Contains('.');
    }

    /// <summary>Whether an expression of time may hold a word.</summary>
    public static bool IsTriggerWord(ReadOnlySpan<char> word)
    {
        // "the following morning"
        if (word.Equals("morning", StringComparison.OrdinalIgnoreCase) || word.Equals("afternoon", StringComparison.OrdinalIgnoreCase) || word.Equals("evening", StringComparison.OrdinalIgnoreCase))
            return true;
        // "D+14", "D-2", "D plus 30"
        if (word is "D" || (word.Length is > 2 and < 6 && word[0] == 'D' && word[1] is '-' or '‑' or '–' && !word[2..].ContainsAnyExceptInRange('0', '9')))
            return true;
        if (IsTriggerPart(word))
            return true;
        if (word.Length > LongestJoined || word.IndexOfAny('-', '‐', '‑') < 0)
            return false;
        foreach (var part in word.SplitAny('-', '‐', '‑'))
        {
            if (IsTriggerPart(word[part]))
                return true;
        }
        return false;
    }

    private static bool IsTriggerPart(ReadOnlySpan<char> word) =>
        word.Length is > 0 and <= LongestJoined
        && ((word.Length is 4 or 8 && !word.ContainsAnyExceptInRange('0', '9')) || (Lexicon.Of(word) is var (kind, value) && Lexicon.IsTrigger(kind, value)) || (char.IsAsciiDigit(word[^1]) && IsTriggerLetters(word.TrimEnd("0123456789"))));

    private static bool IsTriggerLetters(ReadOnlySpan<char> letters) =>
        letters.Length > 0 && (letters is "q" or "Q" or "H" or "h" or "D" or "CY" or "cy" || (Lexicon.Of(letters) is var (kind, value) && Lexicon.IsTrigger(kind, value)));
}
