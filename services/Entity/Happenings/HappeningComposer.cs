using Truceline.Entity.V1;
using Truceline.Type.V1;

namespace Truceline.Entity.Happenings;

/// <summary>Makes of the claims on a happening what is told of it. Figures are those of the claims, one beside the other. Pure.</summary>
internal static class HappeningComposer
{
    /// <summary>The happening of a cluster.</summary>
    internal static Happening Compose(Cluster cluster)
    {
        var claims = cluster.Claims;
        var origins = Independence.Number([.. claims.Select(c => c.Origin)]);
        var contradictions = Contradictions.Of(claims, origins);
        var asserted = SideOf(claims, origins, contradictions, denies: false);
        var denied = SideOf(claims, origins, contradictions, denies: true);
        var (grade, reasons) = CredibilityRule.Judge(asserted);
        var denialGrade = CredibilityRule.Judge(denied).Grade;
        var told = claims.Where(c => !c.Denies).ToList();
        return new Happening
        {
            Id = cluster.Id,
            Group = told[0].Group,
            Classes = { told.Select(c => c.Claim.Class).Distinct().Order(StringComparer.Ordinal) },
            Place = PlaceOf(told),
            FirstDate = DaySpan.Text(told.Min(c => c.Days.First)),
            LastDate = DaySpan.Text(told.Max(c => c.Days.Last)),
            Claims = { claims.Select((c, i) => Claim(c, origins[i], c.Denies ? denialGrade : grade, claims)) },
            Figures = { FiguresOf(claims, origins) },
            IndependentOrigins = asserted.Origins,
            Contradictions = { contradictions },
            Credibility = grade,
            Reasons = { reasons },
        };
    }

    private static HappeningClaim Claim(ClaimFacts facts, int origin, InformationCredibility grade, IReadOnlyList<ClaimFacts> all)
    {
        var claim = facts.Claim.Clone();
        claim.Credibility = grade;
        return new HappeningClaim
        {
            Claim = claim,
            Side = facts.Denies ? HappeningSide.Denies : HappeningSide.Asserts,
            Origin = origin,
            Outlet = facts.Origin.Report.Outlet,
            Likeness = HappeningClusters.LikenessIn(facts, all),
        };
    }

    private static IEnumerable<HappeningFigure> FiguresOf(IReadOnlyList<ClaimFacts> claims, IReadOnlyList<int> origins) =>
        claims.SelectMany((c, i) => Figures.Of(c.Claim).Select(q => new HappeningFigure
        {
            Quantity = q,
            ClaimId = c.Id,
            Evidence = c.Claim.Evidence,
            SaidBy = ClaimOrigin.WhoSays(c.Claim) is { Length: > 0 } cited ? cited : c.Origin.Report.Outlet,
            Origin = origins[i],
            Place = c.Claim.Place?.Name ?? "",
        })).OrderBy(f => f.Quantity.Kind).ThenBy(f => f.Quantity.Unit, StringComparer.Ordinal);

    private static SideFacts SideOf(IReadOnlyList<ClaimFacts> claims, IReadOnlyList<int> origins, IReadOnlyList<Contradiction> contradictions, bool denies)
    {
        var mine = Enumerable.Range(0, claims.Count).Where(i => claims[i].Denies == denies).ToList();
        var numbers = mine.Select(i => origins[i]).Where(n => n > 0).ToHashSet();
        var against = Enumerable.Range(0, claims.Count).Except(mine).Select(i => origins[i]).Where(n => n > 0 && !numbers.Contains(n)).Distinct().Count();
        var best = mine.Select(i => claims[i].Claim.Reliability).Where(r => r != SourceReliability.Unspecified).DefaultIfEmpty(SourceReliability.F).Min();
        return new SideFacts(
            numbers.Count, best, against, !denies && contradictions.Any(c => c.Kind == ContradictionKind.Figures), !denies && contradictions.Any(c => c.Kind == ContradictionKind.Actor));
    }

    // The place that is known best: of all claims the smallest of those that are surest.
    private static PlaceCandidate? PlaceOf(IEnumerable<ClaimFacts> claims) =>
        claims.Select(c => c.Places.OrderByDescending(p => p.Score).ThenBy(p => p.GazetteerId, StringComparer.Ordinal).FirstOrDefault()).OfType<PlaceCandidate>()
            .OrderBy(p => p.RadiusM).ThenByDescending(p => p.Score).ThenBy(p => p.GazetteerId, StringComparer.Ordinal).FirstOrDefault();
}
