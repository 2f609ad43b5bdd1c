using NetTopologySuite.Geometries;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Shapes.Drawing;

namespace Truceline.GeoZone.UnitTests.Shapes;

/// <summary>What the tests of drawing share.</summary>
internal static class Drawn
{
    public static IReadOnlyList<GeoPoint> Line(params (double Latitude, double Longitude)[] points) => [.. points.Select(p => new GeoPoint(p.Latitude, p.Longitude))];

    public static MultiPolygon Band(IReadOnlyList<GeoPoint> line, double? leftM, double? rightM, double nearM = 0)
    {
        SideReach? Reach(double? far) => far is { } metres ? new(nearM, metres, metres) : null;
        return ZoneDrawer.Draw(new LineBandShape(line, Reach(leftM), Reach(rightM))).Inside;
    }

    public static bool Holds(this Geometry area, double latitude, double longitude) =>
        area.Covers(GeometryFactory.Default.CreatePoint(new Coordinate(longitude, latitude)));

    public static IEnumerable<GeoPoint> Vertices(this Geometry area) => area.Coordinates.Select(at => new GeoPoint(at.Y, at.X));

    /// <summary>Vertices and the middles of the edges, without what lies on the antimeridian.</summary>
    public static IEnumerable<GeoPoint> EdgePoints(this MultiPolygon area)
    {
        foreach (var ring in area.Geometries.Cast<Polygon>().SelectMany(part => part.Holes.Prepend(part.Shell)))
        {
            for (var i = 1; i < ring.NumPoints; i++)
            {
                var (a, b) = (ring.GetCoordinateN(i - 1), ring.GetCoordinateN(i));
                if (Math.Abs(a.X) == 180 && a.X == b.X || Math.Abs(a.Y) == 90 && a.Y == b.Y)
                    continue;
                yield return new(a.Y, a.X);
                yield return new((a.Y + b.Y) / 2, (a.X + b.X) / 2);
            }
        }
    }

    /// <summary>Area of small zones in square metres, by an equal-area sum over the sphere of the same surface.</summary>
    public static double AreaM2(this Geometry area) => Truceline.GeoZone.Shapes.Drawing.GeodesicArea.OfM2(area);
}
