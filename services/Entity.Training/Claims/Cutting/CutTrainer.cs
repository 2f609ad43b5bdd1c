using Truceline.Entity.Reading.Claims.Cutting;

namespace Truceline.Entity.Training.Claims.Cutting;

/// <summary>
/// Learns the weights by which sentences are cut: the likelihood of the right cuts among all, with a penalty on the square of the weights, by steps down the gradient of one sentence
/// after another, each weight at a rate of its own (AdaGrad). The same examples in the same order make the same weights.
/// </summary>
internal sealed class CutTrainer
{
    private const int Kinds = SentenceCutter.Kinds;
    private const int Passes = 6;
    private const double Rate = 0.12;

    /// <summary>Least number of right or wrong stretches a feature must stand in.</summary>
    private const int LeastSeen = 4;

    /// <summary>Weights that are smaller than this for every kind are left out.</summary>
    private const double LeastWeight = 0.02;

    private readonly double[] _weights;
    private readonly double[] _squares;
    private readonly double[] _turns = new double[(Kinds + 1) * Kinds];
    private readonly double[] _turnSquares = new double[(Kinds + 1) * Kinds];
    private readonly double _penalty;
    private readonly bool[] _known;

    private CutTrainer(int features, bool[] known, double penalty)
    {
        (_weights, _squares, _known, _penalty) = (new double[features * Kinds], new double[features * Kinds], known, penalty);
    }

    /// <summary>The weights by the names of the features.</summary>
    /// <param name="examples">What to learn from.</param>
    /// <param name="names">Names of the features by number.</param>
    /// <param name="penalty">Pull of every step towards zero, as a share of the weight.</param>
    public static SortedDictionary<string, float[]> Learn(IReadOnlyList<CutExample> examples, IReadOnlyList<string> names, double penalty = 2e-4)
    {
        var trainer = new CutTrainer(names.Count, Known(examples, names.Count), penalty);
        for (var pass = 0; pass < Passes; pass++)
        {
            // A fixed order that is not that of the files.
            for (var i = 0; i < examples.Count; i++)
                trainer.Step(examples[(int)((i * 7919L + pass * 104729L) % examples.Count)]);
        }
        return trainer.Weights(names);
    }

    private static bool[] Known(IReadOnlyList<CutExample> examples, int features)
    {
        var seen = new int[features];
        foreach (var example in examples)
        {
            foreach (var (first, end, _) in example.Stretches)
            {
                foreach (var f in example.Starts[first].Concat(example.Ends[end]).Concat(example.Within[first][end] ?? []).Distinct())
                    seen[f]++;
            }
        }
        return Array.ConvertAll(seen, n => n >= LeastSeen);
    }

    private SortedDictionary<string, float[]> Weights(IReadOnlyList<string> names)
    {
        var rows = new SortedDictionary<string, float[]>(StringComparer.Ordinal);
        for (var f = 0; f < names.Count; f++)
        {
            var row = _weights.AsSpan(f * Kinds, Kinds);
            if (_known[f] && row.ContainsAnyExceptInRange(-LeastWeight, LeastWeight))
                rows[names[f]] = Rounded(row);
        }
        for (var before = 0; before <= Kinds; before++)
            rows[$"{SentenceCutter.Previous.Text} {SentenceCutter.SignOf(before).Text}"] = Rounded(_turns.AsSpan(before * Kinds, Kinds));
        return rows;
    }

    private static float[] Rounded(ReadOnlySpan<double> row)
    {
        var rounded = new float[row.Length];
        for (var i = 0; i < row.Length; i++)
            rounded[i] = (float)Math.Round(row[i], 3);
        return rounded;
    }

