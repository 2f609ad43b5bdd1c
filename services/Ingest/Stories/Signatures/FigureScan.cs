namespace Truceline.Ingest.Stories.Signatures;

/// <summary>
/// Figures: words that begin with a digit, and words for numbers, each with the word after it ("nine explosions", "12 May"). A copy has most of them even
/// when some were updated; of two reports filled into one template each has its own.
/// </summary>
internal static class FigureScan
{
    private const uint First = 0x9E3779B1;
    private const uint Second = 0x85EBCA6B;

    /// <summary>Writes the sketch of the figures, when all words are known.</summary>
    internal static void Write(SignatureScratch scratch, Span<byte> sketch)
    {
        foreach (var word in scratch.Figures.AsSpan(0, scratch.FigureCount))
        {
            Add(scratch, word, sketch);
        }

        for (var word = 0; word < scratch.Count; word++)
        {
            if (NumberWords.MayBe(scratch.Words[word]) && NumberWords.Are(scratch.Words[word]))
            {
                Add(scratch, word, sketch);
            }
        }
    }

    private static void Add(SignatureScratch scratch, int word, Span<byte> sketch)
    {
        var hash = scratch.Words[word] * First;
        hash = (hash ^ (hash >> 15) ^ scratch.Words[word + 1]) * Second;
        hash ^= hash >> 16;
        ref var bin = ref sketch[(int)(((ulong)hash * SketchShape.FigureBins) >> 32)];
        bin = Math.Min(bin, (byte)hash);
    }
}
