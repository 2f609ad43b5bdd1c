using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Truceline.Entity.Reading.Tagging;

/// <summary>
/// Finds the best valid sequence of labels (Viterbi). A token that scores far higher as outside than as anything else is taken for outside
/// at once, which keeps the search short. Not thread-safe.
/// </summary>
internal sealed class LabelDecoder
{
    /// <summary>Score of what may not be.</summary>
    public const float Never = -1e9f;

    /// <summary>By how much outside must be ahead to be taken at once.</summary>
    private const float Clear = 10;

    private const float Rounding = 0.01f;
    private const int Margin = 8;
    private const int Vectors = TagLabel.RowLength / 8;

    // Labels other than outside after which a span may begin.
    private static readonly byte[] s_closing = [.. Enumerable.Range(1, TagLabel.Count - 1).Where(TagLabel.Ends).Select(l => (byte)l)];

    private readonly float[] _transition;
    // With a margin before the labels, so that a row may be read from before its start.
    private readonly float[] _before = new float[Margin + TagLabel.RowLength];
    private readonly float[] _within = new float[3 * TagLabel.RowLength];
    private readonly float[] _lead = new float[TagLabel.Count];
    private readonly float[] _now = new float[TagLabel.RowLength];
    private int[] _back = new int[64 * TagLabel.RowLength];

    /// <param name="transition">Score of a label after another, [Count][RowLength].</param>
    /// <param name="labels">The labels that may be given.</param>
    public LabelDecoder(ReadOnlySpan<float> transition, ulong labels)
    {
        _transition = new float[TagLabel.Count * TagLabel.RowLength];
        Array.Fill(_transition, Never);
        for (var from = 0; from < TagLabel.Count; from++)
        {
            for (var to = 0; to < TagLabel.Count; to++)
            {
                var index = (from * TagLabel.RowLength) + to;
                if (TagLabel.Has(TagLabel.After(from) & labels, to))
                    _transition[index] = transition[index];
            }
        }
        Array.Fill(_within, Never);
        for (var from = 1; from < TagLabel.Count; from++)
        {
            var lead = 0f;
            for (var to = 0; to < TagLabel.Count; to++)
            {
                var score = _transition[(from * TagLabel.RowLength) + to];
                if (TagLabel.Ends(from))
                    lead = Math.Max(lead, score - _transition[to]);
                else if (to >= from && to - from < 3 && score > Never)
                    _within[((to - from) * TagLabel.RowLength) + to] = score;
            }
            // Sums are rounded: a little more than it takes.
            _lead[from] = lead + Rounding;
        }
    }

    /// <summary>Writes the best label of each token.</summary>
    /// <param name="scores">A row of <see cref="TagLabel.RowLength"/> label scores for each token.</param>
    /// <param name="labels">One for each token.</param>
    public void Decode(ReadOnlySpan<float> scores, Span<byte> labels)
    {
        if (_back.Length < scores.Length)
            _back = new int[scores.Length * 2];
        Array.Fill(_before, Never);
        _before[Margin] = 0;
        var onlyOutside = true;
        for (var i = 0; i < labels.Length; i++)
        {
            var row = scores.Slice(i * TagLabel.RowLength, TagLabel.RowLength);
            var clear = IsClear(row);
            if (clear)
                StepOutside(row, onlyOutside, i);
            else
                Step(row, onlyOutside, i);
            onlyOutside = clear;
        }
        Trace(labels);
    }

    private static bool IsClear(ReadOnlySpan<float> row)
    {
        var threshold = Vector256.Create(row[TagLabel.Outside] - Clear);
        var vectors = MemoryMarshal.Cast<float, Vector256<float>>(row);
        var above = Vector256.GreaterThan(vectors[0], threshold).ExtractMostSignificantBits() & ~1u;
        for (var v = 1; v < Vectors; v++)
            above |= Vector256.GreaterThan(vectors[v], threshold).ExtractMostSignificantBits();
        return above == 0;
    }

