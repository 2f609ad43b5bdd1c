using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>Sketches of sets of runs.</summary>
internal static class RunSketch
{
    /// <summary>Puts runs [from, to) into the bins: the eight highest bits choose the bin, the smallest hash stays, with its index.</summary>
    internal static void Add(SignatureScratch scratch, int from, int to)
    {
        ref var runs = ref MemoryMarshal.GetArrayDataReference(scratch.Runs);
        ref var bins = ref MemoryMarshal.GetArrayDataReference(scratch.Bins);
        for (var i = from; i < to; i++)
        {
            var hash = Unsafe.Add(ref runs, i);
            ref var bin = ref Unsafe.Add(ref bins, (int)(hash >> 24));
            bin = Math.Min(bin, ((ulong)hash << 32) | (uint)i);
        }
    }

    /// <summary>Writes the sketch of 256 bins.</summary>
    internal static void WriteWhole(ReadOnlySpan<ulong> bins, Span<byte> sketch)
    {
        for (var i = 0; i < SketchShape.WholeBins; i++)
        {
            // An empty bin has all bits.
            sketch[i] = (byte)(bins[i] >> 48);
        }
    }

    /// <summary>Writes the sketch of 64 bins, each of four: what is in the first that is not empty is the smallest.</summary>
    internal static void WriteHead(ReadOnlySpan<ulong> bins, Span<byte> sketch)
    {
        for (var i = 0; i < SketchShape.HeadBins; i++)
        {
            var four = bins.Slice(4 * i, 4);
            var smallest = Math.Min(Math.Min(four[0], four[1]), Math.Min(four[2], four[3]));
            // Two bits of the bin and six of the value; 255 stays for an empty one.
            sketch[i] = smallest == ulong.MaxValue ? SketchShape.Empty : (byte)Math.Min((smallest >> 50) & 0xFF, SketchShape.Empty - 1);
        }
    }
}
