namespace Truceline.Entity.Training.Claims.Speakers;

/// <summary>
/// Learns the weights of the choice of a claim's speaker and source: the likelihood that a right candidate is chosen, by a soft maximum over the candidates, by steps down the gradient of
/// one claim after another, each weight at a rate of its own (AdaGrad). The same examples in the same order make the same weights.
/// </summary>
internal static class SpeakerTrainer
{
    private const int Columns = 2;
    private const int Passes = 12;
    private const double Rate = 0.15;
    private const double Penalty = 1e-3;

    /// <summary>Least number of candidates a feature must stand in.</summary>
    private const int LeastSeen = 5;

    /// <summary>Weights that are smaller than this are left out.</summary>
    private const double LeastWeight = 0.02;

    /// <summary>The weights by the names of the features.</summary>
    public static SortedDictionary<string, float[]> Learn(IReadOnlyList<SpeakerExample> examples, IReadOnlyList<string> names)
    {
        var seen = new int[names.Count];
        foreach (var feature in examples.SelectMany(e => e.Features).SelectMany(f => f))
            seen[feature]++;
        var (weights, squares) = (new double[names.Count * Columns], new double[names.Count * Columns]);
        for (var pass = 0; pass < Passes; pass++)
        {
            for (var i = 0; i < examples.Count; i++)
            {
                var example = examples[(int)(((i * 7919L) + (pass * 104729L)) % examples.Count)];
                Step(example.Features, example.Speakers, 0, seen, weights, squares);
                Step(example.Features, example.Sources, 1, seen, weights, squares);
            }
        }
        var rows = new SortedDictionary<string, float[]>(StringComparer.Ordinal);
        for (var f = 0; f < names.Count; f++)
        {
            float[] row = [(float)Math.Round(weights[f * Columns], 3), (float)Math.Round(weights[(f * Columns) + 1], 3)];
            if (row.Any(w => Math.Abs(w) >= LeastWeight))
                rows[names[f]] = row;
        }
        return rows;
    }

    private static void Step(int[][] features, bool[]? right, int column, int[] seen, double[] weights, double[] squares)
    {
        if (right is null)
            return;
        var scores = Array.ConvertAll(features, own => own.Where(f => seen[f] >= LeastSeen).Sum(f => weights[(f * Columns) + column]));
        var most = scores.Max();
        var shares = Array.ConvertAll(scores, s => Math.Exp(s - most));
        var (total, good) = (shares.Sum(), shares.Where((_, i) => right[i]).Sum());
        for (var c = 0; c < features.Length; c++)
        {
            var pull = (right[c] ? shares[c] / good : 0) - (shares[c] / total);
            if (Math.Abs(pull) < 1e-4)
                continue;
            foreach (var f in features[c])
            {
                if (seen[f] < LeastSeen)
                    continue;
                var at = (f * Columns) + column;
                var gradient = pull - (Penalty * weights[at]);
                squares[at] += gradient * gradient;
                weights[at] += Rate * gradient / (0.01 + Math.Sqrt(squares[at]));
            }
        }
    }
}
