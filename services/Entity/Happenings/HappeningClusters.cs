using Truceline.ServiceDefaults.Events;

namespace Truceline.Entity.Happenings;

/// <summary>Claims on one happening.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Claims">They, in the order of their days and reports.</param>
internal sealed record Cluster(string Id, IReadOnlyList<ClaimFacts> Claims);

/// <summary>
/// Parts claims into happenings: pairs are joined from the likest on, and two sets only when their claims are alike on average, so that no chain of neighbours makes
/// one happening of a week. A function of the set of claims, whatever the order in which they came. Pure.
/// </summary>
internal static class HappeningClusters
{
    /// <summary>The happenings of some claims. A denial alone is none.</summary>
    internal static IReadOnlyList<Cluster> Of(IEnumerable<ClaimFacts> claims)
    {
        var all = Ordered(claims);
        var scores = new double[all.Count, all.Count];
        var pairs = new List<(double Score, int A, int B)>();
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = i + 1; j < all.Count; j++)
            {
                scores[i, j] = scores[j, i] = HappeningScore.Of(all[i], all[j]);
                if (scores[i, j] >= HappeningScore.Least)
                {
                    pairs.Add((scores[i, j], i, j));
                }
            }
        }

        var setOf = Enumerable.Range(0, all.Count).Select(i => new List<int> { i }).ToArray();
        foreach (var (_, a, b) in pairs.OrderByDescending(p => p.Score).ThenBy(p => p.A).ThenBy(p => p.B))
        {
            var (one, other) = (setOf[a], setOf[b]);
            if (one == other || one.Average(x => other.Average(y => scores[x, y])) < HappeningScore.Least)
            {
                continue;
            }

            one.AddRange(other);
            other.ForEach(x => setOf[x] = one);
        }

        return
        [
            .. setOf.Distinct().Select(set => set.Order().Select(i => all[i]).ToList()).Where(set => set.Exists(c => !c.Denies)).GroupBy(IdOf, StringComparer.Ordinal)
                .Select(same => new Cluster(same.Key, Ordered(same.SelectMany(c => c)))),
        ];
    }

    /// <summary>In the order in which a happening's claims stand and its id is found: by the day of the report, then by the report and the place in it.</summary>
    internal static List<ClaimFacts> Ordered(IEnumerable<ClaimFacts> claims) =>
        [.. claims.DistinctBy(c => c.Id).OrderBy(c => c.Origin.Report.Day).ThenBy(c => c.ReportId, StringComparer.Ordinal)
            .ThenBy(c => c.Claim.Evidence?.Span?.Start ?? 0).ThenBy(c => c.Id, StringComparer.Ordinal)];

    /// <summary>The likeness of a claim to the one of the others that it is likest to; 1 when it is alone.</summary>
    internal static double LikenessIn(ClaimFacts claim, IReadOnlyList<ClaimFacts> others) =>
        others.Where(o => o.Id != claim.Id).Select(o => HappeningScore.Of(claim, o)).DefaultIfEmpty(1).Max();

    // Of the first claim that says that it was: what, where, when and how many, and in which report. Spans and rules change with a reading, these seldom do.
    private static string IdOf(IReadOnlyList<ClaimFacts> ordered)
    {
        var first = ordered.First(c => !c.Denies);
        var place = first.Places.OrderByDescending(p => p.Score).ThenBy(p => p.GazetteerId, StringComparer.Ordinal).FirstOrDefault();
        return ContentHash.Of(
            "happening", first.ReportId, first.Group, place?.GazetteerId ?? first.Claim.Place?.EntityId ?? Spot(first), DaySpan.Text(first.Days.First), DaySpan.Text(first.Days.Last),
            string.Join(';', Figures.Of(first.Claim).Select(Figures.Text)));
    }

    // Without a place two happenings of a report are told apart by where it speaks of them.
    private static string Spot(ClaimFacts claim) => FormattableString.Invariant($"at {claim.Claim.Evidence?.Span?.Start ?? 0}");
}
