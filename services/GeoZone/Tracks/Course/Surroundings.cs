using System.Runtime.InteropServices;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Index;

namespace Truceline.GeoZone.Tracks.Course;

/// <summary>What a place tells of a watched area.</summary>
internal readonly record struct Sight(Watch Watch, int Zone, AreaDistance Distance, Reading Reading, bool IsNear, bool IsFar);

/// <summary>A look that will be asked for.</summary>
/// <param name="Fix">The fix.</param>
/// <param name="SafeReachM">How far it will reach beyond what matters, in metres.</param>
internal readonly record struct Look(Fix Fix, double SafeReachM);

/// <summary>Looks at the areas around a fix. Buffers are its own: not thread-safe.</summary>
internal sealed class Surroundings(FenceSet fences)
{
    // Distances are off by less than 1 m and 0.01 %: within a circle a little smaller the same is read whether it is looked at or not.
    private const double SafeShare = 0.998, SafeLossM = 2;

    // Where nothing is near, so many times as far is looked, up to so many metres.
    private const double Farther = 4, FarthestM = 20_000;

    private readonly ZoneSnapshot _snapshot = fences.Snapshot;
    private readonly List<int> _near = [];
    private readonly List<Sight> _sights = [];
    private int[] _hits = [];

    // What was found for the looks that were fetched, in their order, and the next of them.
    private readonly AskedPoint[] _asked = new AskedPoint[ZoneSnapshot.MostFetched];
    private readonly int[] _ends = new int[ZoneSnapshot.MostFetched];
    private readonly List<int> _fetched = [];
    private int _askedCount;
    private int _next;

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
        var (point, index) = (fix.Point, _snapshot.Index);
        var matters = fences.ReachM + fix.RadiusM;
        (ReachM, SafeM) = (matters + safeReachM, safeReachM);
        _sights.Clear();
        _near.Clear();
        if (!TryTake(new(point, ReachM)))
            index.AroundEdges(point, ReachM, _near);
        // Where no edge is near, it looks for how far there is none.
        for (var farM = Farther * safeReachM; _near.Count == 0 && farM <= FarthestM && !index.HasEdgesAround(point, matters + farM); farM *= Farther)
            (ReachM, SafeM) = (matters + farM, farM);
        if (_hits.Length < index.MostHits)
            _hits = new int[index.MostHits];
        var hits = _hits.AsSpan(0, index.Find(point.Longitude, point.Latitude, _hits));
        if (_near.Count > 0 || hits.Length > 0)
            Add(fix, ticks, hits);
        SafeM = SafeM * SafeShare - SafeLossM;
    }

    /// <summary>Fetches from memory what some looks will ask for, and keeps what edges are around them.</summary>
    /// <param name="looks">The looks; at most <see cref="ZoneSnapshot.MostFetched"/>.</param>
    public void Fetch(ReadOnlySpan<Look> looks)
    {
        for (var i = 0; i < looks.Length; i++)
            _asked[i] = new(looks[i].Fix.Point, fences.ReachM + looks[i].Fix.RadiusM + looks[i].SafeReachM);
        (_askedCount, _next) = (looks.Length, 0);
        var shapes = _snapshot.Fetch(_asked.AsSpan(0, _askedCount), holding: false, _ends);
        _fetched.Clear();
        _fetched.AddRange(shapes);
        foreach (var shape in shapes)
            fences.Fetch(shape >> 1);
        foreach (var shape in shapes)
            fences.FetchWatches(shape >> 1);
    }

    /// <summary>Takes what was found when a look was fetched; false when it was not.</summary>
    private bool TryTake(AskedPoint look)
    {
        // Some that were fetched turned out not to be needed.
        for (var i = _next; i < _askedCount; i++)
        {
            if (_asked[i] != look)
                continue;
            var start = i == 0 ? 0 : _ends[i - 1];
            _near.AddRange(CollectionsMarshal.AsSpan(_fetched)[start.._ends[i]]);
            _next = i + 1;
            return true;
        }
        return false;
    }

    private void Add(in Fix fix, long ticks, ReadOnlySpan<int> hits)
    {
        var metric = new LocalMetric(fix.Point);
        var edged = _near.Count;
        foreach (var shape in hits)
            _near.Add(shape);
        var all = CollectionsMarshal.AsSpan(_near);
        // What covers everything around has no edge to measure: its number is marked.
        foreach (ref var shape in all[edged..])
            shape = 2 * shape + 1;
        foreach (ref var shape in all[..edged])
            shape *= 2;
        all.Sort();
        for (int start = 0, end; start < all.Length; start = end)
        {
            // Both shapes of a zone follow each other.
            var zone = all[start] >> 2;
            var (isInsideNear, isPossibleNear) = (false, false);
            for (end = start; end < all.Length && all[end] >> 2 == zone; end++)
            {
                isInsideNear |= (all[end] & 3) == 0;
                isPossibleNear |= (all[end] & 3) == 2;
            }
            if (fences.Of(zone) is { Length: > 0 } watches && fences.IsValid(zone, ticks))
                Add(zone, watches, fix, ticks, metric, hits, isInsideNear, isPossibleNear);
        }
    }

    private void Add(int zone, ReadOnlySpan<Watch> watches, in Fix fix, long ticks, in LocalMetric metric, ReadOnlySpan<int> hits, bool isInsideNear, bool isPossibleNear)
    {
        var (inside, possible) = _snapshot.ShapesOf(zone);
        var isInside = hits.Contains(2 * zone);
        var isPossible = isInside || possible is not null && hits.Contains(2 * zone + 1);
        var certainM = Signed(inside, isInside, isInsideNear, fix, metric);
        var possibleM = possible is null ? certainM : Math.Min(certainM, Signed(possible, isPossible, isPossibleNear, fix, metric));
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
            var distanceM = EdgeDistance.InMetres(_snapshot.ShapesOf(zone).Inside, fix.Point);
            if (_hits.Length < _snapshot.Index.MostHits)
                _hits = new int[_snapshot.Index.MostHits];
            return _hits.AsSpan(0, _snapshot.Index.Find(fix.Longitude, fix.Latitude, _hits)).Contains(2 * zone) ? -distanceM : distanceM;
        }
        return double.NaN;
    }

    private void Narrow(double gapM) => SafeM = Math.Min(SafeM, gapM);

    private double Signed(ZoneShape shape, bool holds, bool isNear, in Fix fix, in LocalMetric metric)
    {
        var distanceM = isNear ? Math.Min(EdgeDistance.InMetres(shape, fix.Point, metric, ReachM), ReachM) : ReachM;
        return holds ? -distanceM : distanceM;
    }
}