    private void Step(CutExample example)
    {
        var count = example.Count;
        var local = new double[count][][];
        var forward = Filled(count);
        for (var j = 1; j < count; j++)
        {
            for (var i = 0; i < j; i++)
            {
                if (example.Within[i][j] is not { } within)
                    continue;
                var scores = new double[Kinds];
                Score(example.Starts[i], scores);
                Score(example.Ends[j], scores);
                Score(within, scores);
                (local[i] ??= new double[count][])[j] = scores;
                for (var kind = 0; kind < Kinds; kind++)
                {
                    for (var before = i == 0 ? Kinds : 0; before < (i == 0 ? Kinds + 1 : Kinds); before++)
                        forward[j][kind] = LogAdd(forward[j][kind], scores[kind] + _turns[(before * Kinds) + kind] + (i == 0 ? 0 : forward[i][before]));
                }
            }
        }
        var backward = Filled(count);
        Array.Clear(backward[count - 1]);
        for (var i = count - 2; i >= 1; i--)
        {
            for (var j = i + 1; j < count; j++)
            {
                if (local[i]?[j] is not { } scores)
                    continue;
                for (var before = 0; before < Kinds; before++)
                {
                    for (var kind = 0; kind < Kinds; kind++)
                        backward[i][before] = LogAdd(backward[i][before], scores[kind] + _turns[(before * Kinds) + kind] + backward[j][kind]);
                }
            }
        }
        var total = double.NegativeInfinity;
        for (var kind = 0; kind < Kinds; kind++)
            total = LogAdd(total, forward[count - 1][kind]);
        Pull(example, local, forward, backward, total);
    }

    private void Pull(CutExample example, double[][][] local, double[][] forward, double[][] backward, double total)
    {
        var count = example.Count;
        var turns = new double[_turns.Length];
        var (starts, ends) = (new double[count * Kinds], new double[count * Kinds]);
        var stretches = new Dictionary<(int, int), double[]>();
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                if (local[i]?[j] is not { } scores)
                    continue;
                double[]? pull = null;
                for (var kind = 0; kind < Kinds; kind++)
                {
                    for (var before = i == 0 ? Kinds : 0; before < (i == 0 ? Kinds + 1 : Kinds); before++)
                    {
                        var share = Math.Exp(scores[kind] + _turns[(before * Kinds) + kind] + (i == 0 ? 0 : forward[i][before]) + backward[j][kind] - total);
                        if (share < 1e-6)
                            continue;
                        turns[(before * Kinds) + kind] -= share;
                        (pull ??= new double[Kinds])[kind] -= share;
                    }
                }
                if (pull is not null)
                    stretches[(i, j)] = pull;
            }
        }
        var last = Kinds;
        foreach (var (first, end, kind) in example.Stretches)
        {
            if (!stretches.TryGetValue((first, end), out var pull))
                stretches[(first, end)] = pull = new double[Kinds];
            pull[(int)kind]++;
            turns[(last * Kinds) + (int)kind]++;
            last = (int)kind;
        }
        foreach (var ((first, end), pull) in stretches)
        {
            for (var kind = 0; kind < Kinds; kind++)
            {
                starts[(first * Kinds) + kind] += pull[kind];
                ends[(end * Kinds) + kind] += pull[kind];
            }
            if (example.Within[first][end] is { } within)
                Update(within, pull);
        }
        for (var i = 0; i < count; i++)
        {
            Update(example.Starts[i], starts.AsSpan(i * Kinds, Kinds));
            Update(example.Ends[i], ends.AsSpan(i * Kinds, Kinds));
        }
        for (var i = 0; i < turns.Length; i++)
        {
            _turnSquares[i] += turns[i] * turns[i];
            _turns[i] += _turnSquares[i] > 0 ? Rate * turns[i] / (1 + Math.Sqrt(_turnSquares[i])) : 0;
        }
    }

    private void Update(int[] features, ReadOnlySpan<double> pull)
    {
        if (!pull.ContainsAnyExceptInRange(-1e-4, 1e-4))
            return;
        foreach (var f in features)
        {
            if (!_known[f])
                continue;
            for (var kind = 0; kind < Kinds; kind++)
            {
                var at = (f * Kinds) + kind;
                var gradient = pull[kind] - (_penalty * _weights[at]);
                _squares[at] += gradient * gradient;
                _weights[at] += Rate * gradient / (1e-2 + Math.Sqrt(_squares[at]));
            }
        }
    }

    private void Score(int[] features, double[] scores)
    {
        foreach (var f in features)
        {
            for (var kind = 0; kind < Kinds; kind++)
                scores[kind] += _weights[(f * Kinds) + kind];
        }
    }

    private static double[][] Filled(int count)
    {
        var rows = new double[count][];
        for (var i = 0; i < count; i++)
            Array.Fill(rows[i] = new double[Kinds], double.NegativeInfinity);
        return rows;
    }

    private static double LogAdd(double a, double b) =>
        double.IsNegativeInfinity(a) ? b : double.IsNegativeInfinity(b) ? a : Math.Max(a, b) + Math.Log(1 + Math.Exp(-Math.Abs(a - b)));
}
