using System.Numerics;

namespace Truceline.Entity.Reading.Claims.Learned;

/// <summary>
/// Weights of a network with one hidden layer over vectors of words, and weights of signs that go to the outputs at once. Outputs: outcomes, classes, background, repeated.
/// Immutable once it is built, safe to share between threads.
/// </summary>
/// <param name="vectorLength">Numbers of a word's vector.</param>
internal sealed class ClauseNetwork(int vectorLength)
{
    /// <summary>Number of hidden units.</summary>
    public const int Hidden = 64;

    /// <summary>Bits of a sign's row.</summary>
    public const int SignBits = 13;

    /// <summary>Number of outputs.</summary>
    public static int Outputs { get; } = ClauseOutcomes.Count + ClauseClasses.All.Count + 2;

    /// <summary>Numbers of a word's vector.</summary>
    public int VectorLength => vectorLength;

    /// <summary>Numbers of the input that vectors make: those of each place, and whether it is taken.</summary>
    public int Inputs { get; } = ClauseSlots.Count * (vectorLength + 1);

    /// <summary>Row by row, one for each sign: weights to all outputs.</summary>
    public float[] Signs { get; } = new float[(1 << SignBits) * Outputs];

    /// <summary>Input by input, weights to all hidden units; the last row is the bias.</summary>
    public float[] Lower { get; } = new float[((ClauseSlots.Count * (vectorLength + 1)) + 1) * Hidden];

    /// <summary>Hidden unit by hidden unit, weights to all outputs; the last row is the bias.</summary>
    public float[] Upper { get; } = new float[(Hidden + 1) * Outputs];

    /// <summary>Row of a sign.</summary>
    public static int RowOf(ulong sign) => (int)(sign >> 20) & ((1 << SignBits) - 1);

    /// <summary>The hidden units' values, before what is below 0 is cut off.</summary>
    public float[] HiddenOf(ReadOnlySpan<float> inputs)
    {
        var hidden = Lower.AsSpan(Inputs * Hidden, Hidden).ToArray();
        for (var i = 0; i < inputs.Length; i++)
        {
            var value = inputs[i];
            if (value == 0)
                continue;
            Add(hidden, Lower.AsSpan(i * Hidden, Hidden), value);
        }
        return hidden;
    }

    /// <summary>Outputs before they are made shares of belief.</summary>
    /// <param name="signs">Rows of signs.</param>
    /// <param name="hidden">Values of the hidden units, nothing below 0.</param>
    public float[] OutputsOf(IReadOnlyList<int> signs, ReadOnlySpan<float> hidden)
    {
        var outputs = Upper.AsSpan(Hidden * Outputs, Outputs).ToArray();
        for (var h = 0; h < hidden.Length; h++)
        {
            if (hidden[h] != 0)
                Add(outputs, Upper.AsSpan(h * Outputs, Outputs), hidden[h]);
        }
        foreach (var sign in signs)
            Add(outputs, Signs.AsSpan(sign * Outputs, Outputs), 1);
        return outputs;
    }

    /// <summary>Adds a multiple of a row; number by number, so that the machine's width changes nothing.</summary>
    private static void Add(float[] into, ReadOnlySpan<float> row, float factor)
    {
        var (wide, many) = (Vector<float>.Count, new Vector<float>(factor));
        var i = 0;
        for (; i <= row.Length - wide; i += wide)
            (new Vector<float>(into, i) + (new Vector<float>(row[i..]) * many)).CopyTo(into, i);
        for (; i < row.Length; i++)
            into[i] += factor * row[i];
    }
}
