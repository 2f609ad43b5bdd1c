using System.Globalization;

namespace Truceline.Entity.Reading.Claims.Coding;

/// <summary>Weights of <see cref="TargetFeature"/>, learned by the command "coding" of the training project. Immutable.</summary>
internal sealed class TargetWeights
{
    private readonly double[] _weights;

    /// <summary>Takes weights in the order of the features.</summary>
    public TargetWeights(IReadOnlyList<double> weights) => _weights = [.. weights];

    /// <summary>The weights that come with the assembly, read once.</summary>
    public static TargetWeights Default { get; } = Load();

    /// <summary>Sum of the weights of the features whose bits are set.</summary>
    public double ScoreOf(ulong features)
    {
        var score = 0.0;
        for (var rest = features; rest != 0; rest &= rest - 1)
            score += _weights[System.Numerics.BitOperations.TrailingZeroCount(rest)];
        return score;
    }

    private static TargetWeights Load()
    {
        var weights = new double[(int)TargetFeature.Count];
        foreach (var row in DataFile.Rows("claims.event-targets.tsv"))
            weights[(int)Enum.Parse<TargetFeature>(row[0])] = double.Parse(row[1], CultureInfo.InvariantCulture);
        return new TargetWeights(weights);
    }
}
