using Truceline.GeoZone.Geodesy;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>One version of a zone.</summary>
/// <param name="Key">Names it to the caller.</param>
/// <param name="Inside">What belongs to it for certain.</param>
/// <param name="Possible">What may belong to it, <paramref name="Inside"/> included; null when that is all.</param>
/// <param name="From">The instant from which it is valid.</param>
/// <param name="To">The instant from which it is no longer valid.</param>
internal sealed record IndexedZone(string Key, ZoneShape Inside, ZoneShape? Possible, DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>Whether it is valid at an instant.</summary>
    public bool IsValidAt(DateTimeOffset instant) => From <= instant && instant < To;
}

/// <summary>How a point with an uncertainty lies with respect to a zone.</summary>
/// <param name="Zone">The number of the zone's version in its snapshot.</param>
/// <param name="Position">Inside when all places within the radius belong to it for certain, outside when none may belong to it, else possible.</param>
/// <param name="Distance">From the point to its edges, negative inside.</param>
internal readonly record struct ZoneJudgement(int Zone, ZonePosition Position, AreaDistance Distance);

/// <summary>Versions of zones made ready for questions. Immutable, safe for concurrent use.</summary>
internal sealed partial class ZoneSnapshot
{
    private const double EarthM = 20_004_000;

    [ThreadStatic]
    private static List<int>? t_near;

    [ThreadStatic]
    private static List<BorderDistance>? t_told;

    private readonly IndexedZone[] _zones;
    private readonly ZoneIndex _index;
    private readonly Validity[] _validity;

    // The shapes of zone i are 2 i and 2 i + 1; the second is that of what is possible, and missing where both are one.
    private ZoneSnapshot(IndexedZone[] zones, ZoneIndex index) => (_zones, _index, _validity) = (zones, index, [.. zones.Select(z => new Validity(z.From.UtcTicks, z.To.UtcTicks))]);

    /// <summary>A snapshot without zones.</summary>
    public static ZoneSnapshot Empty { get; } = new([], ZoneIndex.Empty);

    public IReadOnlyList<IndexedZone> Zones => _zones;

    /// <summary>The cells below it.</summary>
    public ZoneIndex Index => _index;

    /// <summary>What belongs to a zone's version for certain, and what may; null when that is the same.</summary>
    public (ZoneShape Inside, ZoneShape? Possible) ShapesOf(int zone)
    {
        var shapes = _index.Shapes;
        return (shapes[2 * zone]!, 2 * zone + 1 < shapes.Length ? shapes[2 * zone + 1] : null);
    }

    /// <summary>A snapshot of these zones. Where their shapes are those of this one, it shares the cells.</summary>
    /// <param name="zones">Versions of zones, by key each once.</param>
    /// <param name="threads">How many threads may build, 1 or more.</param>
    public ZoneSnapshot With(IReadOnlyList<IndexedZone> zones, int threads)
    {
        var changes = new Dictionary<int, ZoneShape?>();
        for (var i = 0; i < Math.Max(zones.Count, _zones.Length); i++)
        {
            var now = i < zones.Count ? zones[i] : null;
            Change(2 * i, now?.Inside);
            Change(2 * i + 1, now?.Possible);
        }
        return new([.. zones], _index.With(changes, threads));

        void Change(int number, ZoneShape? shape)
        {
            if (!ReferenceEquals(shape, number < _index.Shapes.Length ? _index.Shapes[number] : null))
                changes[number] = shape;
        }
    }

    /// <summary>Adds the judgements of all valid zones that a point is inside of or possibly inside of.</summary>
    /// <param name="point">The point.</param>
    /// <param name="radiusM">Radius within which the thing lies, in metres; 0 or more.</param>
    /// <param name="instant">The instant.</param>
    /// <param name="into">Where they are added, in no order.</param>
    public void Judge(GeoPoint point, double radiusM, DateTimeOffset instant, List<ZoneJudgement> into)
    {
        Span<int> hits = _index.MostHits <= 512 ? stackalloc int[_index.MostHits] : new int[_index.MostHits];
        var metric = new LocalMetric(point);
        var (near, told) = (t_near ??= [], t_told ??= []);
        near.Clear();
        told.Clear();
        if (radiusM > 0 && _index.TryFindNear(point, radiusM, metric, hits, out var held, told))
        {
            hits = hits[..held];
            foreach (var one in told)
                near.Add(one.Shape);
        }
        else
        {
            told.Clear();
            hits = hits[.._index.Find(point.Longitude, point.Latitude, hits)];
            // What has no edge within the radius either holds all of the circle, its centre too, or is outside.
            if (radiusM > 0)
                _index.AroundEdges(point, radiusM, near);
        }
        foreach (var shape in hits)
            near.Add(shape);
        near.Sort();
        // Both shapes of a zone follow each other.
        var (count, last, ticks) = (0, -1, instant.UtcTicks);
        foreach (var shape in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(near))
        {
            var zone = shape >> 1;
            if (zone != last && _validity[zone].Holds(ticks))
                near[count++] = zone;
            last = zone;
        }
        var shapes = _index.Shapes;
        // What the distances need is fetched for all zones side by side, a level of boxes after the other.
        for (var level = 0; level <= EdgeFetch.Levels && count > 1 && told.Count == 0; level++)
        {
            for (var i = 0; i < count; i++)
                EdgeFetch.Fetch(shapes[2 * near[i]]!, point, metric.Aspect, level);
        }
        for (var i = 0; i < count; i++)
            Add(near[i], point, radiusM, metric, hits, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(told), into);
    }

