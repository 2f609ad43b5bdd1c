using Truceline.GeoZone.Claims;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Verdicts;

/// <summary>How verification and attribution follow from what is reported. Two questions, two answers.</summary>
internal static class VerdictRules
{
    /// <summary>Disputed when contradicted; verified when one says so whom the agreement names; corroborated when two of those who say so are independent of each other.</summary>
    /// <param name="origins">Origins of the claims that say so; unknown ones count for nothing.</param>
    /// <param name="byVerifier">Whether one of those whom the agreement names says so.</param>
    /// <param name="contradicted">Whether a claim says the opposite.</param>
    public static Verification Verify(IEnumerable<ClaimOrigin> origins, bool byVerifier, bool contradicted) =>
        contradicted ? Verification.Disputed
        : byVerifier ? Verification.Verified
        : Independence.AnyTwo(origins) ? Verification.Corroborated
        : Verification.Unverified;

    /// <summary>
    /// To the parties that all reports name in common or, where some name more, to all of them; disputed when two reports have none in common.
    /// </summary>
    /// <param name="named">For each claim the ids of the parties that it names; empty when it names none.</param>
    public static Attribution Attribute(IEnumerable<IReadOnlyList<string>> named)
    {
        var sets = named.Where(n => n.Count > 0).ToList();
        var disputed = sets.SelectMany(a => sets, (a, b) => a.Intersect(b).Any()).Contains(false);
        return new()
        {
            Kind = sets.Count == 0 ? AttributionKind.NotAttributable : disputed ? AttributionKind.Disputed : AttributionKind.Party,
            PartyIds = { sets.SelectMany(n => n).Distinct().Order(StringComparer.Ordinal) },
        };
    }
}
