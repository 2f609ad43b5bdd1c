using Truceline.Entity.Reading;
using Truceline.Entity.Training.Claims;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Evaluations.Claims;

/// <summary>Where claims begin and end, who says them, who did it and to whom, whatever kind and class they were taken for.</summary>
internal sealed class ClaimSpansEvaluation : IEvaluation
{
    public string Name => "claim-spans";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        var sets = context.Sets;
        var reader = new StoryReader();
        var pairings = ChallengeItem.Load(sets.PathOf("Challenge"), sets.Part).Select(i => new ClaimPairing(i, reader.Read(i.Text, FoldedReaders.ContextOf(i)))).ToList();
        var printed = sets is { Misses: true, Part: ChallengePart.Open or ChallengePart.Development };
        return [.. Scores("claim spans, " + sets.Part.ToString().ToLowerInvariant(), pairings, printed), .. Scores("claim spans, own texts", Folded(), sets.Misses)];
    }

    /// <summary>The project's own texts, each read by models that learned nothing from it.</summary>
    private static List<ClaimPairing> Folded()
    {
        var items = ClaimCorpus.ReadAll();
        var readers = new FoldedReaders(new StoryReader(), items);
        return [.. items.Select((item, i) => new ClaimPairing(item, readers.Read(i)))];
    }

    /// <summary>The table of a set of readings.</summary>
    /// <param name="set">Name of the set.</param>
    /// <param name="pairings">The readings.</param>
    /// <param name="printed">Whether to print what was missed.</param>
    public static IEnumerable<Score> Scores(string set, IReadOnlyList<ClaimPairing> pairings, bool printed)
    {
        var (expected, made) = (pairings.Sum(p => p.Item.Expect.Count), pairings.Sum(p => p.Reading.Claims.Count));
        var paired = pairings.Sum(p => p.Pairs.Count);
        yield return Share(set, "spans found", paired, expected);
        yield return Share(set, "spans made that are expected", paired, made);
        foreach (var field in pairings.SelectMany(p => p.Fields()).GroupBy(f => f.Field).OrderBy(g => g.Key, StringComparer.Ordinal))
            yield return Share(set, field.Key, field.Count(f => f.Right), field.Count());
        foreach (var pairing in pairings.Where(p => printed && p.Faults.Count > 0))
            Console.WriteLine($"{pairing.Item.Id}: {pairing.Item.Text}\n    {string.Join("\n    ", pairing.Faults)}");
    }

    private static Score Share(string set, string measure, int part, int whole) => new(set, measure, whole == 0 ? 0 : (double)part / whole, null, $"{part} of {whole}");
}
