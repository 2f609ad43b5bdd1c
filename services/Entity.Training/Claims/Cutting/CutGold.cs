using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims;
using Truceline.Entity.Reading.Claims.Cutting;
using Truceline.Entity.Reading.Claims.Speech;
using Truceline.Entity.UnitTests.Challenge;

namespace Truceline.Entity.Training.Claims.Cutting;

/// <summary>How an annotated sentence is to be cut: the outermost claims, what stands between them as words that report where it names who says one of them.</summary>
internal static class CutGold
{
    /// <summary>The right stretches of a sentence, in tokens; together they cover it.</summary>
    public static List<CutStretch> Of(ChallengeItem item, SentenceView view)
    {
        var claims = Outermost(item, view);
        var stretches = new List<CutStretch>();
        var at = view.First;
        foreach (var claim in claims)
        {
            if (claim.First > at)
                stretches.Add(Gap(item, view, new(at, claim.First)));
            stretches.Add(new(claim, StretchKind.Claim));
            at = claim.End;
        }
        if (at < view.End)
            stretches.Add(Gap(item, view, new(at, view.End)));
        return stretches;
    }

    /// <summary>Tokens of a span within the tokens of a sentence, marks at its ends left out.</summary>
    public static Stretch TokensOf(SentenceView view, int start, int end)
    {
        var (first, last) = view.Words.Source.TokensIn(new TextSpan(start, end));
        return new(Math.Max(first, view.First), Math.Min(last, view.End));
    }

    private static List<Stretch> Outermost(ChallengeItem item, SentenceView view)
    {
        var kept = new List<Stretch>();
        foreach (var stretch in item.Expect.Select(e => TokensOf(view, e.Span[0], e.Span[1])).Where(s => !s.IsEmpty).OrderByDescending(s => s.End - s.First).ThenBy(s => s.First))
        {
            if (!kept.Exists(k => k.First < stretch.End && stretch.First < k.End))
                kept.Add(stretch);
        }
        kept.Sort((a, b) => a.First.CompareTo(b.First));
        return kept;
    }

    private static CutStretch Gap(ChallengeItem item, SentenceView view, Stretch gap)
    {
        var text = view.SpanOf(gap.First, gap.End).Of(item.Text);
        var speaks = item.Expect.SelectMany(e => new[] { e.Speaker, e.Source }.Concat(e.Chain ?? [])).OfType<string>().Any(name => text.Contains(name, StringComparison.OrdinalIgnoreCase));
        return new(gap, speaks ? StretchKind.Frame : StretchKind.Rest);
    }
}
