using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Truceline.Entity.Training.Tagging;

/// <summary>Products of small dense matrices, four vectors of eight at a time; the length of a row is a multiple of 32.</summary>
internal static class DenseKernels
{
    /// <summary>Adds to a matrix [inputs][units], for each token, the product of its gradient and the inputs of the token at a distance from it.</summary>
    public static void AddOuterProducts(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> gradients, int tokens, int distance, int inputLength, int unitLength, Span<float> matrix)
    {
        var rows = MemoryMarshal.Cast<float, Vector256<float>>(matrix);
        var units = MemoryMarshal.Cast<float, Vector256<float>>(gradients);
        var width = unitLength / 8;
        var (first, end) = (Math.Max(0, -distance), Math.Min(tokens, tokens - distance));
        for (var input = 0; input < inputLength; input++)
        {
            for (var block = 0; block < width; block += 4)
            {
                var target = rows.Slice((input * width) + block, 4);
                var (a, b, c, d) = (target[0], target[1], target[2], target[3]);
                for (var token = first; token < end; token++)
                {
                    var x = Vector256.Create(inputs[((token + distance) * inputLength) + input]);
                    var slice = units.Slice((token * width) + block, 4);
                    a += x * slice[0];
                    b += x * slice[1];
                    c += x * slice[2];
                    d += x * slice[3];
                }
                (target[0], target[1], target[2], target[3]) = (a, b, c, d);
            }
        }
    }
}
