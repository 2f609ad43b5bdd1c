using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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

    // With room for a whole vector behind the last unit.
    private readonly int[] _active;
    private readonly float[] _values;
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
        (_active, _values) = (new int[_hidden + Vector512<int>.Count], new float[_hidden + Vector512<float>.Count]);
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
    public void Score(ReadOnlySpan<short> units, ReadOnlySpan<short> profile, ReadOnlySpan<float> output, Span<float> scores)
    {
        // Half of the units are off. Those that are on are listed first, so that no branch of the sums depends on them; the list is filled up to whole fours with units that add nothing.
        var count = ListActive(units, profile);
        ref var rows = ref MemoryMarshal.GetReference(output);
        ref var end = ref Unsafe.Add(ref rows, units.Length * TagLabel.RowLength);
        ref var active = ref MemoryMarshal.GetArrayDataReference(_active);
        ref var values = ref MemoryMarshal.GetArrayDataReference(_values);
        // A row of labels is two vectors of sixteen and one of eight. Four sums take turns: one would wait for itself. Products are fused with their sums, which rounds alike on every machine.
        var (a0, a1, a2) = (Vector512.LoadUnsafe(ref end), Vector512.LoadUnsafe(ref end, 16), Vector256.LoadUnsafe(ref end, 32));
        var (b0, b1, b2) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector256<float>.Zero);
        var (c0, c1, c2) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector256<float>.Zero);
        var (d0, d1, d2) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector256<float>.Zero);
        for (var i = 0; i < count; i += 4)
        {
            ref var row = ref Unsafe.Add(ref rows, Unsafe.Add(ref active, i) * TagLabel.RowLength);
            var value = Vector512.Create(Unsafe.Add(ref values, i));
            a0 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref row), a0);
            a1 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref row, 16), a1);
            a2 = Vector256.FusedMultiplyAdd(value.GetLower(), Vector256.LoadUnsafe(ref row, 32), a2);
            row = ref Unsafe.Add(ref rows, Unsafe.Add(ref active, i + 1) * TagLabel.RowLength);
            value = Vector512.Create(Unsafe.Add(ref values, i + 1));
            b0 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref row), b0);
            b1 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref row, 16), b1);
            b2 = Vector256.FusedMultiplyAdd(value.GetLower(), Vector256.LoadUnsafe(ref row, 32), b2);
            row = ref Unsafe.Add(ref rows, Unsafe.Add(ref active, i + 2) * TagLabel.RowLength);
            value = Vector512.Create(Unsafe.Add(ref values, i + 2));
            c0 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref row), c0);
            c1 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref row, 16), c1);
            c2 = Vector256.FusedMultiplyAdd(value.GetLower(), Vector256.LoadUnsafe(ref row, 32), c2);
            row = ref Unsafe.Add(ref rows, Unsafe.Add(ref active, i + 3) * TagLabel.RowLength);
            value = Vector512.Create(Unsafe.Add(ref values, i + 3));
            d0 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref row), d0);
            d1 = Vector512.FusedMultiplyAdd(value, Vector512.LoadUnsafe(ref row, 16), d1);
            d2 = Vector256.FusedMultiplyAdd(value.GetLower(), Vector256.LoadUnsafe(ref row, 32), d2);
        }
        ref var into = ref MemoryMarshal.GetReference(scores);
        ((a0 + b0) + (c0 + d0)).StoreUnsafe(ref into);
        ((a1 + b1) + (c1 + d1)).StoreUnsafe(ref into, 16);
        ((a2 + b2) + (c2 + d2)).StoreUnsafe(ref into, 32);
    }

    /// <summary>Lists the units that are on, in order, with their values; returns their number.</summary>
    private int ListActive(ReadOnlySpan<short> units, ReadOnlySpan<short> profile)
    {
        var sums = MemoryMarshal.Cast<short, Vector256<short>>(units);
        var biases = MemoryMarshal.Cast<short, Vector256<short>>(profile);
        ref var active = ref MemoryMarshal.GetArrayDataReference(_active);
        ref var values = ref MemoryMarshal.GetArrayDataReference(_values);
        var count = 0;
        var numbers = Vector512.CreateSequence(0, 1);
        for (var v = 0; v < sums.Length && v < biases.Length; v++)
        {
            var rectified = Vector512.ConvertToSingle(Vector512.WidenLower(Vector256.Max(sums[v] + biases[v], Vector256<short>.Zero).ToVector512())) * (1 / Scale);
            var isOn = Vector512.GreaterThan(rectified, Vector512<float>.Zero);
            if (Avx512F.IsSupported)
            {
                Avx512F.Compress(Vector512<int>.Zero, isOn.AsInt32(), numbers).StoreUnsafe(ref active, (nuint)count);
                Avx512F.Compress(Vector512<float>.Zero, isOn, rectified).StoreUnsafe(ref values, (nuint)count);
                count += BitOperations.PopCount(isOn.ExtractMostSignificantBits());
            }
            else
            {
                for (var on = isOn.ExtractMostSignificantBits(); on != 0; on &= on - 1)
                {
                    var lane = BitOperations.TrailingZeroCount(on);
                    Unsafe.Add(ref active, count) = (v * Vector256<short>.Count) + lane;
                    Unsafe.Add(ref values, count++) = rectified[lane];
                }
            }
            numbers += Vector512.Create(Vector512<int>.Count);
        }
        for (var i = count; i < count + 3; i++)
            (_active[i], _values[i]) = (0, 0);
        return count;
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
