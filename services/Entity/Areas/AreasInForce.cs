using Truceline.Entity.Reading.Places.Resolution;
using Truceline.GeoZone.V1;

namespace Truceline.Entity.Areas;

/// <summary>
/// The areas of agreements in force as they were known last: none until GeoZone, or the cache, has answered once. Readings take what is there and
/// never wait. Thread-safe.
/// </summary>
internal sealed class AreasInForce(TimeProvider time)
{
    private volatile Snapshot _last = new([], default, AreasOfInterest.None);

    /// <summary>The areas in force today.</summary>
    public AreasOfInterest Current
    {
        get
        {
            var (agreements, day, areas) = _last;
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            if (day == today || agreements.Count == 0)
                return areas;
            areas = AgreementAreas.Of(agreements, today);
            _last = new Snapshot(agreements, today, areas);
            return areas;
        }
    }

    /// <summary>Takes a new answer.</summary>
    public void Set(IReadOnlyList<Agreement> agreements)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        _last = new Snapshot(agreements, today, AgreementAreas.Of(agreements, today));
    }

    private sealed record Snapshot(IReadOnlyList<Agreement> Agreements, DateOnly Day, AreasOfInterest Areas);
}