    /// <summary>The judgements of all valid zones, those included that the point is outside of, in no order.</summary>
    /// <param name="point">The point.</param>
    /// <param name="radiusM">Radius within which the thing lies, in metres; 0 or more.</param>
    /// <param name="instant">The instant.</param>
    public List<ZoneJudgement> JudgeAll(GeoPoint point, double radiusM, DateTimeOffset instant)
    {
        var found = new List<ZoneJudgement>();
        Judge(point, EarthM, instant, found);
        return found.ConvertAll(f => f with { Position = PositionOf(f.Distance, radiusM) });
    }

    /// <summary>The nearest valid zones, the nearest first; a zone's distance is that of what may belong to it.</summary>
    /// <param name="point">The point.</param>
    /// <param name="count">How many, 1 or more.</param>
    /// <param name="instant">The instant.</param>
    public List<ZoneJudgement> Nearest(GeoPoint point, int count, DateTimeOffset instant)
    {
        List<ZoneJudgement> found = [];
        // What lies within the radius is known whole: the nearest are among it once there are enough.
        for (var radiusM = 2_000.0; ; radiusM *= 4)
        {
            found.Clear();
            Judge(point, Math.Min(radiusM, EarthM), instant, found);
            if (found.Count >= count || radiusM >= EarthM)
                break;
        }
        found.Sort((a, b) => a.Distance.PossibleM != b.Distance.PossibleM ? a.Distance.PossibleM.CompareTo(b.Distance.PossibleM) : a.Zone.CompareTo(b.Zone));
        return [.. found.Take(count).Select(f => f with { Position = PositionOf(f.Distance, 0) })];
    }

    private void Add(int zone, GeoPoint point, double radiusM, in LocalMetric metric, ReadOnlySpan<int> hits, ReadOnlySpan<BorderDistance> told, List<ZoneJudgement> into)
    {
        var (inside, possible) = ShapesOf(zone);
        var isInside = hits.Contains(2 * zone);
        var isPossible = isInside || possible is not null && hits.Contains(2 * zone + 1);
        // A zone that does not hold the point matters only as far as the thing may be.
        var possibleM = DistanceM(possible is null ? 2 * zone : 2 * zone + 1, possible ?? inside, point, metric, isPossible ? double.PositiveInfinity : radiusM, told);
        if (!isPossible && possibleM > radiusM)
            return;
        var certainM = possible is null ? possibleM : DistanceM(2 * zone, inside, point, metric, double.PositiveInfinity, told);
        certainM = isInside ? -certainM : certainM;
        var distance = new AreaDistance(certainM, possible is null ? certainM : Math.Min(certainM, isPossible ? -possibleM : possibleM));
        var position = PositionOf(distance, radiusM);
        if (position != ZonePosition.Outside)
            into.Add(new(zone, position, distance));
    }

    private static double DistanceM(int number, ZoneShape shape, GeoPoint point, in LocalMetric metric, double withinM, ReadOnlySpan<BorderDistance> told)
    {
        foreach (var one in told)
        {
            if (one.Shape == number)
                return one.DistanceM;
        }
        return EdgeDistance.InMetres(shape, point, metric, withinM);
    }

    /// <summary>Side by side in memory: most zones near a point are asked for nothing else.</summary>
    private readonly record struct Validity(long From, long To)
    {
        public bool Holds(long ticks) => From <= ticks && ticks < To;
    }

    private static ZonePosition PositionOf(AreaDistance distance, double radiusM) =>
        distance.CertainM <= 0 && -distance.CertainM >= radiusM ? ZonePosition.Inside
        : distance.PossibleM > radiusM ? ZonePosition.Outside
        : ZonePosition.Possible;
}
