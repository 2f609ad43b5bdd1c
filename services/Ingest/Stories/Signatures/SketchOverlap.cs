using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>
/// How two sketches overlap. The smallest hash of a bin over both sets is a random element of both together, so the bins where it comes from the first set
/// are a sample of that set, and the share of them where both have it estimates how much of it the second contains.
/// </summary>
/// <param name="Both">Bins whose smallest both sets hold.</param>
/// <param name="First">Bins whose smallest only the first set holds.</param>
/// <param name="Second">Bins whose smallest only the second set holds.</param>
internal readonly record struct SketchOverlap(int Both, int First, int Second)
{
    /// <summary>Share of the first set that is in the second, [0, 1]; 0 when the first is empty.</summary>
    internal double OfFirst => Both == 0 ? 0 : (double)Both / (Both + First);

    /// <summary>Share of the second set that is in the first.</summary>
    internal double OfSecond => Both == 0 ? 0 : (double)Both / (Both + Second);

    /// <summary>Compares two sketches of the same shape; their length is a multiple of 16.</summary>
    internal static SketchOverlap Of(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var both = 0;
        var lower = 0;
        var higher = 0;
        ref var a = ref MemoryMarshal.GetReference(first);
        ref var b = ref MemoryMarshal.GetReference(second);
        nuint i = 0;
        if (Vector512.IsHardwareAccelerated)
        {
            for (; i + 64 <= (uint)first.Length; i += 64)
            {
                var x = Vector512.LoadUnsafe(ref a, i);
                var y = Vector512.LoadUnsafe(ref b, i);
                var empty = Vector512.Create(SketchShape.Empty);
                both += BitOperations.PopCount(Vector512.Equals(x, y).ExtractMostSignificantBits() & ~Vector512.Equals(x, empty).ExtractMostSignificantBits());
                lower += BitOperations.PopCount(Vector512.LessThan(x, y).ExtractMostSignificantBits());
                higher += BitOperations.PopCount(Vector512.GreaterThan(x, y).ExtractMostSignificantBits());
            }
        }

        for (; i < (uint)first.Length; i += 16)
        {
            var x = Vector128.LoadUnsafe(ref a, i);
            var y = Vector128.LoadUnsafe(ref b, i);
            var empty = Vector128.Create(SketchShape.Empty);
            both += BitOperations.PopCount(Vector128.Equals(x, y).ExtractMostSignificantBits() & ~Vector128.Equals(x, empty).ExtractMostSignificantBits());
            lower += BitOperations.PopCount(Vector128.LessThan(x, y).ExtractMostSignificantBits());
            higher += BitOperations.PopCount(Vector128.GreaterThan(x, y).ExtractMostSignificantBits());
        }

        return new SketchOverlap(both, lower, higher);
    }

    /// <summary>The sketch of 64 bins that a sketch of 256 bins holds.</summary>
    internal static void Coarsen(ReadOnlySpan<byte> whole, Span<byte> coarse)
    {
        for (var i = 0; i < SketchShape.HeadBins; i++)
        {
            var four = whole.Slice(4 * i, 4);
            var first = four.IndexOfAnyExcept(SketchShape.Empty);
            coarse[i] = first < 0 ? SketchShape.Empty : (byte)Math.Min((first << 6) | (four[first] >> 2), SketchShape.Empty - 1);
        }
    }
}
