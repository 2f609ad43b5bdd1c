using Truceline.GeoZone.Claims;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Detection;

/// <summary>Decides whether a claim speaks of the happening that an incident is about.</summary>
internal static class Happening
{
    /// <summary>A month of strikes is not the strike of one day: days in common must be at least this share of all days.</summary>
    private const double LeastLikeness = 0.5;

    /// <summary>A happening of a few days is denied in the days after it.</summary>
    private const int ShortDays = 3;
    private const int DenialDays = 7;

    /// <summary>Places this near to each other may be one, in metres; more when the places are larger.</summary>
    private const double NearM = 10_000;

    /// <summary>Whether a violation is a further report of the incident.</summary>
    public static bool IsSame(Incident incident, Violation violation) =>
        incident.AgreementId == violation.Agreement.Agreement.Id
        && incident.Finding.ZoneId == violation.Zone.Id
        && incident.Rule.Id == violation.Rule.Id
        && incident.Class == violation.Claim.Claim.Class
        && DaysOf(incident).Likeness(violation.Claim.Days) >= LeastLikeness
        && IsNear(incident.Place, violation.Place.Place);

    /// <summary>Whether a denial speaks of the incident: the same class or a plain denial, the place, and the days.</summary>
    public static bool IsDenied(Incident incident, ReceivedClaim denial)
    {
        if (!denial.IsDenial || (denial.Claim.Class != incident.Class && denial.Claim.Class != "deny"))
            return false;
        var days = DaysOf(incident);
        var fits = days.Likeness(denial.Days) >= LeastLikeness
            || (days.Days <= ShortDays && new DayRange(days.First, DayRange.Shift(days.Last, DenialDays)).Contains(denial.Days.First));
        return fits && denial.Claim.Place is { } place
            && place.Candidates.Any(c => c.Score >= PlaceVerdict.NegligibleScore && c.Position is not null && IsNear(incident.Place, c));
    }

    public static DayRange DaysOf(Incident incident) => DayRange.Of(incident.Date)!.Value;

    private static bool IsNear(PlaceCandidate a, PlaceCandidate b) =>
        (a.GazetteerId.Length > 0 && a.GazetteerId == b.GazetteerId)
        || Geodesic.Inverse(GeoPoint.From(a.Position), GeoPoint.From(b.Position)).DistanceM <= Math.Max(NearM, Math.Min(a.RadiusM, b.RadiusM));
}
