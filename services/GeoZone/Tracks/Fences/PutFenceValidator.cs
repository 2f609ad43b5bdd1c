using Google.Protobuf.WellKnownTypes;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Shapes;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.GeoZone.Tracks.Fences;

/// <summary>Says everything that is wrong with a fence.</summary>
internal sealed class PutFenceValidator : IRequestValidator<PutFenceRequest>
{
    private const int MostZones = 1_000, MostObjects = 10_000, MostWindows = 50, LongestText = 200, LongestZone = 127;
    private const double LargestMarginM = 100_000, LargestApproachM = 10_000;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1), Year = TimeSpan.FromDays(365);

    public string Reason => "FENCE_INVALID";

    public void Check(PutFenceRequest request, FieldViolations violations)
    {
        if (request.Fence is not { } fence)
        {
            violations.Add("fence", "It is required.", "REQUIRED");
            return;
        }
        var checks = new FieldChecks(violations);
        checks.Id("fence.id", fence.Id);
        violations.AddIf(fence.Id is FenceBook.ZonesFence or Convoys.ConvoyDetector.FenceId, "fence.id", "It is taken by the service itself.", "RESERVED");
        checks.Text("fence.name", fence.Name, LongestText, required: false);
        checks.Chosen("fence.kind", fence.Kind);
        if (fence.Shape is not null)
            new ShapeChecks(violations).Check("fence.shape", fence.Shape);
        CheckLine(fence, violations);
        violations.AddIf(fence.Shape is not null && fence.Zones.Count > 0, "fence.zones", "It must be empty with a shape.", "CONFLICT");
        violations.AddIf(fence.Kind == FenceKind.Route && fence.Shape is null, "fence.shape", "It is required for a route.", "REQUIRED");
        violations.AddIf(fence.Kind == FenceKind.Site && fence.Shape is null && fence.Zones.Count == 0, "fence.shape", "A site needs a shape or zones.", "REQUIRED");
        violations.AddIf(fence.Zones.Count > MostZones, "fence.zones", $"There must be at most {MostZones}.", "TOO_MANY");
        violations.AddIf(fence.Zones.Any(z => z.Length is 0 or > LongestZone || z.StartsWith(Course.FenceSet.OwnArea, StringComparison.Ordinal)),
            "fence.zones", "Each must be \"agreement/zone\", \"agreement/*\" for all its zones, or the id of a zone of no agreement.", "MALFORMED_ID");
        violations.AddIf(fence.ObjectIds.Count > MostObjects, "fence.object_ids", $"There must be at most {MostObjects}.", "TOO_MANY");
        violations.AddIf(fence.ObjectIds.Any(o => o.Length is 0 or > 2 * LongestText), "fence.object_ids", $"Each must have 1 to {LongestText} characters.", "OUT_OF_RANGE");
        violations.AddIf(fence.Kind == FenceKind.Site && fence.ObjectIds.Count == 0, "fence.object_ids", "A site names the objects that are to be there.", "REQUIRED");
        checks.Text("fence.object_prefix", fence.ObjectPrefix, LongestText, required: false);
        QuestionChecks.Instant("shape_from_time", request.ShapeFromTime, violations);
        CheckTimes(fence, checks, violations);
        checks.Number("fence.margin_m", fence.MarginM, 0, LargestMarginM, "metres");
        checks.Number("fence.approach_m", fence.ApproachM, 0, LargestApproachM, "metres");
        Span("fence.min_dwell", fence.MinDwell, TimeSpan.Zero, Day, violations);
        Span("fence.dwell", fence.Dwell, TimeSpan.FromTicks(1), Year, violations);
        Span("fence.max_gap", fence.MaxGap, TimeSpan.FromTicks(1), Year, violations);
    }

    private static void CheckLine(Fence fence, FieldViolations violations)
    {
        var hasLine = fence.Line is not null;
        if (fence.Kind != FenceKind.Line)
        {
            violations.AddIf(hasLine, "fence.line", "Only a fence of kind FENCE_KIND_LINE has a line.", "CONFLICT");
            violations.AddIf(fence.LineId.Length > 0, "fence.line_id", "Only a fence of kind FENCE_KIND_LINE has a line.", "CONFLICT");
            return;
        }
        if (hasLine)
            new ShapeChecks(violations).Line("fence.line", fence.Line);
        violations.AddIf(!hasLine && fence.LineId.Length == 0, "fence.line", "A line, or the id of one that is kept as line_id, is required.", "REQUIRED");
        violations.AddIf(hasLine && fence.LineId.Length > 0, "fence.line_id", "It must be empty with a line.", "CONFLICT");
        violations.AddIf(fence.LineId.Length > LongestZone, "fence.line_id", $"It must have at most {LongestZone} characters.", "TOO_LONG");
        foreach (var (field, isGiven) in new[]
        {
            ("shape", fence.Shape is not null), ("zones", fence.Zones.Count > 0), ("min_dwell", fence.MinDwell is not null), ("dwell", fence.Dwell is not null), ("approach_m", fence.ApproachM != 0),
        })
            violations.AddIf(isGiven, $"fence.{field}", "It must be absent for a line.", "CONFLICT");
    }

    private static void CheckTimes(Fence fence, FieldChecks checks, FieldViolations violations)
    {
        QuestionChecks.Instant("fence.valid_from", fence.ValidFrom, violations);
        QuestionChecks.Instant("fence.valid_to", fence.ValidTo, violations);
        violations.AddIf(fence.ValidFrom is not null && fence.ValidTo is not null && fence.ValidTo.Seconds <= fence.ValidFrom.Seconds && fence.ValidTo.CompareTo(fence.ValidFrom) <= 0,
            "fence.valid_to", "It must be after valid_from.", "OUT_OF_RANGE");
        checks.Number("fence.utc_offset_minutes", fence.UtcOffsetMinutes, -1080, 1080, "minutes");
        violations.AddIf(fence.Windows.Count > MostWindows, "fence.windows", $"There must be at most {MostWindows}.", "TOO_MANY");
        for (var i = 0; i < Math.Min(fence.Windows.Count, MostWindows); i++)
        {
            var window = fence.Windows[i];
            violations.AddIf(window.Days.Any(d => d is < 0 or > 6), $"fence.windows[{i}].days", "Each must be in the range [0, 6].", "OUT_OF_RANGE");
            checks.Number($"fence.windows[{i}].from_minute", window.FromMinute, 0, 1439, "minutes");
            checks.Number($"fence.windows[{i}].minutes", window.Minutes, 1, 1440, "minutes");
        }
    }

    private static void Span(string path, Duration? span, TimeSpan least, TimeSpan most, FieldViolations violations)
    {
        if (span is null)
            return;
        var isRight = Math.Abs(span.Seconds) <= (long)Year.TotalSeconds + 1 && Math.Abs(span.Nanos) < 1_000_000_000 && span.ToTimeSpan() is var time && time >= least && time <= most;
        violations.AddIf(!isRight, path, $"It must be a duration from {(least > TimeSpan.Zero ? "more than " : "")}0 to {most.TotalDays:0} days.", "OUT_OF_RANGE");
    }
}
