using Truceline.Entity.Reading;

namespace Truceline.Entity.UnitTests.Names;

/// <summary>
/// B-cubed over the mentions of persons, organisations, groups and forces (Bagga and Baldwin 1998): of each mention's chain, how much is right.
/// A mention that only one side has counts as wrong, or missed. Articles before a name do not count.
/// </summary>
internal sealed record ChainScore(double Precision, double Recall, IReadOnlyList<string> Remarks)
{
    private static readonly EntityType[] Scored = [EntityType.Person, EntityType.Organisation, EntityType.ArmedGroup, EntityType.ArmedForce];

    public override string ToString() => $"B3 precision {Precision:f3}, recall {Recall:f3}\n{string.Join('\n', Remarks)}";

    public static ChainScore Of(IEnumerable<ChainStory> stories, Func<ChainStory, IReadOnlyList<NamedEntity>> read)
    {
        var (right, got, found, gold) = (0.0, 0, 0.0, 0);
        var remarks = new List<string>();
        foreach (var story in stories)
        {
            var entities = read(story).Where(e => Scored.Contains(e.Type)).ToList();
            var system = entities.SelectMany(e => e.Mentions.Select(m => (Chain: e.Id, Span: Bare(story.Text, m.Span)))).ToList();
            var golden = story.Mentions.Select(m => (m.Chain, Span: Bare(story.Text, m.Span))).ToList();
            var pairs = golden.Select((g, i) => (Gold: i, System: system.FindIndex(s => Overlap(g.Span, s.Span) >= 0.5))).Where(p => p.System >= 0).ToList();
            foreach (var (g, s) in pairs)
            {
                var both = pairs.Count(p => golden[p.Gold].Chain == golden[g].Chain && system[p.System].Chain == system[s].Chain);
                right += (double)both / system.Count(x => x.Chain == system[s].Chain);
                found += (double)both / golden.Count(x => x.Chain == golden[g].Chain);
                if (both < golden.Count(x => x.Chain == golden[g].Chain))
                    remarks.Add($"{story.Name}: {golden[g].Chain} \"{golden[g].Span.Of(story.Text)}\" in {system[s].Chain}");
            }
            (got, gold) = (got + system.Count, gold + golden.Count);
            remarks.AddRange(golden.Where((_, i) => !pairs.Exists(p => p.Gold == i)).Select(g => $"{story.Name}: missed {g.Chain} \"{g.Span.Of(story.Text)}\""));
            remarks.AddRange(system.Where((_, i) => !pairs.Exists(p => p.System == i)).Select(s => $"{story.Name}: not annotated {s.Chain} \"{s.Span.Of(story.Text)}\""));
        }
        return new ChainScore(right / Math.Max(1, got), found / Math.Max(1, gold), remarks);
    }

    private static TextSpan Bare(string text, TextSpan span) =>
        span.Of(text).StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? new TextSpan(span.Start + 4, span.End) : span;

    private static double Overlap(TextSpan a, TextSpan b)
    {
        var common = Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));
        return common == 0 ? 0 : (double)common / (Math.Max(a.End, b.End) - Math.Min(a.Start, b.Start));
    }
}
