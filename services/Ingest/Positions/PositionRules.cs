using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Ingest.Positions;

/// <summary>Says everything that is wrong with a position. Pure.</summary>
internal static class PositionRules
{
    private const int LongestName = 200;
    private const int LongestType = 100;

    /// <summary>Notes what is wrong.</summary>
    /// <param name="draft">The position.</param>
    /// <param name="path">Path of the draft, e.g. <c>positions[3]</c>.</param>
    /// <param name="received">Instant of receipt.</param>
    /// <param name="violations">Takes what is wrong.</param>
    internal static void Check(PositionDraft draft, string path, DateTimeOffset received, FieldViolations violations)
    {
        violations.AddIf(draft.ObjectId.Length == 0, $"{path}.object_id", "It is required.", "REQUIRED");
        CheckLength(draft.ObjectId, LongestName, $"{path}.object_id", violations);
        CheckLength(draft.Name, LongestName, $"{path}.name", violations);
        CheckLength(draft.Source, LongestName, $"{path}.source", violations);
        CheckLength(draft.Type, LongestType, $"{path}.type", violations);
        CheckTime(draft.Time, $"{path}.time", received, violations);
        if (draft.Position is not { } position)
        {
            violations.Add($"{path}.position", "It is required.", "REQUIRED");
        }
        else
        {
            CheckRange(position.Latitude, -90, 90, $"{path}.position.latitude", violations);
            CheckRange(position.Longitude, -180, 180, $"{path}.position.longitude", violations);
        }

        CheckRange(draft.RadiusM, 0, 1_000_000, $"{path}.radius_m", violations);
        CheckRange(draft.HasAltitudeM ? draft.AltitudeM : 0, -12_000, 100_000, $"{path}.altitude_m", violations);
        CheckRange(draft.HasSpeedMps ? draft.SpeedMps : 0, 0, 2_000, $"{path}.speed_mps", violations);
        violations.AddIf(draft is { HasCourseDeg: true, CourseDeg: not (>= 0 and < 360) }, $"{path}.course_deg", "It must be in the range [0, 360).", "OUT_OF_RANGE");
    }

    private static void CheckTime(string time, string field, DateTimeOffset received, FieldViolations violations)
    {
        if (time.Length <= 10 || SubmitReportValidator.ReadPublished(time) is not { } instant)
        {
            violations.Add(field, "It must be an instant such as \"2018-09-17T14:05:00Z\".", "INVALID_DATE");
            return;
        }

        violations.AddIf(instant.Year < 1990, field, "It must not be before 1990.", "OUT_OF_RANGE");
        violations.AddIf(instant > received.AddDays(1), field, "It must not be more than one day after receipt.", "IN_FUTURE");
    }

    private static void CheckLength(string value, int longest, string field, FieldViolations violations) =>
        violations.AddIf(value.Length > longest, field, $"It must be at most {longest} code points.", "TOO_LONG");

    // Not a number is in no range.
    private static void CheckRange(double value, double least, double largest, string field, FieldViolations violations) =>
        violations.AddIf(!(value >= least && value <= largest), field, $"It must be in the range [{least:N0}, {largest:N0}].", "OUT_OF_RANGE");
}
