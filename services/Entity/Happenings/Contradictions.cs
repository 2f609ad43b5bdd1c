using Truceline.Entity.V1;

namespace Truceline.Entity.Happenings;

/// <summary>In what the claims on a happening contradict each other. Only origins independent of each other do; what one origin says later corrects it. Pure.</summary>
internal static class Contradictions
{
    /// <summary>A happening of hundreds of reports shows those that come first.</summary>
    private const int Most = 100;

    /// <summary>Every two claims of different origins that cannot both be right.</summary>
    /// <param name="claims">The claims, in their order.</param>
    /// <param name="origins">Number of the origin of each.</param>
    internal static IReadOnlyList<Contradiction> Of(IReadOnlyList<ClaimFacts> claims, IReadOnlyList<int> origins)
    {
        var found = new List<Contradiction>();
        for (var i = 0; i < claims.Count; i++)
        {
            for (var j = i + 1; j < claims.Count && found.Count < Most; j++)
            {
                if (origins[i] != origins[j] || claims[i].Denies != claims[j].Denies || AreUnknown(claims[i], claims[j], origins[i]))
                {
                    found.AddRange(Between(claims[i], claims[j]));
                }
            }
        }

        return found;
    }

    // Of origins that are not known it cannot be told that they are one; two reports contradict each other all the same.
    private static bool AreUnknown(ClaimFacts a, ClaimFacts b, int origin) =>
        origin == 0 && a.ReportId != b.ReportId && (a.Origin.Report.ChainId.Length == 0 || a.Origin.Report.ChainId != b.Origin.Report.ChainId);

    private static IEnumerable<Contradiction> Between(ClaimFacts a, ClaimFacts b)
    {
        if (a.Denies != b.Denies)
        {
            yield return Make(ContradictionKind.Denial, a, b, "One says that it happened, the other that it did not.");
            yield break;
        }

        if (a.Denies)
        {
            yield break;
        }

        foreach (var (x, y) in from x in Figures.Of(a.Claim) from y in Figures.Of(b.Claim) where Figures.AreOfOneThing(x, y) && !Figures.Overlap(x, y) select (x, y))
        {
            yield return Make(ContradictionKind.Figures, a, b, $"{Figures.Text(x)} against {Figures.Text(y)} ({x.Unit}).");
        }

        if (HappeningGroups.IsHostile(a.Group) && AreOthers(a.Claim.Actors, b.Claim.Actors))
        {
            yield return Make(ContradictionKind.Actor, a, b, "They say that different ones did it.");
        }
    }

    private static bool AreOthers(IReadOnlyList<Participant> a, IReadOnlyList<Participant> b) =>
        a.Count > 0 && b.Count > 0 && !a.Any(x => b.Any(y => x.EntityId == y.EntityId || (x.Country.Length > 0 && x.Country == y.Country)));

    private static Contradiction Make(ContradictionKind kind, ClaimFacts a, ClaimFacts b, string summary) =>
        new() { Kind = kind, ClaimId = a.Id, OtherClaimId = b.Id, Summary = summary };
}
