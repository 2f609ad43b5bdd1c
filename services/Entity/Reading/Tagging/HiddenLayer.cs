using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Truceline.Entity.Reading.Tagging;

/// <summary>
/// Computes label scores. What a word adds to the hidden units at each position of the window is computed once and kept, in 16-bit fixed
/// point: sums of integers are the same on every machine. Not thread-safe.
/// </summary>
internal sealed class HiddenLayer
{
    private const float Scale = 256;

    private readonly NetworkWeights _weights;
    private readonly WordStore _store;
    private readonly int _hidden;
    private readonly short[] _padding;
    private readonly short[] _phrases;
    private readonly short[] _document;
    private readonly float[] _sum;
    private readonly float[] _inputs;
    private short[] _words;
    private int _known;

    public HiddenLayer(NetworkWeights weights, WordStore store)
    {
        (_weights, _store, _hidden) = (weights, store, weights.Shape.Hidden);
        _padding = Fixed(weights.Padding);
        _phrases = Fixed(weights.Phrases);
        _document = Fixed(weights.Document);
        _sum = new float[_hidden];
        _inputs = new float[weights.Shape.Inputs];
        _words = new short[1024 * NetworkShape.Window * _hidden];
    }

    /// <summary>Numbers in 16-bit fixed point, rounded, and cut off at the ends of the range.</summary>
    public static short[] Fixed(ReadOnlySpan<float> values)
    {
        var result = new short[values.Length];
        for (var i = 0; i < values.Length; i++)
            result[i] = ToFixed(values[i]);
        return result;
    }

    /// <summary>To be called when the store was cleared.</summary>
    public void Forget() => _known = 0;

    /// <summary>Computes the words that the store has learned since the last call.</summary>
    public void Learn()
    {
        var length = NetworkShape.Window * _hidden;
        if (_words.Length < _store.Count * length)
            Array.Resize(ref _words, Math.Max(_store.Count, _words.Length / length * 2) * length);
        for (; _known < _store.Count; _known++)
        {
            for (var position = 0; position < NetworkShape.Window; position++)
                Compute(in _store[_known], position, _words.AsSpan((_known * length) + (position * _hidden), _hidden));
        }
    }

    /// <summary>Writes the hidden units of a token, scaled and without the profile's part: still to be rectified.</summary>
    /// <param name="tokens">The encoded tokens.</param>
    /// <param name="first">First token of the sentence.</param>
    /// <param name="end">End of the sentence.</param>
    /// <param name="token">The token.</param>
    /// <param name="units">As many as there are hidden units.</param>
    public void Sum(EncodedTokens tokens, int first, int end, int token, Span<short> units)
    {
        var into = MemoryMarshal.Cast<short, Vector256<short>>(units);
        var before2 = Row(tokens, first, end, token, 0);
        var before1 = Row(tokens, first, end, token, 1);
        var own = Row(tokens, first, end, token, 2);
        var after1 = Row(tokens, first, end, token, 3);
        var after2 = Row(tokens, first, end, token, 4);
        for (var i = 0; i < into.Length && i < before2.Length && i < before1.Length && i < own.Length && i < after1.Length && i < after2.Length; i++)
            into[i] = before2[i] + before1[i] + own[i] + after1[i] + after2[i];
        for (var position = 0; position < NetworkShape.PhraseWindow; position++)
        {
            var at = token + position - 1;
            if (at < first || at >= end)
                continue;
            for (var bits = tokens.Phrases[at]; bits != 0; bits &= bits - 1)
            {
                var row = (position * NetworkShape.PhraseRows) + BitOperations.TrailingZeroCount(bits);
                Add(units, _phrases.AsSpan(row * _hidden, _hidden));
            }
        }
        for (var signs = (uint)tokens.Signs[token]; signs != 0; signs &= signs - 1)
            Add(units, _document.AsSpan(BitOperations.TrailingZeroCount(signs) * _hidden, _hidden));
    }

