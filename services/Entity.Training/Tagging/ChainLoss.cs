using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.Training.Tagging;

/// <summary>
/// Loss of a linear-chain conditional random field with partly known labels: the probability of all valid sequences that the annotation leaves open.
/// The gradient is what is expected of all sequences less what is expected of those. Not thread-safe.
/// </summary>
internal sealed class ChainLoss
{
    private const int Row = TagLabel.RowLength;
    private const int Vectors = Row / 8;

    /// <summary>Scores lower than the best by more count as so much lower, so that no sum of a valid sequence vanishes.</summary>
    private const float Least = -40;

    /// <summary>Transitions are cut off beyond.</summary>
    private const float Widest = 15;

    private readonly float[] _chain = new float[TagLabel.Count * Row];
    private readonly float[] _next = new float[Row];
    private float[] _emission = [];
    private float[] _open = [];
    private float[] _forward = [];
    private float[] _peaks = [];
    private ulong _labels;

    /// <summary>Sets the transition scores, [Count][RowLength], and the labels that may be given.</summary>
    public void Use(ReadOnlySpan<float> transition, ulong labels)
    {
        _labels = labels;
        Array.Clear(_chain);
        for (var from = 0; from < TagLabel.Count; from++)
        {
            for (var next = TagLabel.After(from) & labels; next != 0 && TagLabel.Has(labels, from); next &= next - 1)
            {
                var index = (from * Row) + TagLabel.First(next);
                _chain[index] = Exponential.Of(Math.Clamp(transition[index], -Widest, Widest));
            }
        }
    }

    /// <summary>Writes the gradient of the loss by the scores and adds that by the transitions; returns the loss.</summary>
    /// <param name="scores">A row of label scores for each token.</param>
    /// <param name="allowed">The labels that the annotation leaves open, for each token.</param>
    /// <param name="gradient">By the scores; overwritten.</param>
    /// <param name="transitionGradient">By the transitions, [Count][RowLength]; added to.</param>
    public double Compute(ReadOnlySpan<float> scores, ReadOnlySpan<ulong> allowed, Span<float> gradient, Span<float> transitionGradient)
    {
        gradient.Clear();
        Prepare(scores, allowed.Length);
        // A mention that the sentence splitter cuts in two leaves no valid sequence: nothing is learned from such a sentence.
        if (Pass(allowed, masked: true, gradient, transitionGradient, -1) is not { } open)
            return 0;
        return Pass(allowed, masked: false, gradient, transitionGradient, 1)!.Value - open;
    }

    private void Prepare(ReadOnlySpan<float> scores, int count)
    {
        if (_emission.Length < count * Row)
            (_emission, _open, _forward, _peaks) = (new float[count * Row * 2], new float[count * Row * 2], new float[count * Row * 2], new float[count * 2]);
        for (var i = 0; i < count; i++)
        {
            var peak = float.MinValue;
            for (var label = 0; label < TagLabel.Count; label++)
            {
                if (TagLabel.Has(_labels, label))
                    peak = Math.Max(peak, scores[(i * Row) + label]);
            }
            _peaks[i] = peak;
            for (var label = 0; label < Row; label++)
                _emission[(i * Row) + label] = label < TagLabel.Count && TagLabel.Has(_labels, label) ? Exponential.Of(Math.Max(scores[(i * Row) + label] - peak, Least)) : 0;
        }
    }

    /// <summary>Forward and backward over the sequences; adds signed expectations. Returns the logarithm of their sum, for reports only; null when there is none.</summary>
    private double? Pass(ReadOnlySpan<ulong> allowed, bool masked, Span<float> gradient, Span<float> transitionGradient, float sign)
    {
        Open(allowed, masked);
        var logarithm = 0.0;
        for (var i = 0; i < allowed.Length; i++)
        {
            var row = _forward.AsSpan(i * Row, Row);
            if (i == 0)
                _chain.AsSpan(0, Row).CopyTo(row);
            else
                Propagate(_forward.AsSpan((i - 1) * Row, Row), row);
            var total = Weigh(row, i);
            if (!(total > 0))
                return null;
            Scale(row, 1 / total);
            logarithm += Math.Log(total) + _peaks[i];
        }
        Backward(allowed.Length, gradient, transitionGradient, sign);
        return logarithm;
    }

