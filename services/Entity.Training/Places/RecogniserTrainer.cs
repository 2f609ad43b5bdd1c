using Truceline.Entity.Reading.Places.Recognition;

namespace Truceline.Entity.Training.Places;

/// <summary>A candidate as it is learned from.</summary>
internal sealed record RecogniserExample(CandidateFacts Facts, bool IsToponym, float Weight = 1);

/// <summary>Learns the weights of <see cref="ToponymRecogniser"/>: logistic regression with an L2 penalty, by AdaGrad. Deterministic.</summary>
internal static class RecogniserTrainer
{
    private const int Epochs = 40;
    private const double Rate = 0.3;

    /// <summary>The weights.</summary>
    /// <param name="examples">Candidates, in a fixed order.</param>
    /// <param name="penalty">Weight of the L2 penalty per example.</param>
    public static float[] Train(IReadOnlyList<RecogniserExample> examples, double penalty = 2e-5)
    {
        var weights = new double[ToponymFeatures.Count];
        var squares = new double[ToponymFeatures.Count];
        Span<int> features = stackalloc int[ToponymFeatures.PerCandidate];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var state = 88172645463325252ul;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                var j = (int)(state % (ulong)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }
            foreach (var index in order)
            {
                var example = examples[index];
                ToponymFeatures.Of(example.Facts, features);
                var score = 0.0;
                foreach (var feature in features)
                    score += weights[feature];
                var error = example.Weight * ((example.IsToponym ? 1 : 0) - (1 / (1 + Math.Exp(-score))));
                foreach (var feature in features)
                {
                    var gradient = error - (penalty * weights[feature]);
                    squares[feature] += gradient * gradient;
                    weights[feature] += Rate * gradient / Math.Sqrt(squares[feature] + 1e-8);
                }
            }
        }
        return [.. weights.Select(w => (float)Math.Round(w, 4))];
    }
}
