namespace Truceline.Entity.Reading.Tagging;

/// <summary>64-bit hashes of words, the same on every machine and in every version.</summary>
internal static class WordHash
{
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Hash of the characters as they are.</summary>
    public static ulong Exact(ReadOnlySpan<char> word)
    {
        var hash = Offset;
        foreach (var c in word)
            hash = (hash ^ c) * Prime;
        return Mix(hash);
    }

    /// <summary>Hash of the characters in lower case.</summary>
    public static ulong Lower(ReadOnlySpan<char> word)
    {
        var hash = Offset;
        foreach (var c in word)
            hash = (hash ^ Fold(c)) * Prime;
        return Mix(hash);
    }

    /// <summary>Hash of a phrase that goes on with one more word.</summary>
    /// <param name="phrase">Hash of the phrase so far; 0 when it begins.</param>
    /// <param name="word">Hash of the word.</param>
    public static ulong Append(ulong phrase, ulong word) => Mix((phrase * Prime) ^ word);

    /// <summary>Spreads every bit over all.</summary>
    public static ulong Mix(ulong hash)
    {
        hash ^= hash >> 32;
        hash *= 0xD6E8FEB86659FD93;
        hash ^= hash >> 32;
        return hash;
    }

    /// <summary>The lower case of a character; apostrophes of all kinds are one.</summary>
    public static char Fold(char c)
    {
        if (c < 128)
            return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        return c is '’' or '‘' or 'ʼ' ? '\'' : char.ToLowerInvariant(c);
    }
}
