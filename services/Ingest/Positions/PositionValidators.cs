using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Positions;

/// <summary>Says everything that is wrong with a single position.</summary>
internal sealed class SubmitPositionValidator(TimeProvider time) : IRequestValidator<SubmitPositionRequest>
{
    public string Reason => "POSITION_INVALID";

    public void Check(SubmitPositionRequest request, FieldViolations violations) =>
        PositionRules.Check(request.Position, "position", time.GetUtcNow(), violations);
}

/// <summary>Says what is wrong with a batch as a whole; each position has a result of its own.</summary>
internal sealed class SubmitPositionsValidator : IRequestValidator<SubmitPositionsRequest>
{
    /// <summary>Most positions of a batch.</summary>
    internal const int Largest = 1000;

    public string Reason => "POSITIONS_INVALID";

    public void Check(SubmitPositionsRequest request, FieldViolations violations) =>
        violations.AddIf(request.Positions.Count is 0 or > Largest, "positions", $"There must be 1 to {Largest} positions.", "OUT_OF_RANGE");
}

/// <summary>Says everything that is wrong with the question for a list.</summary>
internal sealed class ListPositionsValidator : IRequestValidator<ListPositionsRequest>
{
    private const int LongestObject = 200;

    public string Reason => "LIST_INVALID";

    public void Check(ListPositionsRequest request, FieldViolations violations)
    {
        violations.AddIf(request.ObjectId.Length - request.ObjectId.Count(char.IsLowSurrogate) > LongestObject,
            "object_id", $"It must be at most {LongestObject} code points.", "TOO_LONG");
        var from = Instant(request.StartTime, "start_time", violations);
        var to = Instant(request.EndTime, "end_time", violations);
        violations.AddIf(to < from, "end_time", "It must not be before start_time.", "OUT_OF_RANGE");
        _ = PageRequest.Read(request.PageSize, request.PageToken, keys: 2, violations);
    }

    private static DateTimeOffset? Instant(Google.Protobuf.WellKnownTypes.Timestamp? time, string field, FieldViolations violations)
    {
        if (time is null)
        {
            return null;
        }

        // A timestamp from the wire may hold any two numbers.
        var isInstant = time.Nanos is >= 0 and <= 999_999_999 && time.Seconds is >= -62_135_596_800 and <= 253_402_300_799;
        violations.AddIf(!isInstant, field, "It must be an instant in the years [1, 9999].", "OUT_OF_RANGE");
        return isInstant ? time.ToDateTimeOffset() : null;
    }
}
