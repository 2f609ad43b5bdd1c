using Truceline.Entity.Reading.Claims.Speech;

namespace Truceline.Entity.Reading.Claims.Cutting;

/// <summary>A stretch of a sentence and what it is.</summary>
internal readonly record struct CutStretch(Stretch Tokens, StretchKind Kind);

/// <summary>
/// Cuts a sentence into claims, words that report and the rest: of all ways to cut it the one with the greatest sum of learned weights (a semi-Markov model, Sarawagi and Cohen 2004).
/// Immutable; safe to share between threads.
/// </summary>
/// <param name="weights">Weights, a column for each <see cref="StretchKind"/>.</param>
internal sealed class SentenceCutter(FeatureWeights weights)
{
    /// <summary>Number of kinds of stretch.</summary>
    public const int Kinds = 3;

    /// <summary>Most places that one stretch spans.</summary>
    public const int Widest = 40;

    private static readonly Sign[] After = [.. Enum.GetNames<StretchKind>().Append("none").Select(n => Sign.Of(n.ToLowerInvariant()))];

    /// <summary>Name of the feature that tells what stands before a stretch: one for each kind, then for the beginning of the sentence.</summary>
    public static readonly Sign Previous = Sign.Of("after");

    /// <summary>The cutter whose weights come with the assembly.</summary>
    public static SentenceCutter Default { get; } = new(FeatureWeights.Load("claims.claim-cuts.tsv"));

    /// <summary>The sign of what stands before a stretch.</summary>
    public static Sign SignOf(int kind) => After[kind];

    /// <summary>How much better, in logarithms of likelihood, a cut must be than the best along the lines of rules by word.</summary>
    private const double Margin = 6;

    /// <summary>The stretches of a sentence in order, together they cover it; null where rules by word are to cut it.</summary>
    public IReadOnlyList<CutStretch>? Cut(CutSentence sentence)
    {
        var (best, score) = Best(sentence, sentence.Places);
        var ruled = Best(sentence, sentence.RuledPlaces).Score;
        return score - ruled > Margin ? best : null;
    }

    /// <summary>The best way to cut a sentence at some places, with its score.</summary>
    public (IReadOnlyList<CutStretch> Stretches, double Score) Best(CutSentence sentence, IReadOnlyList<int> places)
    {
        var (features, sink) = (new CutFeatures(sentence), new FeatureSink());
        var count = places.Count;
        var (starts, ends) = (new double[count * Kinds], new double[count * Kinds]);
        for (var i = 0; i < count; i++)
        {
            sink.Clear();
            features.Start(places[i], sink);
            weights.Add(sink, starts.AsSpan(i * Kinds, Kinds));
            sink.Clear();
            features.End(places[i], sink);
            weights.Add(sink, ends.AsSpan(i * Kinds, Kinds));
        }
        var turns = Turns();
        var (best, from) = (new double[count * Kinds], new (int Place, int Kind)[count * Kinds]);
        Array.Fill(best, double.NegativeInfinity);
        Span<double> within = stackalloc double[Kinds];
        for (var j = 1; j < count; j++)
        {
            for (var i = Math.Max(0, j - Widest); i < j; i++)
            {
                sink.Clear();
                features.Within(places[i], places[j], sink);
                within.Clear();
                weights.Add(sink, within);
                for (var kind = 0; kind < Kinds; kind++)
                {
                    var own = within[kind] + starts[(i * Kinds) + kind] + ends[(j * Kinds) + kind];
                    for (var before = i == 0 ? Kinds : 0; before < (i == 0 ? Kinds + 1 : Kinds); before++)
                    {
                        var score = own + turns[(before * Kinds) + kind] + (i == 0 ? 0 : best[(i * Kinds) + before]);
                        if (score > best[(j * Kinds) + kind])
                            (best[(j * Kinds) + kind], from[(j * Kinds) + kind]) = (score, (i, before));
                    }
                }
            }
        }
        var stretches = new List<CutStretch>();
        var last = count - 1;
        var current = Enumerable.Range(0, Kinds).MaxBy(k => best[(last * Kinds) + k]);
        var total = best[(last * Kinds) + current];
        while (last > 0)
        {
            var (place, before) = from[(last * Kinds) + current];
            stretches.Add(new(new(places[place], places[last]), (StretchKind)current));
            (last, current) = (place, before);
        }
        stretches.Reverse();
        return (stretches, total);
    }

    private double[] Turns()
    {
        var turns = new double[(Kinds + 1) * Kinds];
        var sink = new FeatureSink();
        for (var before = 0; before <= Kinds; before++)
        {
            sink.Clear();
            sink.Add(Previous, After[before]);
            weights.Add(sink, turns.AsSpan(before * Kinds, Kinds));
        }
        return turns;
    }
}
