using Truceline.Entity.Reading;

namespace Truceline.Entity.UnitTests.Challenge;

/// <summary>What was read of one text of the challenge set, judged.</summary>
/// <param name="Item">The text.</param>
/// <param name="Faults">What is not as expected; empty when all is.</param>
/// <param name="Fields">Each field that was judged, with whether it was right.</param>
internal sealed record ChallengeVerdict(ChallengeItem Item, IReadOnlyList<string> Faults, IReadOnlyList<(string Field, bool Right)> Fields)
{
    /// <summary>Every expected claim was made as expected, and none that is barred.</summary>
    public bool Right => Faults.Count == 0;
}

/// <summary>Judges a reading against an item of the challenge set by the rules of README.md.</summary>
internal static class ChallengeScorer
{
    private const double LeastOverlap = 0.4;

    public static ChallengeVerdict Of(ChallengeItem item, StoryReading reading)
    {
        var (faults, fields) = (new List<string>(), new List<(string, bool)>());
        var pairs = Pair(item, reading.Claims);
        for (var i = 0; i < item.Expect.Count; i++)
        {
            var expected = item.Expect[i];
            var label = $"{expected.Kind} «{item.Text[expected.Span[0]..expected.Span[1]]}»";
            Judge("claim", pairs.ContainsKey(i), $"{label} not made");
            if (pairs.TryGetValue(i, out var j))
                Fields(item, expected, reading, reading.Claims[j], (field, right, got) => Judge(field, right, $"{label} {field} is {got}"));
        }
        foreach (var claim in Barred(item, reading.Claims.Where((_, j) => !pairs.ContainsValue(j))))
            Judge("absent", false, $"{claim.Kind} {claim.Class} {claim.Mode} «{claim.Evidence.Of(item.Text)}» made ({claim.Rule}; by {string.Join('/', claim.ActorPhrases)} to {string.Join('/', claim.TargetPhrases)}; said {string.Join(" < ", claim.Chain.Select(l => $"{l.Name} [{l.Verb}]"))}{(claim.Background ? "; background" : "")}{(claim.Repeated ? "; repeated" : "")}{(claim.IsQuote ? "; quoted" : "")})");
        if (item.Phenomenon == "promise_denial_deed" && pairs.Count > 1)
            Judge("links", AreLinked([.. pairs.Values.Select(j => reading.Claims[j])]), "not linked with one another");
        return new ChallengeVerdict(item, faults, fields);

        void Judge(string field, bool right, string fault)
        {
            fields.Add((field, right));
            if (!right)
                faults.Add(fault);
        }
    }

    private static void Fields(ChallengeItem item, ExpectedClaim expected, StoryReading reading, ClaimDraft claim, Action<string, bool, string> judge)
    {
        judge("mode", expected.Mode.ToString() == claim.Mode.ToString(), claim.Mode.ToString());
        if (expected.Class is not null)
            judge("class", IsClass(expected, claim), claim.Class);
        if (expected.Speaker is { } speaker)
            judge("speaker", Names(item.Text, reading, claim.Speaker, LinkName(claim, speaker: true)).Any(n => IsName(speaker, n)), string.Join('/', Names(item.Text, reading, claim.Speaker, LinkName(claim, true))));
        if (expected.Source is { } source)
            judge("source", Names(item.Text, reading, claim.Source, LinkName(claim, speaker: false)).Any(n => IsName(source, n)), string.Join('/', Names(item.Text, reading, claim.Source, LinkName(claim, false))));
        if (expected.Chain is { } chain)
            judge("chain", chain.Count == claim.Chain.Count && chain.Zip(claim.Chain).All(p => IsName(p.First, p.Second.Name)), string.Join(" < ", claim.Chain.Select(l => l.Name)));
        foreach (var (field, wanted, ids, phrases) in new[]
            { ("actors", expected.Actors, claim.Actors, claim.ActorPhrases), ("targets", expected.Targets, claim.Targets, claim.TargetPhrases) })
        {
            if (wanted is not null)
            {
                var got = ids.SelectMany(id => Names(item.Text, reading, id, null)).Concat(phrases).ToList();
                judge(field, wanted.All(w => got.Exists(g => IsName(w, g))), string.Join('/', got));
            }
        }
        if (expected.Quoted)
            judge("quoted", claim.IsQuote, "no quotation");
        if (expected.Fatalities is { } killed)
            judge("fatalities", claim.Fatalities is { } got && got.Low == killed.Low && got.High == killed.High, claim.Fatalities?.ToString() ?? "none");
        judge("background", expected.Background == claim.Background, claim.Background.ToString());
        judge("repeated", expected.Repeated == claim.Repeated, claim.Repeated.ToString());
    }

