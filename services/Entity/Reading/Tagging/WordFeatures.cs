namespace Truceline.Entity.Reading.Tagging;

/// <summary>What the network sees of a word by itself: its shape, and hashes of its form and affixes.</summary>
internal static class WordFeatures
{
    /// <summary>Number of inputs for <see cref="WordShape"/>.</summary>
    public const int ShapeInputs = 24;

    /// <summary>Largest number of hashed features of a word.</summary>
    public const int MostHashed = 12;

    private const ulong KindStep = 0x9E3779B97F4A7C15;

    /// <summary>The shape of a word that is not empty.</summary>
    public static WordShape ShapeOf(ReadOnlySpan<char> word)
    {
        var (upper, lower, digits, other) = (0, 0, 0, 0);
        var shape = WordShape.None;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            if (char.IsUpper(c))
                upper++;
            else if (char.IsLower(c))
                lower++;
            else if (char.IsDigit(c))
                digits++;
            else if (c is '-' or '‐' or '‑' && i > 0)
                shape |= WordShape.Hyphen | (i + 1 < word.Length && char.IsUpper(word[i + 1]) ? WordShape.CapitalAfterHyphen : WordShape.None);
            else if (c == '.')
                shape |= WordShape.Stop;
            else if (c is '\'' or '’' or '‘' or 'ʼ' or '`')
                shape |= i == 0 && word.Length == 2 ? WordShape.Possessive : WordShape.Apostrophe;
            else if (char.IsLetter(c) || char.IsSurrogate(c))
                other++;
            if (c > 0x24F && char.IsLetter(c))
                shape |= WordShape.OtherScript;
        }
        if (upper + lower + digits + other == 0)
            return MarkOf(word);
        if (digits > 0)
            shape |= upper + lower + other == 0 ? WordShape.HasDigit | WordShape.AllDigits : WordShape.HasDigit;
        if (upper > 0)
            shape |= CaseOf(word, upper, lower);
        else if (lower > 0)
            shape |= WordShape.Lower;
        return IsArticle(word) ? shape | WordShape.Article : shape;
    }

    /// <summary>Writes the hashed features of a word, each in [0, 2^bits); returns their number.</summary>
    public static int Hashed(ReadOnlySpan<char> word, WordShape shape, int bits, Span<int> into)
    {
        var count = 0;
        Span<char> lower = stackalloc char[Math.Min(word.Length, 24)];
        for (var i = 0; i < lower.Length; i++)
            lower[i] = char.IsDigit(word[i]) ? '0' : WordHash.Fold(word[i]);
        Add(0, WordHash.Exact(lower), into, ref count, bits);
        Add(1, (ulong)shape, into, ref count, bits);
        Add(2, PatternOf(word), into, ref count, bits);
        var last = word.Length <= 24 ? lower : default;
        for (var length = 1; length <= 4 && length < last.Length; length++)
            Add(2 + length, WordHash.Exact(last[^length..]), into, ref count, bits);
        for (var length = 2; length <= 4 && length < lower.Length; length++)
            Add(6 + length, WordHash.Exact(lower[..length]), into, ref count, bits);
        return count;
    }

    private static void Add(int kind, ulong hash, Span<int> into, ref int count, int bits) =>
        into[count++] = (int)(WordHash.Mix(hash + ((ulong)(kind + 1) * KindStep)) >> (64 - bits));

    private static WordShape CaseOf(ReadOnlySpan<char> word, int upper, int lower)
    {
        if (lower == 0)
            return upper == 1 ? WordShape.SingleCapital : WordShape.AllCapitals;
        return char.IsUpper(word[0]) && (upper == 1 || word.ContainsAny("-'’")) ? WordShape.Capitalised : WordShape.MixedCase;
    }

    private static WordShape MarkOf(ReadOnlySpan<char> word) => word[0] switch
    {
        ',' => WordShape.Comma,
        '.' or '!' or '?' or '…' => WordShape.FullStop,
        ':' or ';' => WordShape.Colon,
        '-' or '–' or '—' => WordShape.Dash,
        '"' or '“' or '”' or '\'' or '’' or '‘' or '«' or '»' => WordShape.Quote,
        '(' or '[' or '{' => WordShape.Opening,
        ')' or ']' or '}' => WordShape.Closing,
        _ => WordShape.OtherMark,
    };

    /// <summary>Whether a word opens with the Arabic article, as in "al-Nusra".</summary>
    private static bool IsArticle(ReadOnlySpan<char> word) =>
        word.Length > 4 && word.IndexOf('-') is 2 && WordHash.Fold(word[0]) is 'a' or 'e' && char.IsLetter(word[1]);

    /// <summary>Hash of the sequence of kinds of characters, runs as one: "Xx-Xx", "XX0".</summary>
    private static ulong PatternOf(ReadOnlySpan<char> word)
    {
        Span<char> pattern = stackalloc char[8];
        var length = 0;
        foreach (var c in word)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? '0' : c;
            if (length > 0 && pattern[length - 1] == kind)
                continue;
            if (length == pattern.Length)
                break;
            pattern[length++] = kind;
        }
        return WordHash.Exact(pattern[..length]);
    }
}