    /// <summary>Multiplies a row by what a token gives to each label; returns the sum.</summary>
    private float Weigh(Span<float> row, int token)
    {
        var values = MemoryMarshal.Cast<float, Vector256<float>>(row);
        var weights = MemoryMarshal.Cast<float, Vector256<float>>(_open.AsSpan(token * Row, Row));
        var sum = Vector256<float>.Zero;
        for (var v = 0; v < Vectors; v++)
        {
            values[v] *= weights[v];
            sum += values[v];
        }
        return Total(sum);
    }

    /// <summary>Keeps the emissions of the labels that are open.</summary>
    private void Open(ReadOnlySpan<ulong> allowed, bool masked)
    {
        for (var i = 0; i < allowed.Length; i++)
        {
            var open = (masked ? allowed[i] : TagLabel.All) & (i == allowed.Length - 1 ? TagLabel.Final : TagLabel.All) & _labels;
            _open.AsSpan(i * Row, Row).Clear();
            for (; open != 0; open &= open - 1)
            {
                var index = (i * Row) + TagLabel.First(open);
                _open[index] = _emission[index];
            }
        }
    }

    private static float Total(Vector256<float> sum)
    {
        var half = sum.GetLower() + sum.GetUpper();
        return (half[0] + half[1]) + (half[2] + half[3]);
    }

    private void Propagate(ReadOnlySpan<float> before, Span<float> row)
    {
        row.Clear();
        for (var from = 0; from < TagLabel.Count; from++)
        {
            if (before[from] != 0)
                VectorMath.AddScaled(row, _chain.AsSpan(from * Row, Row), before[from]);
        }
    }

    private void Backward(int count, Span<float> gradient, Span<float> transitionGradient, float sign)
    {
        var later = _next.AsSpan();
        later.Fill(1);
        for (var i = count - 1; i >= 0; i--)
        {
            var forward = _forward.AsSpan(i * Row, Row);
            AddProducts(forward, later, gradient.Slice(i * Row, Row), sign / VectorMath.Dot(forward, later));
            // What a label at this token adds to what comes after it.
            Weigh(later, i);
            if (i == 0)
                AddTransitions(0, 1, later, transitionGradient, sign);
            else
                StepBack(_forward.AsSpan((i - 1) * Row, Row), later, transitionGradient, sign);
        }
    }

    private static void AddProducts(ReadOnlySpan<float> left, ReadOnlySpan<float> right, Span<float> into, float factor)
    {
        var a = MemoryMarshal.Cast<float, Vector256<float>>(left);
        var b = MemoryMarshal.Cast<float, Vector256<float>>(right);
        var target = MemoryMarshal.Cast<float, Vector256<float>>(into);
        var scale = Vector256.Create(factor);
        for (var v = 0; v < Vectors; v++)
            target[v] += a[v] * b[v] * scale;
    }

    private void StepBack(ReadOnlySpan<float> before, Span<float> later, Span<float> transitionGradient, float sign)
    {
        Span<float> earlier = stackalloc float[Row];
        var total = 0f;
        for (var from = 0; from < TagLabel.Count; from++)
        {
            earlier[from] = VectorMath.Dot(_chain.AsSpan(from * Row, Row), later);
            total += before[from] * earlier[from];
        }
        for (var from = 0; from < TagLabel.Count; from++)
        {
            if (before[from] != 0)
                AddTransitions(from, before[from] / total, later, transitionGradient, sign, normalised: true);
        }
        Scale(earlier, 1 / total);
        earlier.CopyTo(later);
    }

    private void AddTransitions(int from, float weight, ReadOnlySpan<float> later, Span<float> gradient, float sign, bool normalised = false)
    {
        var chain = MemoryMarshal.Cast<float, Vector256<float>>(_chain.AsSpan(from * Row, Row));
        var values = MemoryMarshal.Cast<float, Vector256<float>>(later);
        var target = MemoryMarshal.Cast<float, Vector256<float>>(gradient.Slice(from * Row, Row));
        var total = normalised ? 1 : VectorMath.Dot(_chain.AsSpan(from * Row, Row), later);
        var factor = Vector256.Create(sign * weight / total);
        for (var v = 0; v < Vectors; v++)
            target[v] += chain[v] * values[v] * factor;
    }

    private static void Scale(Span<float> row, float factor)
    {
        var vectors = MemoryMarshal.Cast<float, Vector256<float>>(row);
        var scale = Vector256.Create(factor);
        for (var v = 0; v < vectors.Length; v++)
            vectors[v] *= scale;
    }
}
