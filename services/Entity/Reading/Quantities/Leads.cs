namespace Truceline.Entity.Reading.Quantities;

/// <summary>Which bound a word sets.</summary>
internal enum Bound
{
    None,
    Low,
    High,
}

/// <summary>The words before and after a number that bound it: "more than", "up to", "or more".</summary>
internal static class Leads
{
    private static readonly (string Words, Bound Bound)[] Phrases =
    [
        ("more than", Bound.Low), ("over", Bound.Low), ("at least", Bound.Low), ("upwards of", Bound.Low), ("upward of", Bound.Low), ("in excess of", Bound.Low),
        ("no fewer than", Bound.Low), ("not fewer than", Bound.Low), ("no less than", Bound.Low), ("not less than", Bound.Low), ("a minimum of", Bound.Low), ("exceeding", Bound.Low),
        ("greater than", Bound.Low), ("above", Bound.Low),
        ("not more than", Bound.High), ("no more than", Bound.High), ("up to", Bound.High), ("fewer than", Bound.High), ("less than", Bound.High), ("under", Bound.High), ("at most", Bound.High),
        ("a maximum of", Bound.High), ("as many as", Bound.High), ("as much as", Bound.High), ("below", Bound.High), ("not exceeding", Bound.High), ("within", Bound.High),
        ("just over", Bound.None), ("just under", Bound.None), ("about", Bound.None), ("around", Bound.None), ("some", Bound.None), ("nearly", Bound.None), ("almost", Bound.None),
        ("roughly", Bound.None), ("approximately", Bound.None), ("close to", Bound.None),
    ];

    private static readonly string[] More = ["or more", "or fewer", "or less"];

    /// <summary>Where the bound before a number begins, which it is, and whether "between" stands before it.</summary>
    public static (int Start, Bound Bound, bool IsBetween) Before(string text, int number)
    {
        var start = number;
        if (Sign(text, number) is var (sign, side))
            return (sign, side, false);
        if (Ends(text, start, "an estimated") is var estimated and >= 0)
            start = estimated;
        var (best, bound) = (start, Bound.None);
        foreach (var (words, meaning) in Phrases)
        {
            if (Ends(text, start, words) is var begins and >= 0 && begins < best)
                (best, bound) = (begins, meaning);
        }
        var between = Ends(text, best, "between");
        return (best, bound, between >= 0);
    }

    /// <summary>The bound that a sign of comparison sets ("&gt;30", "≥ 12"); null when none does. A "&gt;" that leads a line quotes it.</summary>
    private static (int Start, Bound Bound)? Sign(string text, int number)
    {
        var end = number > 0 && text[number - 1] is ' ' or '\u00A0' ? number - 1 : number;
        var at = end - 1;
        if (at > 0 && text[at] == '=' && text[at - 1] is '<' or '>')
            at--;
        if (at < 0 || text[at] is not ('<' or '>' or '≤' or '≥') || (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '=' or '<' or '>' or '"' or '/'))
            || (end < number && text[at] == '>' && (at == 0 || text[at - 1] == '\n')))
            return null;
        return (at, text[at] is '>' or '≥' ? Bound.Low : Bound.High);
    }

    /// <summary>The bound after a number ("30 or more", "100+"), and where it ends.</summary>
    public static Bound After(string text, int at, out int end)
    {
        end = at;
        if (at < text.Length && text[at] == '+')
            return Bounded(at + 1, Bound.Low, out end);
        if (at + 5 <= text.Length && text.AsSpan(at, 5).Equals("-plus", StringComparison.OrdinalIgnoreCase) && (at + 5 == text.Length || !char.IsLetter(text[at + 5])))
            return Bounded(at + 5, Bound.Low, out end);
        // "200-odd fighters"
        if (at + 4 <= text.Length && text.AsSpan(at, 4).Equals("-odd", StringComparison.OrdinalIgnoreCase) && (at + 4 == text.Length || !char.IsLetter(text[at + 4])))
            return Bounded(at + 4, Bound.None, out end);
        if (at + 1 >= text.Length || text[at] is not (' ' or '\u00A0' or '\n'))
            return Bound.None;
        foreach (var words in More)
        {
            var last = at + 1 + words.Length;
            if (last <= text.Length && text.AsSpan(at + 1, words.Length).Equals(words, StringComparison.OrdinalIgnoreCase) && (last == text.Length || !char.IsLetter(text[last])))
                return Bounded(last, words == "or more" ? Bound.Low : Bound.High, out end);
        }
        return Bound.None;
    }

    private static Bound Bounded(int last, Bound bound, out int end)
    {
        end = last;
        return bound;
    }

    /// <summary>Where words that end, with blanks, before a position begin; -1 when they don't stand there.</summary>
    private static int Ends(string text, int at, string words)
    {
        var end = at;
        while (end > 0 && at - end < 3 && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (end == at)
            return -1;
        var i = words.Length - 1;
        while (i >= 0)
        {
            if (end == 0)
                return -1;
            if (words[i] == ' ')
            {
                if (!char.IsWhiteSpace(text[end - 1]))
                    return -1;
                while (end > 0 && char.IsWhiteSpace(text[end - 1]) && at - end < 64)
                    end--;
            }
            else if (char.ToLowerInvariant(text[--end]) != words[i])
            {
                return -1;
            }
            i--;
        }
        return end == 0 || !(char.IsLetterOrDigit(text[end - 1]) || text[end - 1] is '.' or '-' or '/') ? end : -1;
    }
}
