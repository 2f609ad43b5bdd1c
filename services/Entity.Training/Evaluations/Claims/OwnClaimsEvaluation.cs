using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims.Learned;
using Truceline.Entity.Reading.Places;
using Truceline.Entity.Training.Claims;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Evaluations.Claims;

/// <summary>The project's own texts with all their claims: what is read of texts whose wording nothing was written for or learned from, phenomenon by phenomenon; by rules alone, and with models in five folds.</summary>
internal sealed class OwnClaimsEvaluation : IEvaluation
{
    public string Name => "own-claims";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        var reader = new StoryReader(Gazetteer.Load(), context.Tagger);
        var shipped = ClauseJudge.LoadModel();
        var training = new ClauseTraining(reader, shipped.Vectors, context.Sets.PathOf("Challenge"), new ClauseTrainerOptions());
        var readers = new FoldedJudges(reader, training);
        foreach (var (set, bounds) in new[] { ("own claims, rules", (ClauseBounds?)null), ("own claims", shipped.Bounds) })
        {
            var readings = readers.ReadAll(bounds);
            foreach (var score in ScoresOf(set, training.Items, readings))
                yield return score;
            if (bounds is not null && context.Sets.Misses)
                Print(training.Items, readings);
        }
    }

    /// <summary>The scores of readings.</summary>
    /// <param name="set">Name of the set.</param>
    /// <param name="items">The texts.</param>
    /// <param name="readings">What was read of each.</param>
    public static IEnumerable<Score> ScoresOf(string set, IReadOnlyList<ChallengeItem> items, IReadOnlyList<StoryReading> readings)
    {
        var verdicts = items.Zip(readings, ChallengeScorer.Of).ToList();
        foreach (var phenomenon in verdicts.GroupBy(v => v.Item.Phenomenon).OrderBy(g => g.Key, StringComparer.Ordinal))
            yield return Right(phenomenon.Key, [.. phenomenon]);
        yield return Right("all", verdicts);
        foreach (var field in VerdictTotals.Fields)
        {
            var (right, of) = VerdictTotals.Of(verdicts, field);
            if (of > 0)
                yield return new Score(set, "field " + field, VerdictTotals.Share(right, of), null, $"{right} of {of}");
        }
        var (made, wanted) = (readings.Sum(r => r.Claims.Count), items.Zip(readings).Sum(r => r.Second.Claims.Count(c => IsAnnotated(r.First, c))));
        yield return new Score(set, "claims made that are annotated", VerdictTotals.Share(wanted, made), null, $"{wanted} of {made}; kind and two fifths of the spans' union, of whatever mode and class");

        Score Right(string measure, IReadOnlyList<ChallengeVerdict> of) =>
            new(set, measure, VerdictTotals.Share(of.Count(v => v.Right), of.Count), null, $"all right in {of.Count(v => v.Right)} of {of.Count}; {VerdictTotals.Line(of)}");
    }

    private static void Print(IReadOnlyList<ChallengeItem> items, IReadOnlyList<StoryReading> readings)
    {
        foreach (var verdict in items.Zip(readings, ChallengeScorer.Of).Where(v => !v.Right))
            Console.WriteLine($"{verdict.Item.Id} {verdict.Item.Phenomenon}: {verdict.Item.Text}\n    {string.Join("\n    ", verdict.Faults)}");
    }

    private static bool IsAnnotated(ChallengeItem item, ClaimDraft claim) =>
        item.Expect.Any(e => e.Kind == claim.Kind && SpanOverlap.Of(new TextSpan(e.Span[0], e.Span[1]), claim.Evidence) >= SpanOverlap.Least);
}
