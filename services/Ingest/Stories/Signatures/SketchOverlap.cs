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

    /// <summary>The sketch of 64 bins that a sketch of 256 bins holds: of each four bins the first that is not empty, in six bits, below the two of its place.</summary>
    internal static void Coarsen(ReadOnlySpan<byte> whole, Span<byte> coarse)
    {
        ref var from = ref MemoryMarshal.GetReference(whole);
        ref var to = ref MemoryMarshal.GetReference(coarse);
        for (nuint i = 0; i < SketchShape.HeadBins; i += 32)
        {
            var first = Vector256.Narrow(Four(ref from, 4 * i), Four(ref from, (4 * i) + 32));
            var second = Vector256.Narrow(Four(ref from, (4 * i) + 64), Four(ref from, (4 * i) + 96));
            Vector256.Narrow(first, second).StoreUnsafe(ref to, i);
        }
    }

    private static Vector256<uint> Four(ref byte from, nuint at)
    {
        // Little endian: the first of four bins is the lowest byte.
        var bins = Vector256.LoadUnsafe(ref from, at).AsUInt32();
        var all = Vector256.Create(0xFFu);
        var result = Vector256.Create((uint)SketchShape.Empty);
        for (var place = 3; place >= 0; place--)
        {
            var bin = (bins >>> (8 * place)) & all;
            result = Vector256.ConditionalSelect(Vector256.Equals(bin, all), result, (bin >>> 2) | Vector256.Create((uint)place << 6));
        }

        return result;
    }
}
