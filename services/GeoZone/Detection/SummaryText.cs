using System.Globalization;
using Truceline.GeoZone.V1;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Detection;

/// <summary>One line on an incident for people.</summary>
internal static class SummaryText
{
    public static string Of(Violation violation, Verdict verdict)
    {
        var kind = violation.Kind switch
        {
            IncidentKind.FreedomOfMovementRestriction => "restriction of movement",
            IncidentKind.WeaponInViolation => "forces or weapons in violation",
            _ => "ceasefire violation",
        };
        var days = violation.Claim.Days;
        var when = days.Days == 1 ? $"on {Day(days.First)}" : $"between {Day(days.First)} and {Day(days.Last)}";
        var certainty = verdict.Compliance == Compliance.Violated ? "Reported" : "Possible";
        var where = violation.Place.Position == ZonePosition.Inside ? "inside" : "possibly inside";
        var what = violation.Claim.Claim.Class.Replace('_', ' ');
        return $"{certainty} {kind} ({what}) at {violation.Place.Place.Name} {when}, {where} {violation.Zone.Name}; {Says(verdict.Verification)}.";
    }

    private static string Says(Verification verification) => verification switch
    {
        Verification.Corroborated => "independent origins say the same",
        Verification.Verified => "verified by an observer of the agreement",
        Verification.Disputed => "disputed",
        _ => "unverified",
    };

    private static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
