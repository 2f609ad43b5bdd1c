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

    private readonly float[] _chain = new float[TagLabel.Count * Row];
    private readonly float[] _next = new float[Row];
    private float[] _emission = [];
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
                _chain[index] = Exponential.Of(transition[index]);
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
        var all = Pass(allowed, masked: false, gradient, transitionGradient, 1);
        var open = Pass(allowed, masked: true, gradient, transitionGradient, -1);
        return all - open;
    }

    private void Prepare(ReadOnlySpan<float> scores, int count)
    {
        if (_emission.Length < count * Row)
            (_emission, _forward, _peaks) = (new float[count * Row * 2], new float[count * Row * 2], new float[count * 2]);
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
                _emission[(i * Row) + label] = label < TagLabel.Count && TagLabel.Has(_labels, label) ? Exponential.Of(scores[(i * Row) + label] - peak) : 0;
        }
    }

    /// <summary>Forward and backward over the sequences; adds signed expectations. Returns the logarithm of their sum, for reports only.</summary>
    private double Pass(ReadOnlySpan<ulong> allowed, bool masked, Span<float> gradient, Span<float> transitionGradient, float sign)
    {
        var logarithm = 0.0;
        for (var i = 0; i < allowed.Length; i++)
        {
            var row = _forward.AsSpan(i * Row, Row);
            if (i == 0)
                _chain.AsSpan(0, Row).CopyTo(row);
            else
                Propagate(_forward.AsSpan((i - 1) * Row, Row), row);
            var total = Weigh(row, i, allowed, masked);
            if (!(total > 0))
                return 0;
            Scale(row, 1 / total);
            logarithm += Math.Log(total) + _peaks[i];
        }
        Backward(allowed, masked, gradient, transitionGradient, sign);
        return logarithm;
    }

    /// <summary>Multiplies a row by the token's emissions, as far as they are allowed; returns the sum.</summary>
    private float Weigh(Span<float> row, int token, ReadOnlySpan<ulong> allowed, bool masked)
    {
        var open = (masked ? allowed[token] : TagLabel.All) & (token == allowed.Length - 1 ? TagLabel.Final : TagLabel.All);
        var total = 0f;
        for (var label = 0; label < TagLabel.Count; label++)
        {
            row[label] = TagLabel.Has(open, label) ? row[label] * _emission[(token * Row) + label] : 0;
            total += row[label];
        }
        return total;
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

    private void Backward(ReadOnlySpan<ulong> allowed, bool masked, Span<float> gradient, Span<float> transitionGradient, float sign)
    {
        var later = _next.AsSpan();
        later.Fill(1);
        for (var i = allowed.Length - 1; i >= 0; i--)
        {
            var forward = _forward.AsSpan(i * Row, Row);
            var total = 0f;
            for (var label = 0; label < TagLabel.Count; label++)
                total += forward[label] * later[label];
            var share = sign / total;
            for (var label = 0; label < TagLabel.Count; label++)
                gradient[(i * Row) + label] += forward[label] * later[label] * share;
            // What a label at this token adds to what comes after it.
            Weigh(later, i, allowed, masked);
            if (i == 0)
                AddTransitions(0, 1, later, transitionGradient, sign);
            else
                StepBack(_forward.AsSpan((i - 1) * Row, Row), later, transitionGradient, sign);
        }
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
