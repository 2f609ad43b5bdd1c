using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Index;

namespace Truceline.GeoZone.Tracks.Course;

/// <summary>What a place tells of a watched area.</summary>
internal readonly record struct Sight(Watch Watch, int Zone, AreaDistance Distance, Reading Reading, bool IsNear, bool IsFar);

/// <summary>Looks at the areas around a fix. Buffers are its own: not thread-safe.</summary>
internal sealed class Surroundings(FenceSet fences)
{
    // Distances are off by less than 1 m and 0.01 %: within a circle a little smaller the same is read whether it is looked at or not.
    private const double SafeShare = 0.998, SafeLossM = 2;

    private readonly ZoneSnapshot _snapshot = fences.Snapshot;
    private readonly List<int> _near = [];
    private readonly List<Sight> _sights = [];
    private int[] _hits = [];

    /// <summary>What was seen last: all areas within reach that are in force.</summary>
    public List<Sight> Sights => _sights;

    /// <summary>How far around nothing is different, in metres.</summary>
    public double SafeM { get; private set; }

    /// <summary>How far it saw, in metres.</summary>
    public double ReachM { get; private set; }

    /// <summary>Looks at the areas in force at an instant around a fix.</summary>
    /// <param name="fix">The fix.</param>
    /// <param name="ticks">The instant.</param>
    /// <param name="safeReachM">How far it looks beyond what matters now, in metres: the farther, the farther a track may go before it must look again, and the more there is to see.</param>
    public void Look(in Fix fix, long ticks, double safeReachM)
    {
        var point = fix.Point;
        ReachM = fences.ReachM + fix.RadiusM + safeReachM;
        SafeM = safeReachM;
        _sights.Clear();
        _near.Clear();
        var index = _snapshot.Index;
        index.Around(point, ReachM, _near);
        if (_near.Count == 0)
        {
            SafeM = SafeM * SafeShare - SafeLossM;
            return;
        }
        if (_hits.Length < index.MostHits)
            _hits = new int[index.MostHits];
        var hits = _hits.AsSpan(0, index.Find(point.Longitude, point.Latitude, _hits));
        var metric = new LocalMetric(point);
        _near.Sort();
        var last = -1;
        foreach (var shape in _near)
        {
            // Both shapes of a zone follow each other.
            var zone = shape >> 1;
            if (zone == last)
                continue;
            last = zone;
            if (fences.Of(zone) is { Length: > 0 } watches && fences.IsValid(zone, ticks))
                Add(zone, watches, fix, ticks, metric, hits);
        }
        SafeM = SafeM * SafeShare - SafeLossM;
    }

    private void Add(int zone, ReadOnlySpan<Watch> watches, in Fix fix, long ticks, in LocalMetric metric, ReadOnlySpan<int> hits)
    {
        var (inside, possible) = (_snapshot.Zones[zone].Inside, _snapshot.Zones[zone].Possible);
        var isInside = hits.Contains(2 * zone);
        var isPossible = isInside || possible is not null && hits.Contains(2 * zone + 1);
        var certainM = Signed(inside, isInside, fix, metric);
        var possibleM = possible is null ? certainM : Math.Min(certainM, Signed(possible, isPossible, fix, metric));
        var r = fix.RadiusM;
        foreach (var watch in watches)
        {
            if (!watch.Fence.Schedule.IsOpen(ticks))
                continue;
            var reading = certainM <= -r ? Reading.Inside
                : possibleM <= r ? Reading.Possible
                : possibleM <= r + watch.MarginM ? Reading.Margin
                : Reading.Outside;
            var approach = watch.ApproachM;
            Narrow(Math.Abs(certainM + r));
            Narrow(Math.Abs(possibleM - r));
            Narrow(Math.Abs(possibleM - r - watch.MarginM));
            if (approach > 0)
            {
                Narrow(Math.Abs(possibleM - approach));
                Narrow(Math.Abs(possibleM - approach - watch.MarginM));
            }
            _sights.Add(new(watch, zone, new(certainM, possibleM), reading, approach > 0 && possibleM <= approach, possibleM > approach + watch.MarginM));
        }
    }

    /// <summary>Distance from a fix to the edge of what is certain of an area, however far, in metres, negative inside; not a number when it is not in force.</summary>
    public double DistanceM(Watch watch, in Fix fix)
    {
        foreach (var zone in fences.ZonesOf(watch))
        {
            if (!fences.IsValid(zone, fix.Ticks))
                continue;
            var distanceM = EdgeDistance.InMetres(_snapshot.Zones[zone].Inside, fix.Point);
            if (_hits.Length < _snapshot.Index.MostHits)
                _hits = new int[_snapshot.Index.MostHits];
            return _hits.AsSpan(0, _snapshot.Index.Find(fix.Longitude, fix.Latitude, _hits)).Contains(2 * zone) ? -distanceM : distanceM;
        }
        return double.NaN;
    }

    private void Narrow(double gapM) => SafeM = Math.Min(SafeM, gapM);

    private double Signed(ZoneShape shape, bool holds, in Fix fix, in LocalMetric metric)
    {
        var distanceM = Math.Min(EdgeDistance.InMetres(shape, fix.Point, metric, ReachM), ReachM);
        return holds ? -distanceM : distanceM;
    }
}
