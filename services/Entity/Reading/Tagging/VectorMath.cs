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

    /// <summary>Adds the product of a row of inputs and a matrix [inputs][units] to a row of units, whose length is a multiple of 32.</summary>
    public static void Multiply(ReadOnlySpan<float> inputs, ReadOnlySpan<float> matrix, Span<float> units)
    {
        var rows = MemoryMarshal.Cast<float, Vector256<float>>(matrix);
        var into = MemoryMarshal.Cast<float, Vector256<float>>(units);
        for (var block = 0; block + 3 < into.Length; block += 4)
        {
            var (a, b, c, d) = (into[block], into[block + 1], into[block + 2], into[block + 3]);
            var row = block;
            for (var i = 0; i < inputs.Length; i++, row += into.Length)
            {
                var x = Vector256.Create(inputs[i]);
                var slice = rows.Slice(row, 4);
                a += x * slice[0];
                b += x * slice[1];
                c += x * slice[2];
                d += x * slice[3];
            }
            (into[block], into[block + 1], into[block + 2], into[block + 3]) = (a, b, c, d);
        }
    }
}
