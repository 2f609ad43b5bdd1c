namespace Truceline.GeoZone.Geodesy;

/// <summary>Where a point stands with respect to a line.</summary>
/// <param name="DistanceM">Distance to the nearest point of the line, in metres.</param>
/// <param name="Side">+1 on the left hand of one who walks the line, -1 on the right, 0 on it.</param>
internal readonly record struct LineFoot(double DistanceM, int Side);

/// <summary>
/// A line through points; edges are straight in longitude and latitude (RFC 7946) and take the shorter way around the globe. Immutable.
/// Edges are halved until their pieces are short, those that cannot be nearest being dropped on the way; the pieces are measured in the
/// azimuthal equidistant plane around the asking point, where distances from it are true. The error stays below 0.1 m within 85 degrees
/// of latitude.
/// </summary>
internal sealed class Polyline
{
    private const double Degree = Math.PI / 180;
    private const double LongestPieceM = 1000;

    private readonly GeoPoint[] _points;

    /// <param name="points">At least two.</param>
    /// <param name="closed">Whether an edge leads from the last point to the first.</param>
    public Polyline(IEnumerable<GeoPoint> points, bool closed = false)
    {
        _points = [.. points];
        ArgumentOutOfRangeException.ThrowIfLessThan(_points.Length, 2, nameof(points));
        if (closed)
            _points = [.. _points, _points[0]];
    }

    public IReadOnlyList<GeoPoint> Points => _points;

    /// <summary>Direction of the line at its first point, in radians east of north.</summary>
    public double AzimuthAtStart => Geodesic.Inverse(_points[0], Towards(0, 1)).Azimuth;

    /// <summary>Direction of the line at its last point, in radians east of north.</summary>
    public double AzimuthAtEnd => Geodesic.Inverse(_points[^1], Towards(_points.Length - 1, _points.Length - 2)).Azimuth + Math.PI;

    /// <summary>Distance from a point to the line, in metres.</summary>
    public double DistanceM(GeoPoint from) => Nearest(from, squareEnds: false)!.Value.DistanceM;

    /// <summary>
    /// The nearest part of the line beside which the point lies. Where the nearest point of all is an end and the point lies beyond it,
    /// another part may be beside it; null when none is.
    /// </summary>
    public LineFoot? NearestBetweenEnds(GeoPoint from) => Nearest(from, squareEnds: true);

    private LineFoot? Nearest(GeoPoint from, bool squareEnds)
    {
        var plane = new EquidistantPlane(from);
        var nodes = new Node[_points.Length];
        for (var i = 0; i < nodes.Length; i++)
            nodes[i] = new(_points[i], plane.Project(_points[i]), i);

        // Near edges first, so that the far ones are dropped without being halved.
        var order = new (double Bound, int Index)[nodes.Length - 1];
        for (var i = 0; i < order.Length; i++)
            order[i] = (Bound(nodes[i], nodes[i + 1], LengthBoundM(_points[i], _points[i + 1])), i);
        Array.Sort(order);
        var best = new Best { DistanceM = double.PositiveInfinity, Vertex = -1 };
        foreach (var (bound, i) in order)
        {
            if (bound >= best.DistanceM)
                break;
            Visit(plane, nodes[i], nodes[i + 1], squareEnds, ref best);
        }
        if (double.IsPositiveInfinity(best.DistanceM))
            return null;
        return new(best.DistanceM, best.Vertex > 0 && best.Vertex < _points.Length - 1 ? SideAtCorner(plane, best.Vertex) : Side(best.From, best.To));
    }

