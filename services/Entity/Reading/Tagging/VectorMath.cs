using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Truceline.Entity.Reading.Tagging;

/// <summary>
/// Sums over rows of floats whose length is a multiple of eight. The order of every operation is fixed and none is fused, so that all machines
/// compute the same bits.
/// </summary>
internal static class VectorMath
{
    /// <summary>Adds a row, times a factor, to another.</summary>
    public static void AddScaled(Span<float> into, ReadOnlySpan<float> row, float factor)
    {
        var target = MemoryMarshal.Cast<float, Vector256<float>>(into);
        var source = MemoryMarshal.Cast<float, Vector256<float>>(row);
        var scale = Vector256.Create(factor);
        for (var i = 0; i < target.Length && i < source.Length; i++)
            target[i] += source[i] * scale;
    }

    /// <summary>Adds a row to another.</summary>
    public static void Add(Span<float> into, ReadOnlySpan<float> row)
    {
        var target = MemoryMarshal.Cast<float, Vector256<float>>(into);
        var source = MemoryMarshal.Cast<float, Vector256<float>>(row);
        for (var i = 0; i < target.Length && i < source.Length; i++)
            target[i] += source[i];
    }

    /// <summary>The sum of products of two rows.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var a = MemoryMarshal.Cast<float, Vector256<float>>(left);
        var b = MemoryMarshal.Cast<float, Vector256<float>>(right);
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < a.Length && i < b.Length; i++)
            sum += a[i] * b[i];
        var half = sum.GetLower() + sum.GetUpper();
        return (half[0] + half[1]) + (half[2] + half[3]);
    }
}
