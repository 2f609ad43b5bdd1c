using NetTopologySuite.Geometries;

namespace Truceline.GeoZone.Shapes.Drawing;

/// <summary>
/// The places beyond an end that are nearer to it than to any other part of the line. What is nearer to a point than to others is convex:
/// it is cut by one bisector for each point of the line, in the plane around the end, where distances from the end are true.
/// </summary>
internal static class EndCell
{
    private const double StepShare = 0.005;
    private const double LeastStepM = 0.1;

    /// <param name="course">The line.</param>
    /// <param name="atStart">Which end.</param>
    /// <param name="azimuth">The direction outwards, in radians east of north.</param>
    /// <param name="reachM">How far from the end it is wanted, in metres.</param>
    /// <param name="ownM">The line counts with its end until it is first this far from it, in metres.</param>
    /// <returns>The places, in the plane of the line.</returns>
    public static Polygon Of(LineCourse course, bool atStart, double azimuth, double reachM, double ownM)
    {
        var points = atStart ? course.Points : [.. course.Points.Reverse()];
        var plane = new ShapePlane(points[0]);
        var (outX, outY) = Math.SinCos(azimuth);
        var wide = reachM * 1.1 + 10;
        // A little behind the end too, so that its cut alone says where beyond begins.
        Coordinate At(double across, double along) => new(outX * along + outY * across, outY * along - outX * across);
        List<Coordinate> cell = [At(-wide, -10), At(wide, -10), At(wide, wide), At(-wide, wide)];
        foreach (var other in Others([.. points.Select(plane.Project)], ownM, 3 * wide))
            cell = Nearer(cell, other);
        if (cell.Count < 3)
            return Polygon.Empty;
        var ring = GeometryFactory.Default.CreateLinearRing([.. cell, cell[0].Copy()]);
        var dense = NetTopologySuite.Densify.Densifier.Densify(ring, Math.Max(50, reachM / 16)).Coordinates;
        return GeometryFactory.Default.CreatePolygon([.. dense.Select(at => course.Plane.Project(plane.Unproject(at)))]);
    }

    /// <summary>Points of the line once it has left its end, so dense that a bisector between two of them strays by no more than some decimetres.</summary>
    private static IEnumerable<Coordinate> Others(Coordinate[] at, double ownM, double withinM)
    {
        var hasLeft = false;
        for (var i = 1; i < at.Length; i++)
        {
            var (a, b) = (at[i - 1], at[i]);
            if (NetTopologySuite.Algorithm.DistanceComputer.PointToSegment(at[0], a, b) > withinM)
            {
                hasLeft = true;
                continue;
            }
            var length = a.Distance(b);
            for (double along = 0; ;)
            {
                var part = length == 0 ? 1 : Math.Min(1, along / length);
                var point = new Coordinate(a.X + (b.X - a.X) * part, a.Y + (b.Y - a.Y) * part);
                var far = double.Hypot(point.X, point.Y);
                hasLeft |= far > ownM;
                if (hasLeft && far > 0)
                    yield return point;
                if (part >= 1)
                    break;
                along += Math.Max(LeastStepM, Math.Max(far * StepShare, far - withinM));
            }
        }
    }

    /// <summary>What of a convex ring around the origin's places is nearer to the origin than to another point.</summary>
    private static List<Coordinate> Nearer(List<Coordinate> ring, Coordinate other)
    {
        var half = (other.X * other.X + other.Y * other.Y) / 2;
        double Off(Coordinate at) => at.X * other.X + at.Y * other.Y - half;
        if (ring.TrueForAll(at => Off(at) <= 0))
            return ring;
        var kept = new List<Coordinate>();
        for (var i = 0; i < ring.Count; i++)
        {
            var (a, b) = (ring[i], ring[(i + 1) % ring.Count]);
            var (offA, offB) = (Off(a), Off(b));
            if (offA <= 0)
                kept.Add(a);
            if (offA < 0 && offB > 0 || offA > 0 && offB < 0)
                kept.Add(new(a.X + (b.X - a.X) * offA / (offA - offB), a.Y + (b.Y - a.Y) * offA / (offA - offB)));
        }
        return kept;
    }
}
