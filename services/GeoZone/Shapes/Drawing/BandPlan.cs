using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Buffer;
using NetTopologySuite.Simplify;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Shapes.Drawing;

/// <summary>
/// The area within a distance of a line on both its sides, in the plane. Round at bends; cut square at the line's ends: of what lies
/// beyond an end, only that is kept which lies beside another part of the line or is nearer to one than to the end. Bends smaller than
/// the tenth part of the distance make no such other part, else each would throw a spike past the end. A closed line has no ends.
/// </summary>
internal static class BandPlan
{
    private const double ChunkM = 300_000;
    private const double CoarseShare = 0.1;
    private static readonly BufferParameters Round = new(48) { SimplifyFactor = 1e-5 };
    private static readonly BufferParameters Flat = new(48, EndCapStyle.Flat);

    public static MultiPolygon Within(LineCourse course, double distanceM)
    {
        var area = RoundBuffer(course, distanceM);
        if (course.IsClosed)
            return area;
        foreach (var fromStart in new[] { true, false })
            area = Overlay.Difference(area, CutOff(course, fromStart, distanceM));
        return area;
    }

    /// <summary>What an end's cut takes away: what lies beyond the end, beside no other part of the line and nearer to the end than to any other.</summary>
    private static MultiPolygon CutOff(LineCourse course, bool atStart, double distanceM)
    {
        var beyond = Overlay.Difference(Beyond(course, atStart, distanceM), OtherParts(course, atStart, distanceM));
        return Overlay.Intersection(beyond, EndCell.Of(course, atStart, End(course, atStart).Azimuth, distanceM, distanceM * CoarseShare));
    }

    /// <summary>Everything within the distance, the ends round.</summary>
    public static MultiPolygon RoundBuffer(LineCourse course, double distanceM)
    {
        if (course.RadiusM + distanceM < ChunkM / 2)
            return RoundBuffer(course.At, distanceM);
        var parts = new List<Geometry>();
        for (int first = 0, last = 1; last < course.At.Length; last++)
        {
            // A piece at a time each has a plane of its own, where lengths are true.
            if (last < course.At.Length - 1 && course.At[first].Distance(course.At[last + 1]) < ChunkM && last - first < 2000)
                continue;
            parts.Add(Chunk(course, first, last, distanceM));
            first = last;
        }
        return Overlay.UnionAll(parts);
    }

    /// <summary>The buffer of a closed line goes astray inside where it is wider than the line's own radius: a closed line is put together of open halves.</summary>
    private static MultiPolygon RoundBuffer(Coordinate[] at, double distanceM)
    {
        Geometry Buffer(Coordinate[] part) => BufferOp.Buffer(GeometryFactory.Default.CreateLineString(part), distanceM, Round);
        if (at.Length < 4 || !at[0].Equals2D(at[^1]))
            return Overlay.Areas(Buffer(at));
        var half = at.Length / 2;
        return Overlay.UnionAll([Buffer(at[..(half + 1)]), Buffer(at[half..])]);
    }

    /// <summary>The cut at an end: a segment square to the line that reaches a little past the distance on both sides of it.</summary>
    public static Coordinate[] Cut(LineCourse course, bool atStart, double distanceM) => Across(course, atStart, distanceM * 1.05 + 10);

    private static Coordinate[] Across(LineCourse course, bool atStart, double reach)
    {
        var (end, azimuth) = End(course, atStart);
        var left = GeoLine.Ray(end, azimuth - Math.PI / 2, 0, reach, reach / 16).Reverse();
        var right = GeoLine.Ray(end, azimuth + Math.PI / 2, 0, reach, reach / 16).Skip(1);
        return [.. left.Concat(right).Select(course.Plane.Project)];
    }

    private static Geometry Chunk(LineCourse course, int first, int last, double distanceM)
    {
        var points = course.Points[first..(last + 1)];
        var plane = ShapePlane.Around(points);
        var local = RoundBuffer([.. points.Select(plane.Project)], distanceM);
        var area = NetTopologySuite.Densify.Densifier.Densify(local, Math.Max(2_000, distanceM / 8));
        area.Apply(new Move(at => course.Plane.Project(plane.Unproject(at))));
        area.GeometryChanged();
        return area.IsValid ? area : GeometryFixer.Fix(area);
    }

    /// <summary>The half disc beyond an end; larger only by what planes distort, for what is farther lies beside another part.</summary>
    private static Polygon Beyond(LineCourse course, bool atStart, double distanceM)
    {
        var (end, azimuth) = End(course, atStart);
        var reach = distanceM * (1.0003 + distanceM / Wgs84.A * (distanceM / Wgs84.A)) + 1;
        var arc = Enumerable.Range(1, 127).Select(i => Geodesic.Direct(end, azimuth + Math.PI / 2 - Math.PI * i / 128, reach));
        List<Coordinate> ring = [.. Across(course, atStart, reach), .. arc.Select(course.Plane.Project)];
        ring.Add(ring[0].Copy());
        return GeometryFactory.Default.CreatePolygon([.. ring]);
    }

    /// <summary>What lies beside the line's course as a band of this width sees it, without its last stretch before the end.</summary>
    private static Geometry OtherParts(LineCourse course, bool atStart, double distanceM)
    {
        var coarse = DouglasPeuckerSimplifier.Simplify(course.InPlane, distanceM * CoarseShare).Coordinates;
        if (coarse.Length < 3)
            return Polygon.Empty;
        var rest = atStart ? coarse[1..] : coarse[..^1];
        var reach = distanceM * (1 + 2 * CoarseShare);
        // A stretch at a time: the flat buffer of a whole line goes astray where its last stretch is shorter than it is wide.
        var beside = rest.Zip(rest.Skip(1), (a, b) => BufferOp.Buffer(GeometryFactory.Default.CreateLineString([a, b]), reach, Flat)).ToList();
        for (var i = 1; i < rest.Length - 1; i++)
            beside.Add(Wedge(rest[i - 1], rest[i], rest[i + 1], reach));
        return Overlay.UnionAll(beside);
    }

    /// <summary>What lies outside a bend, between the stretches that meet in it.</summary>
    private static Polygon Wedge(Coordinate before, Coordinate at, Coordinate after, double reach)
    {
        var outer = Orientation.Index(before, at, after) == OrientationIndex.CounterClockwise ? -Math.PI / 2 : Math.PI / 2;
        var from = Math.Atan2(at.Y - before.Y, at.X - before.X) + outer;
        var turn = Math.IEEERemainder(Math.Atan2(after.Y - at.Y, after.X - at.X) + outer - from, Math.Tau);
        var arc = Enumerable.Range(0, 17).Select(i => from + turn * i / 16).Select(angle => new Coordinate(at.X + reach * Math.Cos(angle), at.Y + reach * Math.Sin(angle)));
        return GeometryFactory.Default.CreatePolygon([at, .. arc, at]);
    }

    /// <summary>An end and the direction outwards, in radians east of north.</summary>
    private static (GeoPoint At, double Azimuth) End(LineCourse course, bool start)
    {
        var (end, inner) = start ? (course.Points[0], course.Points[1]) : (course.Points[^1], course.Points[^2]);
        return (end, Geodesic.Inverse(end, inner).Azimuth + Math.PI);
    }

    private sealed class Move(Func<Coordinate, Coordinate> map) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var moved = map(seq.GetCoordinate(i));
            seq.SetX(i, moved.X);
            seq.SetY(i, moved.Y);
        }
    }
}
