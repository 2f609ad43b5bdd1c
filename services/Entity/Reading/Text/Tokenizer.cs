using System.Buffers;
using System.Globalization;
using System.Text;

namespace Truceline.Entity.Reading.Text;

/// <summary>Cuts a text into tokens. Takes any string, broken surrogates included; tokens never overlap and come in order.</summary>
internal static class Tokenizer
{
    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>(text.Length / 5 + 1);
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }
            // Plain words and blanks are nearly all of a text; all else takes the long way.
            if (PlainWord(text, at) is var plain and > 0)
            {
                tokens.Add(new Token(new TextSpan(at, plain), TokenKind.Word));
                at = plain;
                continue;
            }
            var (end, kind) = Next(text, at);
            tokens.Add(new Token(new TextSpan(at, end), kind));
            at = end;
        }
        return tokens;
    }

    /// <summary>The end of a run of ASCII letters that a blank, a comma or another plain mark ends; 0 for words that hold anything else.</summary>
    private static int PlainWord(string text, int at)
    {
        var rest = text.AsSpan(at);
        var length = rest.IndexOfAnyExcept(AsciiLetters);
        if (length < 0)
            return at + rest.Length;
        // A single letter may open an initialism.
        return length > 0 && PlainEnds.Contains(rest[length]) && !(length == 1 && rest[1] == '.') ? at + length : 0;
    }

    private static readonly SearchValues<char> AsciiLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    private static readonly SearchValues<char> PlainEnds = SearchValues.Create(" \n\r\t,.;:!?()[]\"/–—”“");

    private static (int End, TokenKind Kind) Next(string text, int at)
    {
        if (IsDigit(text, at))
            return (EndOfNumber(text, at), TokenKind.Number);
        if (IsLetter(text, at))
            return (EndOfWord(text, at), TokenKind.Word);
        if (IsPossessive(text, at) && at > 0 && IsWordPart(text, at - 1))
            return (at + 2, TokenKind.Word);
        var end = at + RuneLength(text, at);
        if (text[at] is '-' or '.' or '–' or '—')
        {
            while (end < text.Length && text[end] == text[at])
                end++;
        }
        return (end, TokenKind.Punctuation);
    }

    private static int EndOfNumber(string text, int at)
    {
        var end = at;
        while (end < text.Length)
        {
            if (IsDigit(text, end))
                end += RuneLength(text, end);
            else if (text[end] is ',' or '.' && end + 1 < text.Length && IsDigit(text, end + 1))
                end++;
            else
                break;
        }
        return IsOrdinalEnding(text, end) ? end + 2 : end;
    }

    private static bool IsOrdinalEnding(string text, int at)
    {
        if (at + 2 > text.Length || (at + 2 < text.Length && IsWordPart(text, at + 2)))
            return false;
        var ending = text.AsSpan(at, 2);
        return ending.Equals("st", StringComparison.OrdinalIgnoreCase) || ending.Equals("nd", StringComparison.OrdinalIgnoreCase)
            || ending.Equals("rd", StringComparison.OrdinalIgnoreCase) || ending.Equals("th", StringComparison.OrdinalIgnoreCase);
    }

    private static int EndOfWord(string text, int at)
    {
        var initialism = EndOfInitialism(text, at);
        if (initialism > at)
            return initialism;
        var end = at;
        while (end < text.Length)
        {
            if (IsWordPart(text, end))
                end += RuneLength(text, end);
            else if (IsJoint(text, end))
                end++;
            else
                break;
        }
        return end;
    }

    /// <summary>"U.S.", "a.m.", "U.N": single letters with stops between them, with the last stop when there is one.</summary>
    private static int EndOfInitialism(string text, int at)
    {
        var end = at;
        var letters = 0;
        while (end + 1 < text.Length && char.IsAsciiLetter(text[end]) && text[end + 1] == '.')
        {
            letters++;
            end += 2;
        }
        if (letters > 0 && end < text.Length && IsWordPart(text, end))
        {
            var alone = char.IsAsciiLetter(text[end]) && (end + 1 == text.Length || !IsWordPart(text, end + 1));
            if (!alone)
                return letters > 1 ? end : at;
            end++;
            letters++;
        }
        return letters > 1 ? end : at;
    }

    /// <summary>A hyphen or apostrophe between letters or digits, unless it opens the possessive ending.</summary>
    private static bool IsJoint(string text, int at)
    {
        if (at + 1 >= text.Length || !IsWordPart(text, at + 1))
            return false;
        return text[at] is '-' or '‐' or '‑' || (IsApostrophe(text[at]) && !IsPossessive(text, at));
    }

    private static bool IsPossessive(string text, int at) =>
        at + 1 < text.Length && IsApostrophe(text[at]) && text[at + 1] is 's' or 'S'
        && (at + 2 == text.Length || !(IsWordPart(text, at + 2) || IsApostrophe(text[at + 2])));

    internal static bool IsApostrophe(char c) => c is '\'' or '’' or 'ʼ' or '‘' or 'ʿ' or 'ʾ' or '`';

    private static bool IsWordPart(string text, int at) => IsLetter(text, at) || IsDigit(text, at) || IsMark(text, at);

    private static bool IsLetter(string text, int at) => char.IsLetter(text, at);

    private static bool IsDigit(string text, int at) => char.IsDigit(text, at);

    private static bool IsMark(string text, int at) =>
        char.GetUnicodeCategory(text, at) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.EnclosingMark || text[at] is '\u200C' or '\u200D';

    private static int RuneLength(string text, int at) =>
        Rune.TryGetRuneAt(text, at, out var rune) ? rune.Utf16SequenceLength : 1;
}
