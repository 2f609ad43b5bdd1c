using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Zones.Versions;

/// <summary>What is said of a line or zone must satisfy this.</summary>
internal static class VersionChecks
{
    private const int MostId = 127;

    public static void Line(FieldViolations violations, LineContent? line)
    {
        var checks = new FieldChecks(violations);
        if (line is null)
        {
            checks.Add("content", "It is required.", "REQUIRED");
            return;
        }
        checks.Chosen("content.kind", line.Kind);
        checks.Text("content.name", line.Name, 200);
        new ShapeChecks(violations).Line("content.course", line.Course);
        Party(checks, "content.left_party_id", line.LeftPartyId);
        Party(checks, "content.right_party_id", line.RightPartyId);
        if (line.LeftPartyId.Length > 0 && line.LeftPartyId == line.RightPartyId)
            checks.Add("content.right_party_id", "It must differ from left_party_id.", "SAME_PARTY");
        checks.Sources("content.sources", line.Sources);
    }

    public static void Zone(FieldViolations violations, ZoneContent? zone)
    {
        var checks = new FieldChecks(violations);
        if (zone is null)
        {
            checks.Add("content", "It is required.", "REQUIRED");
            return;
        }
        checks.Chosen("content.kind", zone.Kind);
        checks.Text("content.name", zone.Name, 200);
        new ShapeChecks(violations, mayName: true).Check("content.shape", zone.Shape);
        checks.Sources("content.sources", zone.Sources);
    }

    /// <summary>The id of something that is kept already: a plain one, or one of an agreement.</summary>
    public static void KeptId(FieldViolations violations, string path, string id) =>
        violations.AddIf(id.Length is 0 or > MostId, path, $"It is required, at most {MostId} characters.", id.Length == 0 ? "REQUIRED" : "TOO_LONG");

    /// <summary>The days of a correction: those of the version unless others are given.</summary>
    /// <exception cref="InvalidRequestException">There are none.</exception>
    public static DayRange Corrected(DayRange wrong, string validFrom, string validTo, string reason)
    {
        var days = new DayRange(validFrom.Length == 0 ? wrong.First : DayRange.Day(validFrom), validTo.Length == 0 ? wrong.Last : DayRange.Day(validTo).AddDays(-1));
        var violations = new FieldViolations();
        violations.AddIf(days.Last < days.First, "valid_to", "It must be after valid_from.", "OUT_OF_RANGE");
        violations.ThrowIfAny(reason);
        return days;
    }

    /// <summary>From when to when it was so.</summary>
    public static void Validity(FieldViolations violations, string from, string to)
    {
        new FieldChecks(violations).Day("valid_from", from);
        Days(violations, from, to);
    }

    /// <summary>The same where both may be missing. The first day of the calendar has none before it.</summary>
    public static void Days(FieldViolations violations, string from, string to)
    {
        var checks = new FieldChecks(violations);
        var first = checks.Day("valid_from", from, required: false);
        var end = checks.Day("valid_to", to, required: false);
        if (end is { } last && last <= (first ?? DateOnly.MinValue))
            checks.Add("valid_to", "It must be after valid_from.", "OUT_OF_RANGE");
    }

    private static void Party(FieldChecks checks, string path, string id)
    {
        if (id.Length > 0)
            checks.Id(path, id);
    }
}
