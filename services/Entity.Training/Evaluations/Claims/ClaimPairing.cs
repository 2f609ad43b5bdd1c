using Truceline.Entity.Reading;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Evaluations.Claims;

/// <summary>The claims of a reading beside those that were expected, paired by their spans alone.</summary>
internal sealed class ClaimPairing
{
    private const double LeastOverlap = 0.4;

    private readonly List<string> _faults = [];

    /// <summary>Pairs what was read of a text with what was expected of it.</summary>
    public ClaimPairing(ChallengeItem item, StoryReading reading)
    {
        (Item, Reading) = (item, reading);
        var candidates =
            from i in Enumerable.Range(0, item.Expect.Count)
            from j in Enumerable.Range(0, reading.Claims.Count)
            let overlap = OverlapOf(item.Expect[i].Span, reading.Claims[j].Evidence)
            where overlap >= LeastOverlap
            orderby overlap descending, item.Expect[i].Kind == reading.Claims[j].Kind descending
            select (i, j);
        foreach (var (i, j) in candidates)
        {
            if (!Pairs.ContainsKey(i) && !Pairs.ContainsValue(j))
                Pairs[i] = j;
        }
        for (var i = 0; i < item.Expect.Count; i++)
        {
            if (!Pairs.ContainsKey(i))
                _faults.Add($"«{Words(item.Expect[i].Span)}» not found");
        }
        foreach (var claim in reading.Claims.Where((_, j) => !Pairs.ContainsValue(j)))
            _faults.Add($"  «{claim.Evidence.Of(item.Text)}» made ({claim.Rule})");
    }

    public ChallengeItem Item { get; }

    public StoryReading Reading { get; }

    /// <summary>Index of an expected claim to index of the claim that was read.</summary>
    public Dictionary<int, int> Pairs { get; } = [];

    /// <summary>What was missed or made too many, in words.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>Fields of the pairs with whether they are right. A speaker counts as wrong where the span was not found; one that nobody expected is told apart.</summary>
    public IEnumerable<(string Field, bool Right)> Fields()
    {
        for (var i = 0; i < Item.Expect.Count; i++)
        {
            var expected = Item.Expect[i];
            var read = Pairs.TryGetValue(i, out var j) ? Reading.Claims[j] : null;
            if (expected.Speaker is { } speaker)
                yield return ("speaker, of all that have one", Judge("speaker", speaker, read is null ? [] : Speakers(read)));
            else if (read is not null && expected.Source is null)
                yield return ("no speaker, of those that have none", Judge("speaker", null, [.. Speakers(read)]));
            if (expected.Source is { } source)
                yield return ("source, of all that have one", Judge("source", source, read is null ? [] : Sources(read)));
            if (read is null)
                continue;
            if (expected.Actors is { Count: > 0 } actors)
                yield return ("actors, of spans found", actors.All(a => Judge("actor", a, [.. read.ActorPhrases, .. read.Actors.SelectMany(NamesOf)])));
            if (expected.Targets is { Count: > 0 } targets)
                yield return ("targets, of spans found", targets.All(t => Judge("target", t, [.. read.TargetPhrases, .. read.Targets.SelectMany(NamesOf)])));
        }
    }

    /// <summary>Shared part of two spans' union.</summary>
    public static double OverlapOf(IReadOnlyList<int> a, TextSpan b) =>
        (double)Math.Max(0, Math.Min(a[1], b.End) - Math.Max(a[0], b.Start)) / (Math.Max(a[1], b.End) - Math.Min(a[0], b.Start));

    private bool Judge(string field, string? expected, IReadOnlyList<string> got)
    {
        var right = expected is null ? got.Count == 0 : got.Any(g => IsName(expected, g));
        if (!right)
            _faults.Add($"{field} {expected ?? "none"}: {string.Join('/', got)}");
        return right;
    }

    private IReadOnlyList<string> Speakers(ClaimDraft claim) => claim.Chain switch
    {
        [] => [.. NamesOf(claim.Speaker)],
        [{ Verb: "according" }] => [],
        [var inner, ..] => [inner.Name, .. NamesOf(claim.Speaker)],
    };

    private IReadOnlyList<string> Sources(ClaimDraft claim) => claim.Chain switch
    {
        [{ Verb: "according" } only] => [only.Name, .. NamesOf(claim.Source)],
        [_, .., var outer] => [outer.Name, .. NamesOf(claim.Source)],
        _ => [.. NamesOf(claim.Source)],
    };

    private IEnumerable<string> NamesOf(string? id) => Reading.Entities.FirstOrDefault(e => e.Id == id) is { } entity
        ? entity.Mentions.Select(m => m.Span.Of(Item.Text)).Prepend(entity.Name)
        : [];

    private string Words(IReadOnlyList<int> span) => Item.Text[span[0]..span[1]];

    private static bool IsName(string expected, string got)
    {
        var (a, b) = (Plain(expected), Plain(got));
        return b.Length > 2 && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));
    }

    private static string Plain(string name)
    {
        var plain = name.Trim().Replace('’', '\'').ToLowerInvariant();
        return plain.StartsWith("the ", StringComparison.Ordinal) ? plain[4..] : plain.StartsWith("a ", StringComparison.Ordinal) ? plain[2..] : plain.StartsWith("an ", StringComparison.Ordinal) ? plain[3..] : plain;
    }
}