    /// <summary>A deed that carries out a duty may have the duty's class.</summary>
    private static bool IsClass(ExpectedClaim expected, ClaimDraft claim) => expected.Class == claim.Class;

    private static string? LinkName(ClaimDraft claim, bool speaker) => claim.Chain switch
    {
        [] => null,
        [var only] => (only.Verb == "according") == speaker ? null : only.Name,
        [var inner, .., var outer] => speaker ? inner.Name : outer.Name,
    };

    private static IEnumerable<string> Names(string text, StoryReading reading, string? id, string? phrase)
    {
        if (phrase is not null)
            yield return phrase;
        if (id is null || reading.Entities.FirstOrDefault(e => e.Id == id) is not { } entity)
            yield break;
        yield return entity.Name;
        // The text may name it otherwise than the knowledge base does.
        foreach (var mention in entity.Mentions)
            yield return mention.Span.Of(text);
    }

    /// <summary>Whether a name is the expected one, contains it or is contained in it, articles and case aside.</summary>
    private static bool IsName(string expected, string got)
    {
        var (a, b) = (Plain(expected), Plain(got));
        return b.Length > 2 && (a.Contains(b, StringComparison.Ordinal) || b.Contains(a, StringComparison.Ordinal));
    }

    private static string Plain(string name)
    {
        var plain = name.Trim().Replace('’', '\'').ToLowerInvariant();
        foreach (var article in new[] { "the ", "a ", "an " })
        {
            if (plain.StartsWith(article, StringComparison.Ordinal))
                return plain[article.Length..];
        }
        return plain;
    }

    private static IEnumerable<ClaimDraft> Barred(ChallengeItem item, IEnumerable<ClaimDraft> claims) => claims.Where(c =>
        item.Absent?.Any(a => a.Kind == c.Kind && (a.Mode is null || a.Mode.ToString() == c.Mode.ToString()) && a.Except?.Contains(c.Class) != true) == true);

    /// <summary>Whether links join all the claims, directly or by way of one another.</summary>
    private static bool AreLinked(List<ClaimDraft> claims)
    {
        var reached = new HashSet<ClaimKey> { claims[0].Key };
        for (var grown = true; grown;)
        {
            grown = false;
            foreach (var claim in claims)
            {
                if (reached.Contains(claim.Key) ? claim.Links.Any(l => reached.Add(l.Target)) : claim.Links.Any(l => reached.Contains(l.Target)) && reached.Add(claim.Key))
                    grown = true;
            }
        }
        return claims.TrueForAll(c => reached.Contains(c.Key));
    }

    private static Dictionary<int, int> Pair(ChallengeItem item, IReadOnlyList<ClaimDraft> claims)
    {
        var candidates =
            from i in Enumerable.Range(0, item.Expect.Count)
            from j in Enumerable.Range(0, claims.Count)
            where item.Expect[i].Kind == claims[j].Kind
            let overlap = Overlap(item.Expect[i].Span, claims[j].Evidence)
            where overlap >= LeastOverlap
            orderby overlap descending
            select (i, j);
        var pairs = new Dictionary<int, int>();
        foreach (var (i, j) in candidates)
        {
            if (!pairs.ContainsKey(i) && !pairs.ContainsValue(j))
                pairs[i] = j;
        }
        return pairs;
    }

    private static double Overlap(IReadOnlyList<int> a, TextSpan b)
    {
        var common = Math.Max(0, Math.Min(a[1], b.End) - Math.Max(a[0], b.Start));
        return (double)common / (Math.Max(a[1], b.End) - Math.Min(a[0], b.Start));
    }
}