    private void Visit(EquidistantPlane plane, Node a, Node b, bool squareEnds, ref Best best)
    {
        var length = LengthBoundM(a.Point, b.Point);
        if (Bound(a, b, length) >= best.DistanceM)
            return;
        // A meridian is straight in the plane; a parallel bends with the tangent of its latitude.
        if (length * Math.Max(1, Math.Abs(Math.Tan(a.Point.Latitude * Degree))) > LongestPieceM && length > 1)
        {
            var middle = Between(a.Point, b.Point, 0.5);
            var node = new Node(middle, plane.Project(middle), -1);
            Visit(plane, a, node, squareEnds, ref best);
            Visit(plane, node, b, squareEnds, ref best);
            return;
        }
        var along = b.At - a.At;
        var part = along.Squared == 0 ? 0 : -a.At.Dot(along) / along.Squared;
        if (squareEnds && IsBeyond(a, b, part, Math.Sqrt(along.Squared)))
            return;
        var foot = a.At + along * Math.Clamp(part, 0, 1);
        var distance = Math.Sqrt(foot.Squared);
        if (distance < best.DistanceM)
            best = new() { DistanceM = distance, From = a.At, To = b.At, Vertex = part <= 0 ? a.Vertex : part >= 1 ? b.Vertex : -1 };
    }

    /// <summary>
    /// Whether the point lies past an end of the line, or past a cut of its edge, where the next piece has the foot. Neighbouring pieces
    /// of an edge differ in direction by less than 0.0003, so that between them is left only what lies in that wedge.
    /// </summary>
    private bool IsBeyond(Node a, Node b, double part, double lengthM)
    {
        var pastM = Math.Max(-part, part - 1) * lengthM;
        var passed = part < 0 ? a : b;
        return pastM > 0 && (passed.Vertex == 0 || passed.Vertex == _points.Length - 1 || (passed.Vertex < 0 && pastM > 3e-4 * Math.Sqrt(passed.At.Squared)));
    }

    /// <summary>At a corner the sum of both directions tells the side; one edge alone misleads around a sharp bend.</summary>
    private int SideAtCorner(EquidistantPlane plane, int vertex)
    {
        var corner = plane.Project(_points[vertex]);
        var into = (corner - plane.Project(Towards(vertex, vertex - 1))).Unit;
        var onward = (plane.Project(Towards(vertex, vertex + 1)) - corner).Unit;
        return Side(corner, corner + into + onward);
    }

    private static int Side(PlanePoint from, PlanePoint to) => Math.Sign((to - from).Cross(new PlanePoint(0, 0) - from));

    /// <summary>A point on the edge between two neighbours, about ten metres from the first.</summary>
    private GeoPoint Towards(int vertex, int neighbour)
    {
        var (a, b) = (_points[vertex], _points[neighbour]);
        return Between(a, b, Math.Min(1, 10 / Math.Max(10, LengthBoundM(a, b))));
    }

    private static GeoPoint Between(GeoPoint a, GeoPoint b, double part) =>
        new(a.Latitude + part * (b.Latitude - a.Latitude), a.Longitude + part * GeoPoint.Wrap(b.Longitude - a.Longitude));

    private static double Bound(Node a, Node b, double length) =>
        Math.Sqrt(Math.Min(a.At.Squared, b.At.Squared)) - length / 2;

    /// <summary>Not shorter than the edge.</summary>
    private static double LengthBoundM(GeoPoint a, GeoPoint b)
    {
        var north = (b.Latitude - a.Latitude) * Degree * 6_400_000;
        var nearest = a.Latitude * b.Latitude <= 0 ? 0 : Math.Min(Math.Abs(a.Latitude), Math.Abs(b.Latitude));
        var east = GeoPoint.Wrap(b.Longitude - a.Longitude) * Degree * Wgs84.A * 1.004 * Math.Cos(nearest * Degree);
        return double.Hypot(north, east);
    }

    /// <summary>A point of the line; <paramref name="Vertex"/> is its index, or -1 between two.</summary>
    private readonly record struct Node(GeoPoint Point, PlanePoint At, int Vertex);

    private struct Best
    {
        public double DistanceM;
        public PlanePoint From;
        public PlanePoint To;
        public int Vertex;
    }
}
