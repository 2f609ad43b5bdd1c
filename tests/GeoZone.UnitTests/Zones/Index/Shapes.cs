using NetTopologySuite.Geometries;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Zones.Index;

namespace Truceline.GeoZone.UnitTests.Zones.Index;

/// <summary>Zones for tests, and NetTopologySuite's geometry of them.</summary>
internal static class Shapes
{
    private const double Degree = Math.PI / 180;

    /// <summary>Stars, circles with holes, squares on the borders of cells, and zones that are cut at the antimeridian.</summary>
    public static List<List<double[]>> Make(Random random, int count)
    {
        List<List<double[]>> zones = [];
        for (var i = 0; i < count; i++)
        {
            var (x, y) = (20 + 10 * random.NextDouble(), 30 + 10 * random.NextDouble());
            var reach = 0.01 * Math.Exp(random.NextDouble() * 5);
            zones.Add((i % 5) switch
            {
                0 => [Star(random, x, y, reach, 3 + random.Next(400))],
                1 => [Circle(x, y, reach, 64), Circle(x, y, reach / 2, 40)],
                2 => [Box(CellCorner(x), CellCorner(y), CellCorner(x + 1), CellCorner(y + 0.5))],
                3 => [Box(178, y, 180, y + reach), Box(-180, y, -179, y + reach)],
                _ => [Star(random, x, y, reach, 900), Circle(x + 3 * reach, y, reach / 2, 30)],
            });
        }
        return zones;
    }

    public static double[] Circle(double x, double y, double reach, int vertices) => Ring(vertices, i => (x + reach * Math.Cos(i), y + reach * Math.Sin(i)));

    public static double[] Box(double west, double south, double east, double north) => [west, south, east, south, east, north, west, north, west, south];

    public static ZoneShape Shape(List<double[]> rings) => new(rings);

    /// <summary>The same by parity: rings within the first are holes, others parts.</summary>
    public static Geometry Peer(List<double[]> rings)
    {
        var polygons = rings.Select(r => (Geometry)new Polygon(new LinearRing([.. Enumerable.Range(0, r.Length / 2).Select(i => new Coordinate(r[2 * i], r[2 * i + 1]))]))).ToList();
        if (polygons.Count == 1)
            return polygons[0];
        return polygons[0].Contains(polygons[1])
            ? new Polygon((LinearRing)((Polygon)polygons[0]).ExteriorRing, [(LinearRing)((Polygon)polygons[1]).ExteriorRing])
            : new MultiPolygon([.. polygons.Cast<Polygon>()]);
    }

    /// <summary>Points anywhere, near edges, on vertices, on edges and on the borders of cells.</summary>
    public static GeoPoint Near(Random random, List<double[]> rings, int kind)
    {
        var ring = rings[random.Next(rings.Count)];
        var e = 2 * random.Next(ring.Length / 2 - 1);
        var t = kind % 4 == 3 ? 0 : random.NextDouble();
        var (x, y) = (ring[e] + t * (ring[e + 2] - ring[e]), ring[e + 1] + t * (ring[e + 3] - ring[e + 1]));
        var reach = (kind % 4) switch { 0 => 0.1, 1 => 0.001, 2 => 1e-9, _ => 0 };
        (x, y) = (x + reach * (2 * random.NextDouble() - 1), y + reach * (2 * random.NextDouble() - 1));
        if (kind % 8 == 7)
            x = CellCorner(x);
        return new(Math.Clamp(y, -90, 90), Math.Clamp(x, -180, 180));
    }

    private static double CellCorner(double degrees) => Math.Round(degrees / (360.0 / 256)) * (360.0 / 256);

    private static double[] Star(Random random, double x, double y, double reach, int vertices) =>
        Ring(vertices, i => (reach * (0.3 + random.NextDouble())) is var r ? (x + r * Math.Cos(i), y + r * Math.Sin(i)) : default);

    private static double[] Ring(int vertices, Func<double, (double X, double Y)> at)
    {
        double[] ring = [.. Enumerable.Range(0, vertices).Select(i => at(360 * Degree * i / vertices)).SelectMany(p => new[] { p.X, p.Y })];
        return [.. ring, ring[0], ring[1]];
    }
}
