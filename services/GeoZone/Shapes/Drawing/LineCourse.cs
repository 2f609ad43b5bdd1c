using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Shapes.Drawing;

/// <summary>A line laid out in a plane, in pieces that are straight there; answers exact distances. Immutable.</summary>
internal sealed class LineCourse
{
    private const double SameM = 1e-3;
    private readonly STRtree<int> _tree = new();
    private readonly double _stretch;

    /// <param name="points">Its points, at least two; edges straight in longitude and latitude. Where all are one, distances are those from it.</param>
    /// <param name="plane">The plane.</param>
    public LineCourse(IReadOnlyList<GeoPoint> points, ShapePlane plane)
    {
        Plane = plane;
        var dense = GeoLine.Densify(OverPoles(points), plane);
        var different = Different(dense, plane);
        Points = [.. different.Count > 1 ? different : dense];
        At = [.. Points.Select(plane.Project)];
        for (var i = 1; i < At.Length; i++)
            _tree.Insert(new Envelope(At[i - 1], At[i]), i);
        _tree.Build();
        RadiusM = At.Max(at => double.Hypot(at.X, at.Y));
        var turn = Math.Min(3, RadiusM / Wgs84.B);
        _stretch = (turn < 1e-3 ? 1 : turn / Math.Sin(turn)) * 1.003;
    }

    /// <summary>A longitude means nothing at a pole: what comes there and goes from there follows the meridian of its other end.</summary>
    private static List<GeoPoint> OverPoles(IReadOnlyList<GeoPoint> points)
    {
        List<GeoPoint> over = [];
        for (var i = 0; i < points.Count; i++)
        {
            var point = points[i];
            if (!IsPole(point))
            {
                over.Add(point);
                continue;
            }
            if (i > 0)
                over.Add(new(point.Latitude, points[i - 1].Longitude));
            if (i < points.Count - 1)
                over.Add(new(point.Latitude, points[i + 1].Longitude));
        }
        return over;
    }

    private static bool IsPole(GeoPoint point) => Math.Abs(point.Latitude) == 90;

    /// <summary>The points without those that lie where the one before them does: at a pole and at the antimeridian different numbers name one place.</summary>
    private static List<GeoPoint> Different(IReadOnlyList<GeoPoint> points, ShapePlane plane)
    {
        List<GeoPoint> different = [points[0]];
        foreach (var point in points)
        {
            if (plane.Project(point).Distance(plane.Project(different[^1])) > SameM)
                different.Add(point);
        }
        return different;
    }

    public ShapePlane Plane { get; }

    /// <summary>The points, those between the given ones included.</summary>
    public GeoPoint[] Points { get; }

    /// <summary>The points in the plane.</summary>
    public Coordinate[] At { get; }

    /// <summary>How far it reaches from the plane's centre, in metres.</summary>
    public double RadiusM { get; }

    public bool IsClosed => Points.Length > 3 && Points[0] == Points[^1];

    public LineString InPlane => GeometryFactory.Default.CreateLineString(At);

    /// <summary>Indexes of the ends of the pieces near a box.</summary>
    public IList<int> PiecesNear(Envelope box) => _tree.Query(box);

    /// <summary>The shortest path from a point to the line, when it is not longer than about <paramref name="withinM"/>; else null.</summary>
    public GeodesicPath? Nearest(GeoPoint from, double withinM)
    {
        var at = Plane.Project(from);
        var box = new Envelope(at);
        box.ExpandBy(withinM * _stretch + 10);
        var near = _tree.Query(box);
        if (near.Count == 0)
            return null;
        // Lengths in the plane are a little too long, more so far out: whoever may still be nearest is measured on the ellipsoid.
        var inPlane = new double[near.Count];
        var least = double.PositiveInfinity;
        for (var i = 0; i < inPlane.Length; i++)
        {
            inPlane[i] = NetTopologySuite.Algorithm.DistanceComputer.PointToSegment(at, At[near[i] - 1], At[near[i]]);
            least = Math.Min(least, inPlane[i]);
        }
        GeodesicPath? best = null;
        for (var i = 0; i < inPlane.Length; i++)
        {
            if (inPlane[i] <= least * _stretch + 1 && Measure(from, near[i]) is var path && !(path.DistanceM >= best?.DistanceM))
                best = path;
        }
        return best;
    }

    /// <summary>In the plane around the asking point distances are true; the piece is cut until it is straight there.</summary>
    private GeodesicPath Measure(GeoPoint from, int piece)
    {
        var around = new EquidistantPlane(from);
        var (a, b) = (Points[piece - 1], Points[piece]);
        PlanePoint foot = default;
        for (var round = 0; round < 3; round++)
        {
            var (atA, atB) = (around.Project(a), around.Project(b));
            var along = atB - atA;
            var part = along.Squared == 0 ? 0 : Math.Clamp(-atA.Dot(along) / along.Squared, 0, 1);
            foot = atA + along * part;
            if (part is 0 or 1 || along.Squared < 4e6)
                break;
            var (low, high) = (Math.Max(0, part - 0.1), Math.Min(1, part + 0.1));
            (a, b) = (Between(a, b, low), Between(a, b, high));
        }
        return new(Math.Sqrt(foot.Squared), Math.Atan2(foot.X, foot.Y));
    }

    private static GeoPoint Between(GeoPoint a, GeoPoint b, double part) =>
        IsPole(a) ? Straight(new(a.Latitude, b.Longitude), b, part) : IsPole(b) ? Straight(a, new(b.Latitude, a.Longitude), part) : Straight(a, b, part);

    private static GeoPoint Straight(GeoPoint a, GeoPoint b, double part) =>
        new(a.Latitude + part * (b.Latitude - a.Latitude), a.Longitude + part * GeoPoint.Wrap(b.Longitude - a.Longitude));
}
