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
            let zoneDays = DayRange.Validity(zone.ValidFrom, zone.ValidTo)
            let ruleDays = DayRange.Validity(rule.ValidFrom, rule.ValidTo)
            where IsBinding(claim.Days, zoneDays, ruleDays) && Concerns(rule, doers)
            let finding = PlaceVerdict.Judge(agreement.AreaOf(zone.Id), place.Candidates)
            where finding is not null && finding.Position != ZonePosition.Outside
            let isCertain = finding.Position == ZonePosition.Inside && claim.IsDated && zoneDays.Contains(claim.Days) && ruleDays.Contains(claim.Days)
                && (rule.PartyIds.Count == 0 || doers.Intersect(rule.PartyIds).Any())
            select new Violation(agreement, zone, rule, claim, finding, isCertain);
    }

    private static bool IsBinding(DayRange days, DayRange zone, DayRange rule) =>
        zone.Overlaps(rule) && days.Overlaps(new DayRange(zone.First > rule.First ? zone.First : rule.First, zone.Last < rule.Last ? zone.Last : rule.Last));

    /// <summary>A rule concerns whom it names, and those of whom the report does not tell who they are.</summary>
    private static bool Concerns(ZoneRule rule, IReadOnlyList<string> doers) =>
        rule.PartyIds.Count == 0 || doers.Count == 0 || doers.Intersect(rule.PartyIds).Any();
}
