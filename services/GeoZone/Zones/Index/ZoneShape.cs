using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>
/// The polygons of one geometry of a zone: rings of vertices in degrees, closed, edges straight in longitude and latitude, split at the antimeridian. What belongs
/// to it is told by parity over all rings, so that holes and parts need no order; its edges belong to it. Immutable.
/// </summary>
internal sealed class ZoneShape
{
    private readonly double[] _coordinates;
    // Null where there is one.
    private readonly int[]? _ringEnds;
    private readonly int _count;
    private readonly EdgeGroups _groups;

    /// <param name="rings">Rings as longitude, latitude, longitude, ...; the last vertex equals the first. Parts do not overlap.</param>
    public ZoneShape(IReadOnlyList<double[]> rings)
    {
        _count = rings.Sum(r => r.Length / 2);
        _coordinates = new double[2 * Count];
        _ringEnds = rings.Count == 1 ? null : new int[rings.Count];
        (West, South, East, North) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        var at = 0;
        for (var r = 0; r < rings.Count; r++)
        {
            var ring = rings[r];
            ArgumentOutOfRangeException.ThrowIfLessThan(ring.Length, 8, nameof(rings));
            if (ring.Length % 2 != 0 || ring[0] != ring[^2] || ring[1] != ring[^1])
                throw new ArgumentException("A ring is closed: its last vertex equals its first.", nameof(rings));
            for (var i = 0; i < ring.Length; i += 2, at++)
            {
                var (x, y) = (ring[i], ring[i + 1]);
                if (!(Math.Abs(x) <= 180 && Math.Abs(y) <= 90))
                    throw new ArgumentException($"A vertex lies outside the globe: {x}, {y}.", nameof(rings));
                (_coordinates[at], _coordinates[Count + at]) = (x, y);
                (West, South, East, North) = (Math.Min(West, x), Math.Min(South, y), Math.Max(East, x), Math.Max(North, y));
            }
            if (_ringEnds is not null)
                _ringEnds[r] = at;
        }
        _groups = EdgeGroups.Of(this);
        Far = FarEdges.Of(this);
    }

    /// <summary>Number of vertices. Edge i leads from vertex i to i + 1; the last vertex of a ring begins none.</summary>
    public int Count => _count;

    public double West { get; }

    public double South { get; }

    public double East { get; }

    public double North { get; }

    /// <summary>For each ring, the index after its last vertex.</summary>
    public ReadOnlySpan<int> RingEnds => _ringEnds is null ? new ReadOnlySpan<int>(in _count) : _ringEnds;

    /// <summary>Its edges in space, for distances to a border far away; null when no place in it is far from all.</summary>
    public FarEdges? Far { get; }

    /// <summary>Its edges in boxes, for distances.</summary>
    public ref readonly EdgeGroups Groups => ref _groups;

    /// <summary>All longitudes, then all latitudes.</summary>
    public ReadOnlySpan<double> Coordinates => _coordinates;

    /// <summary>Fetches it from memory, as it will be asked for next.</summary>
    public void Fetch() => Memory.FetchObject(this, 128);

    public long Bytes => 24L + 8 * _coordinates.Length + (_ringEnds is null ? 0 : 24 + 4 * _ringEnds.Length) + 72 + Groups.Bytes + 8 + (Far?.Bytes ?? 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double X(int vertex) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_coordinates), vertex);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Y(int vertex) => Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_coordinates), Count + vertex);

    /// <summary>The numbers of all edges.</summary>
    public int[] Edges()
    {
        var edges = new int[Count - RingEnds.Length];
        int at = 0, start = 0;
        foreach (var end in RingEnds)
        {
            for (var i = start; i < end - 1; i++)
                edges[at++] = i;
            start = end;
        }
        return edges;
    }

    /// <summary>Exactly, over all edges, whether a point belongs to the shape: for one that is in no index.</summary>
    public bool Holds(GeoPoint point) =>
        Holds(point.Longitude, point.Latitude) || Math.Abs(point.Longitude) == 180 && Holds(-point.Longitude, point.Latitude);

    private bool Holds(double x, double y)
    {
        if (!(x >= West && x <= East && y >= South && y <= North))
            return false;
        var edges = Edges();
        return IsOnEdge(edges, x, y) || IsOdd(edges, West - 1, North + 1, x, y);
    }

    /// <summary>Whether a point is on one of the edges.</summary>
    public bool IsOnEdge(ReadOnlySpan<int> edges, double x, double y)
    {
        foreach (var e in edges)
        {
            if (e >= 0 && ExactSide.IsOn(X(e), Y(e), X(e + 1), Y(e + 1), x, y))
                return true;
        }
        return false;
    }

    /// <summary>Whether one of the edges spans more degrees to the east or north.</summary>
    public bool IsLong(ReadOnlySpan<int> edges, double degrees)
    {
        foreach (var e in edges)
        {
            if (Math.Abs(X(e + 1) - X(e)) > degrees || Math.Abs(Y(e + 1) - Y(e)) > degrees)
                return true;
        }
        return false;
    }

    /// <summary>+1 when a point lies below an edge that is not vertical, -1 above, 0 on its line.</summary>
    public int SideBelow(int edge, double x, double y)
    {
        var (ax, bx) = (X(edge), X(edge + 1));
        var side = ExactSide.Of(ax, Y(edge), bx, Y(edge + 1), x, y);
        return bx > ax ? -side : side;
    }

    /// <summary>
    /// Whether the way from one point to another, first along the parallel and then along the meridian, crosses the edges an odd number of times. Exact: every
    /// point is taken as moved by the infinitesimals of <see cref="ExactSide.IsLeft"/>.
    /// </summary>
    public bool IsOdd(ReadOnlySpan<int> edges, double fromX, double fromY, double toX, double toY)
    {
        var odd = false;
        foreach (var e in edges)
        {
            if (e < 0)
                continue;
            var (ax, ay, bx, by) = (X(e), Y(e), X(e + 1), Y(e + 1));
            if (ay > fromY != by > fromY)
                odd ^= ExactSide.IsLeft(ax, ay, bx, by, fromX, fromY) != ExactSide.IsLeft(ax, ay, bx, by, toX, fromY);
            if (ax > toX != bx > toX)
                odd ^= ExactSide.IsLeft(ax, ay, bx, by, toX, fromY) != ExactSide.IsLeft(ax, ay, bx, by, toX, toY);
        }
        return odd;
    }

    /// <summary>Whether an edge may reach into a cell: never false when it does.</summary>
    public bool MayTouch(int edge, in Cell cell)
    {
        var (ax, ay, bx, by) = (X(edge), Y(edge), X(edge + 1), Y(edge + 1));
        if (Math.Max(ax, bx) < cell.West || Math.Min(ax, bx) > cell.East || Math.Max(ay, by) < cell.South || Math.Min(ay, by) > cell.North)
            return false;
        var (dx, dy) = (Math.Abs(bx - ax), Math.Abs(by - ay));
        var (middleX, middleY) = ((cell.West + cell.East) / 2, (cell.South + cell.North) / 2);
        var off = Math.Abs((bx - ax) * (middleY - ay) - (by - ay) * (middleX - ax));
        return off <= (cell.East - cell.West + 1e-11) / 2 * dy + (cell.North - cell.South + 1e-11) / 2 * dx + 1e-13 * (dx + dy);
    }
}
