using System.Globalization;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Positions;

/// <summary>Says everything that is wrong with a position, whichever way it came. Pure.</summary>
internal static class PositionRules
{
    private const int LongestName = 200;
    private const int LongestType = 100;
    private const double LowestM = -12_000;
    private const double HighestM = 100_000;
    private const double LargestRadiusM = 1_000_000;
    private const double FastestMps = 2_000;
    private static readonly DateTimeOffset Earliest = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    /// <summary>Notes every violation.</summary>
    /// <param name="draft">The position; null when none was given.</param>
    /// <param name="path">Path of the position in its request, e.g. <c>positions[3]</c>.</param>
    /// <param name="received">Instant of receipt.</param>
    /// <param name="violations">Takes what is wrong.</param>
    internal static void Check(PositionDraft? draft, string path, DateTimeOffset received, FieldViolations violations)
    {
        if (draft is null)
        {
            violations.Add(path, "It is required.", "REQUIRED");
            return;
        }

        violations.AddIf(string.IsNullOrWhiteSpace(draft.ObjectId), $"{path}.object_id", "It is required.", "REQUIRED");
        CheckLine(draft.ObjectId, LongestName, $"{path}.object_id", violations);
        CheckTime(draft.Time, $"{path}.time", received, violations);
        CheckPlace(draft, path, violations);
        CheckNumber(draft.HasAltitudeM ? draft.AltitudeM : 0, LowestM, HighestM, "metres", $"{path}.altitude_m", violations);
        CheckNumber(draft.RadiusM, 0, LargestRadiusM, "metres", $"{path}.radius_m", violations);
        CheckNumber(draft.HasSpeedMps ? draft.SpeedMps : 0, 0, FastestMps, "metres a second", $"{path}.speed_mps", violations);
        violations.AddIf(draft.HasCourseDeg && !(draft.CourseDeg is >= 0 and < 360),
            $"{path}.course_deg", "It must be in the range [0, 360) degrees.", "OUT_OF_RANGE");
        CheckLine(draft.Name, LongestName, $"{path}.name", violations);
        CheckLine(draft.Type, LongestType, $"{path}.type", violations);
        CheckLine(draft.Source, LongestName, $"{path}.source", violations);
    }

    /// <summary>The instant of an RFC 3339 text, UTC; null when it is none.</summary>
    internal static DateTimeOffset? ReadTime(string time)
    {
        var hasOffset = time.EndsWith('Z') || time.LastIndexOfAny(['+', '-']) > 10;
        return hasOffset && DateTimeOffset.TryParseExact(time, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var instant)
            ? instant
            : null;
    }

    private static void CheckTime(string time, string field, DateTimeOffset received, FieldViolations violations)
    {
        if (time.Length == 0)
        {
            violations.Add(field, "It is required.", "REQUIRED");
        }
        else if (ReadTime(time) is not { } instant)
        {
            violations.Add(field, "It must be an instant such as \"2018-09-17T14:05:00Z\".", "INVALID_TIME");
        }
        else
        {
            violations.AddIf(instant < Earliest, field, "It must not be before 1990.", "OUT_OF_RANGE");
            violations.AddIf(instant > received.AddDays(1), field, "It must not be more than one day after receipt.", "IN_FUTURE");
        }
    }

    private static void CheckPlace(PositionDraft draft, string path, FieldViolations violations)
    {
        if (draft.Position is not { } place)
        {
            violations.Add($"{path}.position", "It is required.", "REQUIRED");
            return;
        }

        CheckNumber(place.Latitude, -90, 90, "degrees", $"{path}.position.latitude", violations);
        CheckNumber(place.Longitude, -180, 180, "degrees", $"{path}.position.longitude", violations);
    }

    private static void CheckNumber(double value, double from, double to, string unit, string field, FieldViolations violations) =>
        violations.AddIf(!(value >= from && value <= to), field,
            string.Create(CultureInfo.InvariantCulture, $"It must be in the range [{from}, {to}] {unit}."), "OUT_OF_RANGE");

    private static void CheckLine(string value, int longest, string field, FieldViolations violations)
    {
        violations.AddIf(value.Length - value.Count(char.IsLowSurrogate) > longest, field, $"It must be at most {longest} code points.", "TOO_LONG");
        violations.AddIf(value.Any(char.IsControl), field, "It must not hold control characters.", "INVALID_CHARACTER");
    }
}