    /// <summary>Writes the label scores of a token.</summary>
    /// <param name="units">The hidden units as summed.</param>
    /// <param name="profile">The profile's part of the units.</param>
    /// <param name="output">The profile's matrix.</param>
    /// <param name="scores">A row of label scores.</param>
    public static void Score(ReadOnlySpan<short> units, ReadOnlySpan<short> profile, ReadOnlySpan<float> output, Span<float> scores)
    {
        // A row of labels is two vectors of sixteen and one of eight; lanes are summed one by one, alike on every machine.
        // Two sums take turns: one would wait for itself.
        ref var rows = ref MemoryMarshal.GetReference(output);
        ref var end = ref Unsafe.Add(ref rows, units.Length * TagLabel.RowLength);
        var (s0, s1, s2) = (Vector512.LoadUnsafe(ref end), Vector512.LoadUnsafe(ref end, 16), Vector256.LoadUnsafe(ref end, 32));
        var (t0, t1, t2) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector256<float>.Zero);
        var sums = MemoryMarshal.Cast<short, Vector256<short>>(units);
        var biases = MemoryMarshal.Cast<short, Vector256<short>>(profile);
        for (var v = 0; v < sums.Length; v++)
        {
            // Half of the units are off: going from one that is on to the next spares a branch that cannot be foretold.
            var rectified = Vector256.Max(sums[v] + biases[v], Vector256<short>.Zero);
            for (var on = Vector256.GreaterThan(rectified, Vector256<short>.Zero).ExtractMostSignificantBits(); on != 0; on &= on - 1)
            {
                var unit = (v * Vector256<short>.Count) + BitOperations.TrailingZeroCount(on);
                var value = (units[unit] + profile[unit]) * (1 / Scale);
                ref var row = ref Unsafe.Add(ref rows, unit * TagLabel.RowLength);
                s0 += Vector512.Create(value) * Vector512.LoadUnsafe(ref row);
                s1 += Vector512.Create(value) * Vector512.LoadUnsafe(ref row, 16);
                s2 += Vector256.Create(value) * Vector256.LoadUnsafe(ref row, 32);
                on &= on - 1;
                if (on == 0)
                    break;
                unit = (v * Vector256<short>.Count) + BitOperations.TrailingZeroCount(on);
                value = (units[unit] + profile[unit]) * (1 / Scale);
                row = ref Unsafe.Add(ref rows, unit * TagLabel.RowLength);
                t0 += Vector512.Create(value) * Vector512.LoadUnsafe(ref row);
                t1 += Vector512.Create(value) * Vector512.LoadUnsafe(ref row, 16);
                t2 += Vector256.Create(value) * Vector256.LoadUnsafe(ref row, 32);
            }
        }
        ref var into = ref MemoryMarshal.GetReference(scores);
        (s0 + t0).StoreUnsafe(ref into);
        (s1 + t1).StoreUnsafe(ref into, 16);
        (s2 + t2).StoreUnsafe(ref into, 32);
    }

    /// <summary>What the word at a position of the window adds.</summary>
    private ReadOnlySpan<Vector256<short>> Row(EncodedTokens tokens, int first, int end, int token, int position)
    {
        var at = token + position - NetworkShape.Reach;
        var row = at < first || at >= end
            ? _padding.AsSpan(position * _hidden, _hidden)
            : _words.AsSpan(((tokens.Words[at] * NetworkShape.Window) + position) * _hidden, _hidden);
        return MemoryMarshal.Cast<short, Vector256<short>>(row);
    }

    private static short ToFixed(float value) => (short)Math.Clamp(MathF.Round(value * Scale), short.MinValue / 8, short.MaxValue / 8);

    private static void Add(Span<short> units, ReadOnlySpan<short> row)
    {
        var target = MemoryMarshal.Cast<short, Vector256<short>>(units);
        var source = MemoryMarshal.Cast<short, Vector256<short>>(row);
        for (var i = 0; i < target.Length && i < source.Length; i++)
            target[i] += source[i];
    }

    private void Compute(in WordEntry word, int position, Span<short> into)
    {
        var shape = _weights.Shape;
        if (position == 0)
            WordInputs.Write(in word, _weights, _store.Encoder.Vectors, _inputs);
        Array.Clear(_sum);
        VectorMath.Multiply(_inputs.AsSpan(0, shape.ShapeOffset), _weights.Input.AsSpan(position * shape.Inputs * shape.Hidden), _sum);
        for (var i = shape.ShapeOffset; i < shape.Inputs; i++)
        {
            if (_inputs[i] != 0)
                VectorMath.Add(_sum, _weights.InputRow(position, i));
        }
        for (var i = 0; i < into.Length; i++)
            into[i] = ToFixed(_sum[i]);
    }
}
