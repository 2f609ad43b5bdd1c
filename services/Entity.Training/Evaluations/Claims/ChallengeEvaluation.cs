using Truceline.Entity.Reading;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Evaluations.Claims;

/// <summary>Short texts, one phenomenon each: the share of texts of which every claim was read as expected, and none that is barred.</summary>
internal sealed class ChallengeEvaluation : IEvaluation
{
    private const double Bar = 0.85;

    public string Name => "challenge";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        var sets = context.Sets;
        var reader = new StoryReader();
        var verdicts = ChallengeItem.Load(sets.PathOf("Challenge"), sets.Part)
            .Select(i => ChallengeScorer.Of(i, reader.Read(i.Text, new ReadingContext(i.Published, new DateTimeOffset(i.Published, new TimeOnly(18, 0), TimeSpan.Zero))))).ToList();
        var set = "challenge, " + sets.Part.ToString().ToLowerInvariant();
        var note = sets.Part switch
        {
            ChallengePart.Open => "texts that rules were written on",
            ChallengePart.Development => "texts of another hand, in view of who writes rules",
            ChallengePart.Validation => "texts of another hand that nobody who writes rules has read; their totals are looked at",
            _ => "texts that no rule was written on",
        };
        foreach (var phenomenon in ChallengeItem.Phenomena.Keys)
        {
            var own = verdicts.Where(v => v.Item.Phenomenon == phenomenon).ToList();
            if (own.Count == 0)
                continue;
            yield return new Score(set, phenomenon, VerdictTotals.Share(own.Count(v => v.Right), own.Count), Bar, $"{own.Count(v => v.Right)} of {own.Count}; {VerdictTotals.Line(own)}");
        }
        yield return new Score(set, "all", VerdictTotals.Share(verdicts.Count(v => v.Right), verdicts.Count), null, $"{verdicts.Count(v => v.Right)} of {verdicts.Count}; {note}");
        foreach (var field in verdicts.SelectMany(v => v.Fields).GroupBy(f => f.Field).OrderBy(g => g.Key, StringComparer.Ordinal).Where(g => g.Key != "absent"))
            yield return new Score(set, "field " + field.Key, VerdictTotals.Share(field.Count(f => f.Right), field.Count()), null, $"{field.Count(f => f.Right)} of {field.Count()}");
        foreach (var verdict in verdicts.Where(v => !v.Right && sets is { Misses: true, Part: ChallengePart.Open or ChallengePart.Development }))
            Console.WriteLine($"{verdict.Item.Id}: {verdict.Item.Text}\n    {string.Join("\n    ", verdict.Faults)}");
    }
}
