using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Shapes.Drawing;

/// <summary>
/// From an area in a plane to rings on the ellipsoid whose edges, taken straight in longitude and latitude, are off by less than a metre:
/// what lies at about a drawn distance from the line is moved to exactly that distance, and edges are cut where they would stray.
/// </summary>
/// <param name="plane">The plane.</param>
/// <param name="course">The line that distances are drawn from; null when none are.</param>
/// <param name="distancesM">Those distances, in metres.</param>
internal sealed class EdgeRefiner(ShapePlane plane, LineCourse? course, params double[] distancesM)
{
    private const double MostOffM = 0.6;
    private const int MostHalvings = 20;
    private readonly Coordinate _north = plane.Project(new(90, 0));

    /// <summary>An area in the plane as polygons in longitude and latitude.</summary>
    public MultiPolygon OnGlobe(MultiPolygon area) =>
        GlobeCutter.Wound(Overlay.UnionAll(area.Geometries.Cast<Polygon>().Select(polygon =>
            GlobeCutter.Cut([.. polygon.Holes.Prepend(polygon.Shell).Select(Refine)]))));

    /// <summary>A closed ring in the plane as a closed ring on the ellipsoid.</summary>
    private GlobeRing Refine(LineString ring)
    {
        var at = ring.CoordinateSequence;
        var refined = new List<GeoPoint>();
        var first = Snap(plane.Unproject(at.GetCoordinate(0)));
        var last = first;
        refined.Add(first);
        for (var i = 1; i < at.Count; i++)
        {
            var next = i == at.Count - 1 ? first : Snap(plane.Unproject(at.GetCoordinate(i)));
            Cut(last, next, refined, 0);
            last = next;
        }
        return new(refined, PointLocation.IsInRing(_north, ring.Coordinates));
    }

    private void Cut(GeoPoint a, GeoPoint b, List<GeoPoint> refined, int depth)
    {
        if (depth < MostHalvings)
        {
            var (atA, atB) = (plane.Project(a), plane.Project(b));
            var drawn = Snap(plane.Unproject(new((atA.X + atB.X) / 2, (atA.Y + atB.Y) / 2)));
            var straight = GeoLine.Middle(a, b);
            if (Geodesic.Inverse(drawn, straight).DistanceM > MostOffM && drawn != a && drawn != b)
            {
                Cut(a, drawn, refined, depth + 1);
                Cut(drawn, b, refined, depth + 1);
                return;
            }
        }
        if (b != refined[^1])
            refined.Add(b);
    }

    private GeoPoint Snap(GeoPoint point)
    {
        if (course is null || distancesM.Length == 0)
            return point;
        var farthest = distancesM.Max();
        for (var round = 0; round < 3; round++)
        {
            if (course.Nearest(point, farthest * 1.01 + 10) is not { } path)
                return point;
            var goal = distancesM.MinBy(distance => Math.Abs(distance - path.DistanceM));
            var off = path.DistanceM - goal;
            // Points of the cuts and of the line itself lie at other distances and stay where they are; planes, and a buffer that leaves out the first point of a small bend, put no other off by more.
            if (Math.Abs(off) > goal * (0.001 + goal / Wgs84.A * (goal / Wgs84.A)) + 1 || Math.Abs(off) < 1e-3 || goal == 0)
                return point;
            point = Geodesic.Direct(point, path.Azimuth, off);
        }
        return point;
    }
}
