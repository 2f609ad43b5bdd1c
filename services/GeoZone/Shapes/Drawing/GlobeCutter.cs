using NetTopologySuite.Geometries;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Shapes.Drawing;

/// <summary>A closed ring on the ellipsoid.</summary>
/// <param name="Points">Its points, the first repeated at the end.</param>
/// <param name="HoldsNorth">When it runs around the axis: whether it holds the North Pole, as against the South Pole.</param>
internal readonly record struct GlobeRing(IReadOnlyList<GeoPoint> Points, bool HoldsNorth);

/// <summary>
/// From rings on the ellipsoid to polygons in longitude and latitude (x and y, degrees) as GeoJSON wants them: cut at the antimeridian
/// so that every part lies within [-180, +180], closed over a pole that lies inside, shells counter-clockwise.
/// </summary>
internal static class GlobeCutter
{
    private const double WidestDegrees = 90;
    private static readonly GeometryFactory Factory = GeometryFactory.Default;
    private static readonly Polygon World = Factory.CreatePolygon([new(-180, -90), new(180, -90), new(180, 90), new(-180, 90), new(-180, -90)]);

    /// <param name="rings">The outer ring and the holes; edges take the shorter way around.</param>
    public static MultiPolygon Cut(IReadOnlyList<GlobeRing> rings)
    {
        var area = Ring(rings[0]);
        foreach (var hole in rings.Skip(1))
            area = Overlay.Difference(area, Ring(hole));
        return Wound(area);
    }

    /// <summary>Shells counter-clockwise and holes clockwise, as RFC 7946 has it.</summary>
    public static MultiPolygon Wound(MultiPolygon area) =>
        Factory.CreateMultiPolygon([.. area.Geometries.Cast<Polygon>().Select(Wound)]);

    private static Polygon Wound(Polygon polygon) =>
        Factory.CreatePolygon(Wound(polygon.Shell, true), [.. polygon.Holes.Select(hole => Wound(hole, false))]);

    private static LinearRing Wound(LinearRing ring, bool counterClockwise) =>
        Shortened(ring.IsCCW == counterClockwise ? ring : (LinearRing)ring.Reverse());

    /// <summary>
    /// No edge spans more than a quarter of the globe, as the one along a pole does: whoever reads edges as the shorter way around reads the same.
    /// </summary>
    private static LinearRing Shortened(LinearRing ring)
    {
        var at = ring.Coordinates;
        if (!at.Zip(at.Skip(1)).Any(edge => Math.Abs(edge.First.X - edge.Second.X) > WidestDegrees))
            return ring;
        var run = new List<Coordinate> { at[0] };
        foreach (var (a, b) in at.Zip(at.Skip(1)))
        {
            var steps = (int)Math.Ceiling(Math.Abs(b.X - a.X) / WidestDegrees);
            for (var i = 1; i < steps; i++)
                run.Add(new(a.X + (b.X - a.X) * i / steps, a.Y + (b.Y - a.Y) * i / steps));
            run.Add(b);
        }
        return Factory.CreateLinearRing([.. run]);
    }

    private static MultiPolygon Ring(GlobeRing ring)
    {
        var (points, holdsNorth) = ring;
        var run = new List<Coordinate>(points.Count + 3);
        var longitude = points[0].Longitude;
        for (var i = 0; i < points.Count; i++)
        {
            if (i > 0)
                longitude = points[i].Longitude + 360 * Math.Round((longitude - points[i].Longitude) / 360);
            run.Add(new(longitude, points[i].Latitude));
        }
        if (Math.Abs(run[^1].X - run[0].X) > 180)
        {
            // Closed at the antimeridian, where it is cut anyway: elsewhere rounding would leave a slit.
            run = FromAntimeridian(run);
            var pole = holdsNorth ? 90 : -90;
            run.Add(new(run[^1].X, pole));
            run.Add(new(run[0].X, pole));
        }
        run[^1] = Same(run[^1], run[0]) ? run[0].Copy() : run[^1];
        if (!run[^1].Equals2D(run[0]))
            run.Add(run[0].Copy());
        if (run.Count < 4)
            return MultiPolygon.Empty;
        Geometry polygon = Factory.CreatePolygon([.. run]);
        if (!polygon.IsValid)
            polygon = NetTopologySuite.Geometries.Utilities.GeometryFixer.Fix(polygon);
        return IntoWorld(polygon);
    }

    /// <summary>A run once around the axis, begun where it meets the antimeridian first.</summary>
    private static List<Coordinate> FromAntimeridian(List<Coordinate> run)
    {
        var turn = run[^1].X > run[0].X ? 360.0 : -360.0;
        var seam = turn > 0 ? 360 * Math.Ceiling((run[0].X + 180) / 360) - 180 : 360 * Math.Floor((run[0].X - 180) / 360) + 180;
        var at = 0;
        while (at < run.Count - 2 && (run[at + 1].X - seam) * turn < 0)
            at++;
        var (a, b) = (run[at], run[at + 1]);
        var latitude = a.X == b.X ? b.Y : a.Y + (b.Y - a.Y) * Math.Clamp((seam - a.X) / (b.X - a.X), 0, 1);
        var (start, shift) = (turn > 0 ? -180 : 180, (turn > 0 ? -180 : 180) - seam);
        return
        [
            new(start, latitude),
            .. run.Skip(at + 1).Select(c => new Coordinate(c.X + shift, c.Y)),
            .. run.Skip(1).Take(at).Select(c => new Coordinate(c.X + shift + turn, c.Y)),
            new(-start, latitude),
        ];
    }

    /// <summary>An area whose longitudes run on past the antimeridian, cut there and each part turned into range.</summary>
    public static MultiPolygon IntoWorld(Geometry area)
    {
        var box = area.EnvelopeInternal;
        if (area.IsEmpty || box.MinX >= -180 && box.MaxX <= 180)
            return Overlay.Areas(area);
        var turns = new List<Geometry>();
        for (var turn = Math.Floor((box.MinX + 180) / 360); turn <= Math.Floor((box.MaxX + 180) / 360); turn++)
        {
            var moved = area.Copy();
            moved.Apply(new Shift(-360 * turn));
            turns.Add(Overlay.Intersection(moved, World));
        }
        return Overlay.UnionAll(turns);
    }

    private static bool Same(Coordinate a, Coordinate b) => Math.Abs(a.X - b.X) < 1e-9 && Math.Abs(a.Y - b.Y) < 1e-9;

    private sealed class Shift(double degrees) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i) => seq.SetX(i, seq.GetX(i) + degrees);
    }
}
