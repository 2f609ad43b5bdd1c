namespace Truceline.Ingest.Normalising.Datelines;

/// <summary>Kinds of pieces of which a dateline is made.</summary>
internal enum HeaderTokenKind
{
    /// <summary>A word, hyphens, apostrophes and points within it included.</summary>
    Word,

    /// <summary>Digits, with the ending of an ordinal.</summary>
    Number,

    /// <summary>A dash, or several signs that make one.</summary>
    Dash,

    /// <summary>Any other sign.</summary>
    Sign,
}

/// <summary>A piece of a line.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the line.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct HeaderToken(HeaderTokenKind Kind, int Start, int End);

/// <summary>Takes the beginning of a line apart.</summary>
internal static class HeaderTokens
{
    private const int Most = 48;

    /// <summary>The first pieces of a line, not more than a dateline can have.</summary>
    internal static List<HeaderToken> Of(ReadOnlySpan<char> line)
    {
        var tokens = new List<HeaderToken>(Most);
        for (var at = 0; at < line.Length && tokens.Count < Most;)
        {
            if (char.IsWhiteSpace(line[at]))
            {
                at++;
                continue;
            }

            var (kind, end) = char.IsLetter(line[at]) ? (HeaderTokenKind.Word, EndOfWord(line, at))
                : char.IsDigit(line[at]) ? (HeaderTokenKind.Number, EndOfNumber(line, at))
                : IsDash(line, at) ? (HeaderTokenKind.Dash, EndOfDash(line, at))
                : (HeaderTokenKind.Sign, at + 1);
            tokens.Add(new HeaderToken(kind, at, end));
            at = end;
        }

        return tokens;
    }

    private static int EndOfWord(ReadOnlySpan<char> line, int at)
    {
        for (at++; at < line.Length; at++)
        {
            var isPart = char.IsLetterOrDigit(line[at]) || char.GetUnicodeCategory(line[at]) is System.Globalization.UnicodeCategory.NonSpacingMark
                || (line[at] is '-' or '\'' or '’' or 'ʼ' or '.' or '\u200C' && at + 1 < line.Length && char.IsLetter(line[at + 1]) && !EndsCased(line, at));
            if (!isPart)
            {
                break;
            }
        }

        // "D.C.", "U.S."
        return at < line.Length && line[at] == '.' && at >= 2 && line[at - 2] == '.' ? at + 1 : at;
    }

    // A hyphen in a script without letter case separates place and agency.
    private static bool EndsCased(ReadOnlySpan<char> line, int at) =>
        line[at] == '-' && !char.IsUpper(line[at - 1]) && !char.IsLower(line[at - 1]);

    private static int EndOfNumber(ReadOnlySpan<char> line, int at)
    {
        while (at < line.Length && char.IsDigit(line[at]))
        {
            at++;
        }

        var rest = line[at..];
        foreach (var ending in (ReadOnlySpan<string>)["st", "nd", "rd", "th", "er", "º", "ª"])
        {
            if (rest.StartsWith(ending, StringComparison.OrdinalIgnoreCase) && (rest.Length == ending.Length || !char.IsLetter(rest[ending.Length])))
            {
                return at + ending.Length;
            }
        }

        return at;
    }

    private static bool IsDash(ReadOnlySpan<char> line, int at) => line[at] is '-' or '–' or '—' or '―' or '‒' or '−' or '_'
        || (line[at] == '.' && at + 1 < line.Length && line[at + 1] is '-' or '–' or '—');

    private static int EndOfDash(ReadOnlySpan<char> line, int at)
    {
        for (at++; at < line.Length && line[at] is '-' or '–' or '—'; at++)
        {
        }

        return at;
    }
}
