using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Claims;
using Truceline.GeoZone.Obligations;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Detection;

/// <summary>Judges a claim against the rules of an agreement's zones.</summary>
internal static class ClaimJudge
{
    /// <summary>
    /// Every rule that the claim reports to be broken, certainly or possibly; empty for what is promised, planned, supposed, denied or told
    /// as history, and for what has no place. A claim without a date counts on the day that its report refers to, and is not certain.
    /// </summary>
    public static IEnumerable<Violation> Judge(ReceivedClaim claim, PreparedAgreement agreement)
    {
        if (!claim.IsHappening || claim.Claim.Place is not { Candidates.Count: > 0 } place)
            return [];
        var doers = agreement.Parties.Match(claim.Claim.Actors);
        return
            from zone in agreement.Agreement.Zones
            from rule in zone.Rules
            where rule.Modality == Modality.Prohibition && rule.Classes.Any(pattern => ActionVocabulary.Matches(pattern, claim.Claim.Class))
            let ruleDays = DayRange.Validity(rule.ValidFrom, rule.ValidTo)
            where claim.Days.Overlaps(ruleDays) && Concerns(rule, doers)
            let judged = agreement.Judge(zone.Id, place.Candidates, claim.Days.Intersect(ruleDays))
            where judged is { Finding.Position: not ZonePosition.Outside }
            let finding = judged.Value.Finding
            let isCertain = finding.Position == ZonePosition.Inside && claim.IsDated && judged.Value.IsThroughout && ruleDays.Contains(claim.Days)
                && (rule.PartyIds.Count == 0 || doers.Intersect(rule.PartyIds).Any())
            select new Violation(agreement, zone, rule, claim, finding, isCertain);
    }

    /// <summary>A rule concerns whom it names, and those of whom the report does not tell who they are.</summary>
    private static bool Concerns(ZoneRule rule, IReadOnlyList<string> doers) =>
        rule.PartyIds.Count == 0 || doers.Count == 0 || doers.Intersect(rule.PartyIds).Any();
}
