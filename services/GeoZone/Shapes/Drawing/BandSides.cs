using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;
using NetTopologySuite.Triangulate;
using NetTopologySuite.Triangulate.QuadEdge;

namespace Truceline.GeoZone.Shapes.Drawing;

/// <summary>
/// Parts a band by its line: a place belongs to the side of the nearest part of the line beside which it lies. The band falls into faces
/// between the line, its ends' cuts and the band's own edge; a face that touches one side only is of that side. One that touches both
/// (around an end that comes near another part) is cut once more along the places that are equally near to both.
/// </summary>
internal static class BandSides
{
    private const double CloseM = 2;

    /// <param name="course">The line.</param>
    /// <param name="band">The band on both its sides.</param>
    /// <param name="distanceM">Its distance.</param>
    /// <param name="left">Whether the left side is asked for, as one who walks the line sees it.</param>
    public static MultiPolygon Take(LineCourse course, MultiPolygon band, double distanceM, bool left)
    {
        var taken = new List<Geometry>();
        foreach (var face in Faces(course, band, distanceM))
        {
            var (touchesLeft, touchesRight) = Touches(course, face);
            if (touchesLeft && touchesRight)
                taken.AddRange(Halves(course, face, distanceM).Where(part => IsLeft(course, part) == left));
            else if ((touchesLeft || touchesRight ? touchesLeft : IsLeft(course, face)) == left)
                taken.Add(face);
        }
        return Overlay.UnionAll(taken);
    }

    private static IEnumerable<Polygon> Faces(LineCourse course, MultiPolygon band, double distanceM)
    {
        var lines = new List<Geometry> { band.Boundary, course.InPlane };
        if (!course.IsClosed)
        {
            // A little past its ends, so that rounding does not leave the line short of the band's edge.
            lines.Add(Overhang(course.At[1], course.At[0]));
            lines.Add(Overhang(course.At[^2], course.At[^1]));
            foreach (var atStart in new[] { true, false })
                lines.Add(GeometryFactory.Default.CreateLineString(BandPlan.Cut(course, atStart, distanceM)));
        }
        var noded = OverlayNGRobust.Union(GeometryFactory.Default.BuildGeometry(lines));
        var polygonizer = new Polygonizer();
        polygonizer.Add(noded);
        var within = NetTopologySuite.Geometries.Prepared.PreparedGeometryFactory.Prepare(band);
        return polygonizer.GetPolygons().Cast<Polygon>().Where(face => within.Contains(face.InteriorPoint));
    }

    private static LineString Overhang(Coordinate inner, Coordinate end)
    {
        var share = 0.01 / Math.Max(0.01, inner.Distance(end));
        return GeometryFactory.Default.CreateLineString([end, new(end.X + (end.X - inner.X) * share, end.Y + (end.Y - inner.Y) * share)]);
    }

    private static (bool Left, bool Right) Touches(LineCourse course, Polygon face)
    {
        var (left, right) = (false, false);
        foreach (var ring in face.Holes.Prepend(face.Shell))
        {
            var inward = ring.IsCCW == (ring == face.Shell) ? 1 : -1;
            var at = ring.CoordinateSequence;
            for (var i = 1; i < at.Count && !(left && right); i++)
            {
                var (a, b) = (at.GetCoordinate(i - 1), at.GetCoordinate(i));
                if (Along(course, a, b) is not { } same)
                    continue;
                if (same * inward > 0)
                    left = true;
                else
                    right = true;
            }
        }
        return (left, right);
    }

    /// <summary>Positive when an edge runs along the line in its direction, negative against it; null when it is no part of the line.</summary>
    private static double? Along(LineCourse course, Coordinate a, Coordinate b)
    {
        var middle = new Coordinate((a.X + b.X) / 2, (a.Y + b.Y) / 2);
        var box = new Envelope(middle);
        box.ExpandBy(1e-4);
        foreach (var i in course.PiecesNear(box))
        {
            var (from, to) = (course.At[i - 1], course.At[i]);
            var dot = ((to.X - from.X) * (b.X - a.X) + (to.Y - from.Y) * (b.Y - a.Y)) / (from.Distance(to) * a.Distance(b));
            if (DistanceComputer.PointToSegment(middle, from, to) < 1e-4 && Math.Abs(dot) > 0.9999)
                return dot;
        }
        return null;
    }

    private static IEnumerable<Polygon> Halves(LineCourse course, Polygon face, double distanceM)
    {
        var sites = NetTopologySuite.Densify.Densifier.Densify(course.InPlane, Math.Max(distanceM / 200, course.InPlane.Length / 20_000)).Coordinates;
        var near = face.EnvelopeInternal.Copy();
        near.ExpandBy(distanceM);
        return Cells([.. sites.Where(site => near.Contains(site))], near)
            .SelectMany(cell => Overlay.Intersection(cell, face).Geometries.Cast<Polygon>())
            .SelectMany(part => part.Intersects(course.InPlane) ? Faces(course, Overlay.Areas(part), distanceM) : [part]);
    }

    /// <summary>The places nearest to each site. Sites too close to each other lead the triangulation in circles: then they are taken for one.</summary>
    private static Geometry[] Cells(Coordinate[] sites, Envelope near)
    {
        try
        {
            return Diagram(sites, near);
        }
        catch (LocateFailureException)
        {
            return Diagram([.. sites.DistinctBy(site => (Math.Round(site.X / CloseM), Math.Round(site.Y / CloseM)))], near);
        }
    }

    private static Geometry[] Diagram(Coordinate[] sites, Envelope near)
    {
        var voronoi = new VoronoiDiagramBuilder { ClipEnvelope = near, Tolerance = 1e-3 };
        voronoi.SetSites(sites);
        return ((GeometryCollection)voronoi.GetDiagram(GeometryFactory.Default)).Geometries;
    }

    /// <summary>The side on which a place within a face lies.</summary>
    private static bool IsLeft(LineCourse course, Polygon face)
    {
        var at = face.InteriorPoint.Coordinate;
        var least = double.PositiveInfinity;
        var isLeft = false;
        for (var i = 1; i < course.At.Length; i++)
        {
            var (a, b) = (course.At[i - 1], course.At[i]);
            var part = Part(at, a, b);
            var isEnd = !course.IsClosed && (i == 1 && part < 0 || i == course.At.Length - 1 && part > 1);
            var next = course.At[i < course.At.Length - 1 ? i + 1 : 1];
            var distance = DistanceComputer.PointToSegment(at, a, b);
            // Beyond a piece only a corner counts that is nearer than both pieces which meet in it.
            if (isEnd || part < 0 || part > 1 && Part(at, b, next) >= 0 || distance >= least)
                continue;
            least = distance;
            isLeft = part <= 1
                ? Orientation.Index(a, b, at) == OrientationIndex.CounterClockwise
                : Orientation.Index(a, b, next) == OrientationIndex.Clockwise;
        }
        return isLeft;
    }

    private static double Part(Coordinate at, Coordinate a, Coordinate b)
    {
        var (x, y) = (b.X - a.X, b.Y - a.Y);
        var squared = x * x + y * y;
        return squared == 0 ? 0.5 : ((at.X - a.X) * x + (at.Y - a.Y) * y) / squared;
    }
}
