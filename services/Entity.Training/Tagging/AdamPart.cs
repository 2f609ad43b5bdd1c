using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Truceline.Entity.Training.Tagging;

/// <summary>A part of the network under training: values, their gradient and the moments of Adam (Kingma and Ba, 2015).</summary>
internal sealed class AdamPart(float[] values)
{
    private const float Beta1 = 0.9f;
    private const float Beta2 = 0.999f;
    private const float Epsilon = 1e-8f;

    private readonly float[] _first = new float[values.Length];
    private readonly float[] _second = new float[values.Length];

    public float[] Values { get; } = values;

    public float[] Gradient { get; } = new float[values.Length];

    /// <summary>Takes a step against the gradient in a range, whose length is a multiple of eight, and clears the gradient there.</summary>
    /// <param name="start">Start of the range.</param>
    /// <param name="length">Its length.</param>
    /// <param name="rate">Learning rate, the corrections of the moments included.</param>
    /// <param name="decay">Share of each value that is taken away.</param>
    public void Step(int start, int length, float rate, float decay)
    {
        var value = Vectors(Values, start, length);
        var gradient = Vectors(Gradient, start, length);
        var first = Vectors(_first, start, length);
        var second = Vectors(_second, start, length);
        var (b1, c1) = (Vector256.Create(Beta1), Vector256.Create(1 - Beta1));
        var (b2, c2) = (Vector256.Create(Beta2), Vector256.Create(1 - Beta2));
        var (step, keep, epsilon) = (Vector256.Create(rate), Vector256.Create(1 - decay), Vector256.Create(Epsilon));
        for (var i = 0; i < value.Length; i++)
        {
            var g = gradient[i];
            first[i] = (first[i] * b1) + (g * c1);
            second[i] = (second[i] * b2) + (g * g * c2);
            value[i] = (value[i] * keep) - (step * first[i] / (Vector256.Sqrt(second[i]) + epsilon));
            gradient[i] = Vector256<float>.Zero;
        }
    }

    public void Step(float rate, float decay) => Step(0, Values.Length, rate, decay);

    private static Span<Vector256<float>> Vectors(float[] array, int start, int length) =>
        MemoryMarshal.Cast<float, Vector256<float>>(array.AsSpan(start, length));
}
