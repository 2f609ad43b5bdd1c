using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>Sketches of sets of runs.</summary>
internal static class RunSketch
{
    /// <summary>Where the hash begins in a bin; below it stands the index.</summary>
    private const int HashShift = 31;

    /// <summary>Puts runs [from, to) into the bins: the eight highest bits choose the bin, the smallest hash stays, with its index.</summary>
    internal static void Add(SignatureScratch scratch, int from, int to)
    {
        ref var runs = ref MemoryMarshal.GetArrayDataReference(scratch.Runs);
        ref var bins = ref MemoryMarshal.GetArrayDataReference(scratch.Bins);
        for (var i = from; i < to; i++)
        {
            var hash = Unsafe.Add(ref runs, i);
            ref var bin = ref Unsafe.Add(ref bins, (nint)(hash >> 24));
            bin = Smaller(bin, ((long)hash << HashShift) | (uint)i);
        }
    }

    /// <summary>Index of the run that a bin holds.</summary>
    internal static int IndexOf(long bin) => (int)(bin & int.MaxValue);

    /// <summary>Writes the sketch of 256 bins.</summary>
    internal static void WriteWhole(ReadOnlySpan<long> bins, Span<byte> sketch)
    {
        ref var bin = ref MemoryMarshal.GetReference(bins);
        ref var value = ref MemoryMarshal.GetReference(sketch);
        for (nuint i = 0; i < SketchShape.WholeBins; i++)
        {
            // An empty bin has all bits.
            Unsafe.Add(ref value, i) = (byte)(Unsafe.Add(ref bin, i) >> (16 + HashShift));
        }
    }

    /// <summary>Writes the sketch of 64 bins, each of four: what is in the first that is not empty is the smallest.</summary>
    internal static void WriteHead(ReadOnlySpan<long> bins, Span<byte> sketch)
    {
        ref var bin = ref MemoryMarshal.GetReference(bins);
        ref var value = ref MemoryMarshal.GetReference(sketch);
        for (nuint i = 0; i < SketchShape.HeadBins; i++)
        {
            var smallest = Smaller(
                Smaller(Unsafe.Add(ref bin, 4 * i), Unsafe.Add(ref bin, (4 * i) + 1)), Smaller(Unsafe.Add(ref bin, (4 * i) + 2), Unsafe.Add(ref bin, (4 * i) + 3)));
            // Two bits of the bin and six of the value.
            Unsafe.Add(ref value, i) = (byte)(smallest >> (18 + HashShift));
        }
    }

    // Without a branch, which would be guessed wrongly each third time. Both are positive.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Smaller(long a, long b) => a + ((b - a) & ((b - a) >> 63));
}
