namespace Truceline.Entity.Reading.Places;

/// <summary>
/// By the hash of a name's first word that is no article: how many such words the longest name has that begins with it. Two cells in a byte.
/// Words may share a cell, so it may say too many, never too few.
/// </summary>
internal static class FirstWordTable
{
    /// <summary>Length of a table in bytes.</summary>
    public const int Length = 1 << (GazetteerFormat.FirstWordBits - 1);

    /// <summary>Reads a cell.</summary>
    public static int Read(ReadOnlySpan<byte> table, ulong firstWord)
    {
        var (index, shift) = Cell(firstWord);
        return (table[index] >> shift) & 0xF;
    }

    /// <summary>Raises a cell to a count of words.</summary>
    public static void Add(Span<byte> table, ulong firstWord, int words)
    {
        var (index, shift) = Cell(firstWord);
        var most = Math.Max(Read(table, firstWord), Math.Min(words, GazetteerFormat.LongestName));
        table[index] = (byte)((table[index] & ~(0xF << shift)) | (most << shift));
    }

    /// <summary>The first word of a name and the number of its words.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Hash of the loose key of its first word that is no article, and the number of words that are none.</returns>
    public static (ulong FirstWord, int Words) Of(ReadOnlySpan<char> name)
    {
        var hash = default(NameHash);
        var (firstWord, words) = (0ul, 0);
        foreach (var word in new NameWords(name))
        {
            var before = hash.LooseLength;
            hash.Add(word);
            if (hash.LooseLength == before)
                continue;
            if (words++ == 0)
                firstWord = hash.Loose;
        }
        return (firstWord, words);
    }

    private static (int Index, int Shift) Cell(ulong firstWord)
    {
        var cell = (int)(firstWord >> (64 - GazetteerFormat.FirstWordBits));
        return (cell >> 1, (cell & 1) * 4);
    }
}
