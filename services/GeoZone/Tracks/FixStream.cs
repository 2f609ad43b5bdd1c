using Truceline.GeoZone.Tracks.Course;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.ServiceDefaults.Errors;
using ChangeProto = Truceline.GeoZone.V1.TransitionChange;
using TransitionChange = Truceline.GeoZone.Tracks.Course.TransitionChange;

namespace Truceline.GeoZone.Tracks;

/// <summary>The tracks of one stream of fixes. Not thread-safe.</summary>
internal sealed class FixStream(FenceSet fences, TrackLimits limits)
{
    private const int MostFixes = 10_000, LongestObject = 400;
    private const double LargestRadiusM = 1_000_000;

    private readonly TrackEngine _engine = new(fences, limits);
    private readonly List<TransitionChange> _changes = [];
    private FenceSet _fences = fences;
    private ObjectFix[] _fixes = [];
    private FixOutcome[] _outcomes = [];

    /// <summary>Follows the fixes of one request.</summary>
    /// <exception cref="InvalidRequestException">There are too many.</exception>
    public StreamFixesResponse Take(FenceSet inForce, StreamFixesRequest request)
    {
        if (request.Fixes.Count > MostFixes)
        {
            var violations = new FieldViolations();
            violations.Add("fixes", $"There must be at most {MostFixes}.", "OUT_OF_RANGE");
            violations.ThrowIfAny("FIXES_INVALID");
        }
        _changes.Clear();
        if (!ReferenceEquals(inForce, _fences))
        {
            _engine.Exchange(_fences = inForce);
            _engine.Advance(long.MinValue, _changes);
        }
        if (_fixes.Length < request.Fixes.Count)
            (_fixes, _outcomes) = (new ObjectFix[request.Fixes.Count], new FixOutcome[request.Fixes.Count]);
        var response = new StreamFixesResponse();
        var count = 0;
        for (var i = 0; i < request.Fixes.Count; i++)
        {
            var fix = request.Fixes[i];
            if (IsRight(fix))
                _fixes[count++] = new(fix.ObjectId, ToFix(fix));
            else if (response.RejectedCount++ == 0)
                Explain(response, i, fix);
        }
        _engine.Accept(_fixes.AsSpan(0, count), _outcomes, _changes);
        foreach (var outcome in _outcomes.AsSpan(0, count))
        {
            switch (outcome)
            {
                case FixOutcome.Accepted:
                    response.AcceptedCount++;
                    break;
                case FixOutcome.TooLate:
                    response.LateCount++;
                    break;
                default:
                    response.KnownCount++;
                    break;
            }
        }
        foreach (var (news, transition) in _changes)
            response.Changes.Add(new ChangeProto { News = (V1.TransitionNews)news, Transition = TransitionMapper.ToProto(transition) });
        return response;
    }

    private static Fix ToFix(TrackFix fix) => new(
        DateTime.UnixEpoch.Ticks + fix.Time.Seconds * TimeSpan.TicksPerSecond + fix.Time.Nanos / 100, fix.Position.Latitude, fix.Position.Longitude, fix.RadiusM);

    private static bool IsRight(TrackFix fix) =>
        fix is { Time: not null, Position: not null, ObjectId.Length: > 0 and <= LongestObject, RadiusM: >= 0 and <= LargestRadiusM, Position: { Latitude: >= -90 and <= 90, Longitude: >= -180 and <= 180 } }
        && fix.Time.Seconds is >= 0 and <= 253_402_300_799 && fix.Time.Nanos is >= 0 and < 1_000_000_000;

    private static void Explain(StreamFixesResponse response, int index, TrackFix fix)
    {
        var violations = new FieldViolations();
        var path = $"fixes[{index}]";
        violations.AddIf(fix.ObjectId.Length == 0, $"{path}.object_id", "It is required.", "REQUIRED");
        violations.AddIf(fix.ObjectId.Length > LongestObject, $"{path}.object_id", "It is too long.", "TOO_LONG");
        violations.AddIf(fix.Time is null, $"{path}.time", "It is required.", "REQUIRED");
        violations.AddIf(fix.Time is { } time && !(time.Seconds is >= 0 and <= 253_402_300_799 && time.Nanos is >= 0 and < 1_000_000_000), $"{path}.time",
            "It must be an instant of the years 1970 to 9999.", "OUT_OF_RANGE");
        QuestionChecks.Place($"{path}.position", fix.Position, violations);
        violations.AddIf(!(fix.RadiusM is >= 0 and <= LargestRadiusM), $"{path}.radius_m", "It must be in the range [0, 1000000] metres.", "OUT_OF_RANGE");
        response.Violations.Add(violations.All);
    }
}
