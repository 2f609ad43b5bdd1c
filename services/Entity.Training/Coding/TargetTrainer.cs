using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Coding;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Training.Coding;

/// <summary>
/// Learns the weights of the choice of the target: the likelihood that a right candidate is chosen, by a soft maximum over the candidates of a sentence, with a penalty on
/// the square of the weights. Plain steps down the gradient from zero, over the sentences in their order: the same data give the same weights, bit for bit.
/// </summary>
internal static class TargetTrainer
{
    private const int Steps = 400;
    private const double Rate = 0.5;

    /// <summary>Penalty of the square of a weight, per sentence.</summary>
    private const double Penalty = 0.01;

    /// <summary>Digits that are kept.</summary>
    private const int Digits = 4;

    private sealed record Example(ulong[] Features, bool[] Right);

    /// <summary>The weights, in the order of <see cref="TargetFeature"/>.</summary>
    public static double[] Learn(IReadOnlyList<PloverCase> cases)
    {
        var coder = new EventCoder(new TargetWeights(new double[(int)TargetFeature.Count]));
        var examples = cases.Select(c => ExampleOf(coder, c)).OfType<Example>().ToList();
        var weights = new double[(int)TargetFeature.Count];
        var gradient = new double[weights.Length];
        for (var step = 0; step < Steps; step++)
        {
            Array.Clear(gradient);
            foreach (var example in examples)
                Add(example, weights, gradient);
            for (var i = 0; i < weights.Length; i++)
                weights[i] += Rate * ((gradient[i] / Math.Max(1, examples.Count)) - (Penalty * weights[i]));
        }
        return Array.ConvertAll(weights, w => Math.Round(w, Digits));
    }

    private static Example? ExampleOf(EventCoder coder, PloverCase one)
    {
        var candidates = coder.TargetsOf(SegmentedText.Of(one.Text), new TextSpan(0, one.Text.Length));
        if (candidates is null || candidates.Count < 2)
            return null;
        var right = candidates.Select(c => ActorMatch.IsRight(one.Text, c.Span, one.Targets, one.Sources)).ToArray();
        return right.Contains(true) && right.Contains(false) ? new Example([.. candidates.Select(c => c.Features)], right) : null;
    }

    private static void Add(Example example, double[] weights, double[] gradient)
    {
        var scores = new TargetWeights(weights);
        var shares = Array.ConvertAll(example.Features, f => Math.Exp(scores.ScoreOf(f)));
        var total = shares.Sum();
        var right = shares.Where((_, i) => example.Right[i]).Sum();
        for (var c = 0; c < shares.Length; c++)
        {
            var pull = (example.Right[c] ? shares[c] / right : 0) - (shares[c] / total);
            for (var rest = example.Features[c]; rest != 0; rest &= rest - 1)
                gradient[System.Numerics.BitOperations.TrailingZeroCount(rest)] += pull;
        }
    }
}
