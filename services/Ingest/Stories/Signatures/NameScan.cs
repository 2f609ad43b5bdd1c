using System.Numerics;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>
/// Sketches of names (words with a capital that follow a word and one other character, so not at a sentence's begin) and of figures (words that begin with a
/// digit). Reports made by one template share their runs of words, not these.
/// </summary>
internal static class NameScan
{
    private const uint Mixer = 0x85EBCA6B;

    /// <summary>Adds a piece's names and figures.</summary>
    /// <param name="scratch">Holds the bits of the piece and the hashes of its words.</param>
    /// <param name="blocks">Blocks of the piece.</param>
    /// <param name="firstWord">Index of its first word.</param>
    internal static void Append(SignatureScratch scratch, int blocks, int firstWord)
    {
        var names = scratch.Record.AsSpan(SignatureRecord.NamesOffset, SketchShape.NameBins);
        var figures = scratch.Record.AsSpan(SignatureRecord.FiguresOffset, SketchShape.FigureBins);
        ulong before = 0;
        for (var block = 0; block < blocks; block++)
        {
            var words = scratch.WordBits[block];
            var starts = words & ~((words << 1) | (before >> 63));
            var afterWord = (words << 2) | (before >> 62);
            Add(starts & scratch.CapitalBits[block] & afterWord, starts, firstWord, scratch.Words, names, BitOperations.Log2(SketchShape.NameBins));
            Add(starts & scratch.DigitBits[block], starts, firstWord, scratch.Words, figures, BitOperations.Log2(SketchShape.FigureBins));
            firstWord += BitOperations.PopCount(starts);
            before = words;
        }
    }

    private static void Add(ulong chosen, ulong starts, int firstWord, uint[] words, Span<byte> sketch, int binBits)
    {
        while (chosen != 0)
        {
            var bit = chosen & (~chosen + 1);
            var hash = words[firstWord + BitOperations.PopCount(starts & (bit - 1))] * Mixer;
            ref var bin = ref sketch[(int)(hash >> (32 - binBits))];
            bin = Math.Min(bin, (byte)(hash >> (24 - binBits)));
            chosen ^= bit;
        }
    }
}
