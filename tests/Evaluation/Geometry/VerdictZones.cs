using NetTopologySuite.Geometries;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Shapes.Drawing;
using Index = Truceline.GeoZone.Zones.Index;

namespace Truceline.Evaluation.Geometry;

/// <summary>Zones as the service draws them, of every kind: bands along winding lines, rings that leave the line free, circles, polygons with holes; some of each lie across the antimeridian.</summary>
internal sealed class VerdictZones(int seed)
{
    private readonly Random _random = new(seed);

    internal IEnumerable<MultiPolygon> Draw(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var centre = new GeoPoint(Between(-70, 75), i % 5 == 0 ? GeoPoint.Wrap(180 + Between(-0.5, 0.5)) : Between(-175, 175));
            ZoneShape shape = (i % 4) switch
            {
                0 => new CircleShape(centre, Between(500, 60_000), 60_000),
                1 => Band(centre, 0),
                2 => Band(centre, Between(500, 3_000)),
                _ => new PolygonShape([new(Star(centre, 40_000, 60), [Star(centre, 9_000, 25)])]),
            };
            yield return ZoneDrawer.Draw(shape).Inside;
        }
    }

    internal static Index.ZoneShape Indexed(MultiPolygon area) =>
        new([.. Rings(area).Select(ring => ring.Coordinates.SelectMany(at => new[] { at.X, at.Y }).ToArray())]);

    internal static IEnumerable<LineString> Rings(MultiPolygon area) =>
        area.Geometries.Cast<Polygon>().SelectMany(part => part.Holes.Prepend(part.Shell));

    /// <summary>Points of which every other one lies within so many metres of an edge; the rest around the zones.</summary>
    internal GeoPoint[] Points(IReadOnlyList<MultiPolygon> zones, int count, double nearM)
    {
        var rings = zones.Select(zone => Rings(zone).ToArray()).ToArray();
        var points = new GeoPoint[count];
        for (var i = 0; i < count; i++)
        {
            var zone = rings[_random.Next(rings.Length)];
            var ring = zone[_random.Next(zone.Length)];
            var e = _random.Next(ring.NumPoints - 1);
            var (a, b) = (ring.GetCoordinateN(e), ring.GetCoordinateN(e + 1));
            var t = i % 16 == 1 ? 0 : _random.NextDouble();
            var reach = i % 2 == 0 ? nearM : 40_000;
            points[i] = Geodesic.Direct(new(a.Y + t * (b.Y - a.Y), a.X + t * (b.X - a.X)), Between(0, Math.Tau), Between(0, reach));
        }
        return points;
    }

    private double Between(double low, double high) => low + _random.NextDouble() * (high - low);

    private LineBandShape Band(GeoPoint start, double nearM)
    {
        List<GeoPoint> line = [start];
        var heading = Between(0, Math.Tau);
        for (var i = 0; i < 25; i++)
        {
            heading += Between(-1, 1);
            line.Add(Geodesic.Direct(line[^1], heading, Between(500, 6_000)));
        }
        var reach = new SideReach(nearM, nearM + Between(1_000, 12_000), 20_000);
        return new(line, reach, _random.Next(2) == 0 ? reach : null);
    }

    private GeoPoint[] Star(GeoPoint centre, double reachM, int vertices) =>
        [.. Enumerable.Range(0, vertices).Select(i => Geodesic.Direct(centre, -Math.Tau * i / vertices, reachM * Between(0.4, 1)))];
}
