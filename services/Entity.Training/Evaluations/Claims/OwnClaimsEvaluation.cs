using Truceline.Entity.Reading;
using Truceline.Entity.Training.Claims;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Evaluations.Claims;

/// <summary>The project's own texts with all their claims: what is read of texts whose wording nothing was written for or learned from, phenomenon by phenomenon.</summary>
internal sealed class OwnClaimsEvaluation : IEvaluation
{
    private const string Set = "own claims";

    public string Name => "own-claims";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        var items = ClaimCorpus.ReadAll();
        var readers = new FoldedReaders(items);
        var read = items.Select((item, i) => (Item: item, Reading: readers.Read(i))).ToList();
        var verdicts = read.Select(r => ChallengeScorer.Of(r.Item, r.Reading)).ToList();
        foreach (var phenomenon in verdicts.GroupBy(v => v.Item.Phenomenon).OrderBy(g => g.Key, StringComparer.Ordinal))
            yield return Right(phenomenon.Key, [.. phenomenon]);
        yield return Right("all", verdicts);
        foreach (var field in VerdictTotals.Fields)
        {
            var (right, of) = VerdictTotals.Of(verdicts, field);
            if (of > 0)
                yield return new Score(Set, "field " + field, VerdictTotals.Share(right, of), null, $"{right} of {of}");
        }
        var (made, wanted) = (read.Sum(r => r.Reading.Claims.Count), read.Sum(r => r.Reading.Claims.Count(c => IsAnnotated(r.Item, c))));
        yield return new Score(Set, "claims made that are annotated", VerdictTotals.Share(wanted, made), null, $"{wanted} of {made}; kind and two fifths of the spans' union, of whatever mode and class");
        foreach (var verdict in verdicts.Where(v => !v.Right && context.Misses))
            Console.WriteLine($"{verdict.Item.Id} {verdict.Item.Phenomenon}: {verdict.Item.Text}\n    {string.Join("\n    ", verdict.Faults)}");
    }

    private static Score Right(string measure, IReadOnlyList<ChallengeVerdict> verdicts) =>
        new(Set, measure, VerdictTotals.Share(verdicts.Count(v => v.Right), verdicts.Count), null, $"all right in {verdicts.Count(v => v.Right)} of {verdicts.Count}; {VerdictTotals.Line(verdicts)}");

    private static bool IsAnnotated(ChallengeItem item, ClaimDraft claim) =>
        item.Expect.Any(e => e.Kind == claim.Kind && SpanOverlap.Of(new TextSpan(e.Span[0], e.Span[1]), claim.Evidence) >= SpanOverlap.Least);
}
