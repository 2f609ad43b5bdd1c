using System.Runtime.InteropServices;

namespace Truceline.Entity.Reading.Syntax;

/// <summary>Weights of hashed features, a byte each: for each feature the outcomes that it speaks for or against. Immutable, thread-safe.</summary>
internal sealed class FeatureTable
{
    private readonly int[] _starts;
    private readonly byte[] _outcomes;
    private readonly sbyte[] _weights;

    /// <summary>Takes over weights.</summary>
    /// <param name="bits">Bits of a feature's hash, 1 to 24.</param>
    /// <param name="starts">Index of the first weight of each feature, and the end: 2^bits + 1 numbers.</param>
    /// <param name="outcomes">Outcome that each weight speaks of.</param>
    /// <param name="weights">The weights.</param>
    public FeatureTable(int bits, int[] starts, byte[] outcomes, sbyte[] weights)
    {
        (Bits, _starts, _outcomes, _weights) = (bits, starts, outcomes, weights);
    }

    /// <summary>Bits of a feature's hash.</summary>
    public int Bits { get; }

    /// <summary>Number of weights.</summary>
    public int Count => _weights.Length;

    /// <summary>Adds the weights of features to the scores of outcomes.</summary>
    /// <param name="features">Hashes; their highest bits count.</param>
    /// <param name="scores">By outcome; 256 of them.</param>
    public void Add(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        var shift = 64 - Bits;
        foreach (var feature in features)
        {
            var row = (int)(feature >> shift);
            for (var i = _starts[row]; i < _starts[row + 1]; i++)
                scores[_outcomes[i]] += _weights[i];
        }
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Bits);
        writer.Write(_weights.Length);
        for (var row = 0; row + 1 < _starts.Length; row++)
            writer.Write((byte)(_starts[row + 1] - _starts[row]));
        writer.Write(_outcomes);
        writer.Write(MemoryMarshal.AsBytes<sbyte>(_weights));
    }

    /// <exception cref="InvalidDataException">The bytes are no table.</exception>
    public static FeatureTable Read(BinaryReader reader)
    {
        var (bits, count) = (reader.ReadInt32(), reader.ReadInt32());
        if (bits is < 1 or > 24 || count < 0)
            throw new InvalidDataException("A feature table of the model has an impossible size.");
        var starts = new int[(1 << bits) + 1];
        var lengths = reader.ReadBytes(1 << bits);
        for (var row = 0; row < lengths.Length; row++)
            starts[row + 1] = starts[row] + lengths[row];
        if (starts[^1] != count)
            throw new InvalidDataException("A feature table of the model does not add up.");
        var outcomes = reader.ReadBytes(count);
        var weights = new sbyte[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new FeatureTable(bits, starts, outcomes, weights);
    }
}
