using System.Numerics;
using System.Runtime.CompilerServices;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>
/// Finds names and figures by their first character. A name is a word with a capital that follows a word and one other character, so not at a sentence's
/// begin; in scripts without capitals there are none.
/// </summary>
internal static class MarkScan
{
    private const uint Mixer = 0x85EBCA6B;

    /// <summary>Adds a piece's names to their sketch, and notes which of its words begin with a digit.</summary>
    /// <param name="scratch">Holds the bits of the piece and the hashes of its words.</param>
    /// <param name="blocks">Blocks of the piece.</param>
    /// <param name="word">Index of its first word.</param>
    internal static void Append(SignatureScratch scratch, int blocks, int word)
    {
        var names = scratch.Record.AsSpan(SignatureRecord.NamesOffset, SketchShape.NameBins);
        ulong before = 0;
        for (var block = 0; block < blocks; block++)
        {
            var words = scratch.WordBits[block];
            var starts = words & ~((words << 1) | (before >> 63));
            var afterWord = (words << 2) | (before >> 62);
            for (var chosen = starts & scratch.CapitalBits[block] & afterWord; chosen != 0; chosen &= chosen - 1)
            {
                var hash = scratch.Words[word + Before(starts, chosen)] * Mixer;
                ref var bin = ref names[(int)(hash >> (32 - 6))];
                bin = Math.Min(bin, (byte)(hash >> (24 - 6)));
            }

            for (var chosen = starts & scratch.DigitBits[block]; chosen != 0; chosen &= chosen - 1)
            {
                scratch.Figures[scratch.FigureCount++] = word + Before(starts, chosen);
            }

            word += BitOperations.PopCount(starts);
            before = words;
        }
    }

    // How many words of the block begin before the lowest of the chosen.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Before(ulong starts, ulong chosen) => BitOperations.PopCount(starts & ((chosen ^ (chosen - 1)) >> 1));
}
