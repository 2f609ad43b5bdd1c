using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Reading.Syntax;

/// <summary>What the parser looks at in a word by itself.</summary>
/// <param name="Word">Hash of its lower case; all figures of one shape are one word.</param>
/// <param name="Cluster">Its fine cluster, from 1; 0 when it has none.</param>
/// <param name="Coarse">Its coarse cluster, from 1; 0 when it has none.</param>
/// <param name="Ending">Hash of its last three letters.</param>
/// <param name="ShortEnding">Hash of its last two letters.</param>
/// <param name="Beginning">Hash of its first three letters.</param>
/// <param name="Shape">Capitals, figures, hyphens: bits.</param>
/// <param name="Form">What its ending says of a verb's form: 1 "-ing", 2 "-ed" and the like, 3 "-s", 0 else.</param>
internal readonly record struct SyntaxWord(uint Word, ushort Cluster, ushort Coarse, uint Ending, uint ShortEnding, uint Beginning, byte Shape, byte Form)
{
    private const int Longest = 64;

    /// <summary>Encodes a word; of a long one its beginning counts.</summary>
    public static SyntaxWord Of(ReadOnlySpan<char> word, WordClusters clusters)
    {
        if (word.Length > Longest)
            word = word[..Longest];
        Span<char> lower = stackalloc char[word.Length];
        byte shape = 0;
        for (var i = 0; i < word.Length; i++)
        {
            var c = word[i];
            shape |= (byte)(char.IsUpper(c) ? i == 0 ? 1 : 2 : char.IsDigit(c) ? 4 : c is '-' or '‑' or '‐' ? 8 : c == '.' ? 16 : c is '\'' or '’' ? 32 : 0);
            lower[i] = char.IsDigit(c) ? '0' : WordHash.Fold(c);
        }
        if ((shape & 4) != 0 && char.IsDigit(word[0]))
        {
            // All figures are alike, but those that look like a year and ordinals.
            lower[^1] = char.IsLetter(lower[^1]) ? 'd' : lower.Length == 4 && !lower.ContainsAny(',', '.') ? 'y' : 'n';
            lower = lower[^1..];
        }
        var hash = WordHash.Lower(lower);
        var (fine, coarse) = clusters.Of(hash);
        return new SyntaxWord((uint)hash, fine, coarse, End(lower, 3), End(lower, 2), (uint)WordHash.Lower(lower[..Math.Min(3, lower.Length)]), shape, FormOf(lower));
    }

    private static uint End(ReadOnlySpan<char> word, int letters) => (uint)WordHash.Lower(word[Math.Max(0, word.Length - letters)..]);

    private static byte FormOf(ReadOnlySpan<char> word) =>
        (byte)(word.EndsWith("ing") ? 1 : word.EndsWith("ed") || word.EndsWith("en") || word.EndsWith("wn") ? 2 : word.EndsWith("s") && !word.EndsWith("ss") ? 3 : 0);
}