    /// <summary>All that goes on is outside.</summary>
    private void StepOutside(ReadOnlySpan<float> row, bool onlyOutside, int token)
    {
        var (best, from) = (_before[Margin] + _transition[0], 0);
        foreach (var label in onlyOutside ? [] : s_closing)
        {
            var score = _before[Margin + label] + _transition[label * TagLabel.RowLength];
            if (score > best)
                (best, from) = (score, label);
        }
        Array.Fill(_before, Never);
        _before[Margin] = best + row[TagLabel.Outside];
        _back[token * TagLabel.RowLength] = from;
    }

    private void Step(ReadOnlySpan<float> row, bool onlyOutside, int token)
    {
        var back = _back.AsSpan(token * TagLabel.RowLength, TagLabel.RowLength);
        var best = MemoryMarshal.Cast<float, Vector256<float>>(_now.AsSpan());
        var origin = MemoryMarshal.Cast<int, Vector256<int>>(back);
        var transition = MemoryMarshal.Cast<float, Vector256<float>>(_transition.AsSpan());
        var start = Vector256.Create(_before[Margin]);
        for (var v = 0; v < Vectors; v++)
            (best[v], origin[v]) = (start + transition[v], Vector256<int>.Zero);
        if (!onlyOutside)
        {
            foreach (var from in s_closing)
            {
                // All that may follow it may follow outside as well: what cannot catch up with that is not tried.
                if (_before[Margin + from] + _lead[from] < _before[Margin])
                    continue;
                var (score, label) = (Vector256.Create(_before[Margin + from]), Vector256.Create((int)from));
                for (var v = 0; v < Vectors; v++)
                {
                    var candidate = score + transition[(from * Vectors) + v];
                    var better = Vector256.GreaterThan(candidate, best[v]);
                    best[v] = Vector256.ConditionalSelect(better, candidate, best[v]);
                    origin[v] = Vector256.ConditionalSelect(better.AsInt32(), label, origin[v]);
                }
            }
            StepWithin(2, back);
            StepWithin(1, back);
            StepWithin(0, back);
        }
        var emission = MemoryMarshal.Cast<float, Vector256<float>>(row);
        for (var v = 0; v < Vectors; v++)
            best[v] += emission[v];
        _now.CopyTo(_before, Margin);
    }

    /// <summary>A span that is open goes on, or ends, with a label that stands so many behind its own.</summary>
    private void StepWithin(int distance, Span<int> back)
    {
        ref var before = ref _before[Margin - distance];
        ref var transition = ref _within[distance * TagLabel.RowLength];
        var best = MemoryMarshal.Cast<float, Vector256<float>>(_now.AsSpan());
        var origin = MemoryMarshal.Cast<int, Vector256<int>>(back);
        var label = Vector256.CreateSequence(-distance, 1);
        for (var v = 0; v < Vectors; v++)
        {
            var candidate = Vector256.LoadUnsafe(ref before, (nuint)(v * 8)) + Vector256.LoadUnsafe(ref transition, (nuint)(v * 8));
            var better = Vector256.GreaterThan(candidate, best[v]);
            best[v] = Vector256.ConditionalSelect(better, candidate, best[v]);
            origin[v] = Vector256.ConditionalSelect(better.AsInt32(), label, origin[v]);
            label += Vector256.Create(8);
        }
    }

    private void Trace(Span<byte> labels)
    {
        var (best, label) = (float.NegativeInfinity, TagLabel.Outside);
        for (var end = 0; end < TagLabel.Count; end++)
        {
            if (_before[Margin + end] > best && TagLabel.Has(TagLabel.Final, end))
                (best, label) = (_before[Margin + end], end);
        }
        for (var i = labels.Length - 1; i >= 0; i--)
        {
            labels[i] = (byte)label;
            label = _back[(i * TagLabel.RowLength) + label];
        }
    }
}
