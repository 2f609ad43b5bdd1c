using Truceline.Entity.V1;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Obligations;

/// <summary>Whether what a claim says of deadline, area, road and object fits a term. Null: the claim or the term does not say.</summary>
internal static class TermFit
{
    /// <summary>A promise names the region rather than the zone ("around the city"): so far may it lie from the zone, in metres.</summary>
    private const double CommitmentReachM = 50_000;

    /// <summary>What happens so near to a road happens on it, in metres.</summary>
    private const double RoadReachM = 5_000;

    public static bool? Deadline(Claim claim, Obligation term) =>
        term.Deadline.Length == 0 || DayRange.Of(claim.Deadline) is not { } days ? null : days.Contains(DayRange.Day(term.Deadline));

    /// <summary>Whether a promise or denial speaks of the region in which the term applies.</summary>
    public static bool? Region(Claim claim, Obligation term, PreparedAgreement agreement)
    {
        if (term.ZoneId.Length == 0 || claim.Place is null || agreement.AreaOf(term.ZoneId, DayRange.Of(claim.Date)) is not { } area
            || PlaceVerdict.Judge(area, claim.Place.Candidates) is not { } finding)
            return null;
        return finding.Distance.PossibleM <= finding.Place.RadiusM + CommitmentReachM;
    }

    /// <summary>Whether the claim names one of the term's routes, or the towns that a route's alias names.</summary>
    public static bool? Road(Claim claim, Obligation term, PreparedAgreement agreement)
    {
        if (term.RouteIds.Count == 0)
            return null;
        var words = Words(string.Join(' ', claim.ObjectEntities.Select(e => e.Name).Append(claim.Object).Append(claim.Evidence?.Quote ?? ""))).ToHashSet();
        return agreement.Agreement.Routes.Where(r => term.RouteIds.Contains(r.Id)).SelectMany(r => r.Aliases.Prepend(r.Name))
            .Select(Words).Any(alias => alias.Count > 0 && alias.All(words.Contains));
    }

    /// <summary>Where something happened with respect to the term's zone or, without one, its routes; null when either is unknown.</summary>
    public static ZonePosition? Place(Claim claim, Obligation term, PreparedAgreement agreement)
    {
        if (claim.Place is null)
            return null;
        if (term.ZoneId.Length > 0)
            return agreement.AreaOf(term.ZoneId, DayRange.Of(claim.Date)) is { } area ? PlaceVerdict.Judge(area, claim.Place.Candidates)?.Position : null;
        if (term.RouteIds.Count == 0 || claim.Place.Candidates.FirstOrDefault()?.Position is not { } position)
            return null;
        var distance = term.RouteIds.Min(id => agreement.Routes[id].DistanceM(GeoPoint.From(position)));
        return distance <= claim.Place.Candidates[0].RadiusM + RoadReachM ? ZonePosition.Possible : ZonePosition.Outside;
    }

    /// <summary>Whether both speak of the same sort of thing, by the words for it.</summary>
    public static bool? Object(Claim claim, Obligation term)
    {
        var wanted = Words(term.Object);
        var given = Words(string.Join(' ', claim.ObjectEntities.Select(e => e.Name).Append(claim.Object)));
        return wanted.Count == 0 || given.Count == 0 ? null : wanted.Intersect(given).Any();
    }

    /// <summary>Whether the claim's words name something that the term is about.</summary>
    public static bool Mentions(Claim claim, Obligation term) =>
        Words(term.Object).Intersect(Words($"{claim.Object} {claim.Evidence?.Quote}")).Any();

    /// <summary>The words of two characters and more, without plural endings.</summary>
    private static List<string> Words(string text) =>
        [.. PartyMatcher.Fold(text).Split(' ').Where(w => w.Length >= 2 && w is not ("and" or "of" or "to" or "from" or "all" or "in")).Select(w => w.Length > 3 ? w.TrimEnd('s') : w)];
}
