using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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
        ref var words = ref MemoryMarshal.GetArrayDataReference(scratch.Words);
        ref var figures = ref MemoryMarshal.GetArrayDataReference(scratch.Figures);
        var count = scratch.FigureCount;
        for (var word = 0; word < scratch.Count; word++)
        {
            // Written down in any case and kept if it is one: cheaper than a branch.
            Unsafe.Add(ref figures, count) = word;
            count += NumberWords.Contain(Unsafe.Add(ref words, word)) ? 1 : 0;
        }

        ref var bins = ref MemoryMarshal.GetReference(sketch);
        for (var i = 0; i < count; i++)
        {
            ref var word = ref Unsafe.Add(ref words, Unsafe.Add(ref figures, i));
            var hash = word * First;
            hash = (hash ^ (hash >> 15) ^ Unsafe.Add(ref word, 1)) * Second;
            hash ^= hash >> 16;
            ref var bin = ref Unsafe.Add(ref bins, (nint)(((ulong)hash * SketchShape.FigureBins) >> 32));
            var less = (byte)hash - bin;
            bin += (byte)(less & (less >> 31));
        }
    }
}
