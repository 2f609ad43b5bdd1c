using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Zones.Index;

namespace Truceline.Benchmarks.Zones;

/// <summary>
/// Zones and points to ask about, the same for every contestant: of 100 zones 71 are circles of 64 vertices (1 to 50 km), 29 are bands of 200 to 2,000 vertices (logarithmically
/// spread) along winding lines; up to a quarter of them are the polygons of a file, where one is given. Half of the zones lie in a score of conflict regions.
/// </summary>
internal sealed class ZoneSamples(int seed)
{
    private const double Degree = Math.PI / 180;

    private readonly Random _random = new(seed);

    /// <summary>Each zone is a list of polygons, each a list of rings, the shell first.</summary>
    public List<double[][][]> Zones(int count, IReadOnlyList<double[][][]> given)
    {
        var regions = Enumerable.Range(0, 20).Select(_ => new GeoPoint(Between(-35, 60), Between(-180, 180))).ToArray();
        List<double[][][]> zones = [.. given];
        _random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(zones));
        if (zones.Count > count / 4)
            zones.RemoveRange(count / 4, zones.Count - count / 4);
        while (zones.Count < count)
        {
            var region = regions[_random.Next(regions.Length)];
            var centre = _random.Next(2) == 0
                ? new GeoPoint(Between(-60, 70), Between(-175, 175))
                : new GeoPoint(Math.Clamp(region.Latitude + Between(-4, 4), -80, 80), Math.Clamp(region.Longitude + Between(-4, 4), -175, 175));
            zones.Add([[_random.Next(100) < 71 ? Circle(centre) : Band(centre)]]);
        }
        return zones;
    }

    /// <summary>Points, half of them within 100 m of an edge, in random order.</summary>
    public GeoPoint[] Points(List<double[][][]> zones, int count)
    {
        var points = new GeoPoint[count];
        for (var i = 0; i < count; i++)
        {
            var ring = zones[_random.Next(zones.Count)][0][0];
            var e = 2 * _random.Next(ring.Length / 2 - 1);
            var t = _random.NextDouble();
            var (x, y) = (ring[e] + t * (ring[e + 2] - ring[e]), ring[e + 1] + t * (ring[e + 3] - ring[e + 1]));
            // The others lie around zones too: far from all of them every index is fast.
            var reachM = i % 2 == 0 ? 100 : 50_000;
            y += Between(-reachM, reachM) / 111_000;
            x += Between(-reachM, reachM) / (111_000 * Math.Max(0.05, Math.Cos(y * Degree)));
            points[i] = new(Math.Clamp(y, -90, 90), Math.Clamp(x, -180, 180));
        }
        _random.Shuffle(points);
        return points;
    }

    public static ZoneShape Shape(double[][][] polygons) => new([.. polygons.SelectMany(p => p)]);

    private double Between(double low, double high) => low + _random.NextDouble() * (high - low);

    private double LogBetween(double low, double high) => low * Math.Exp(_random.NextDouble() * Math.Log(high / low));

    private double[] Circle(GeoPoint centre)
    {
        var radius = LogBetween(1_000, 50_000);
        var ring = new double[130];
        for (var i = 0; i < 64; i++)
            Put(ring, i, centre.Longitude, Geodesic.Direct(centre, -2 * Math.PI * i / 64, radius));
        Close(ring);
        return ring;
    }

    private double[] Band(GeoPoint centre)
    {
        var half = (int)LogBetween(100, 1000);
        var lengthM = LogBetween(40_000, 400_000);
        var widthM = LogBetween(1_000, 10_000);
        var stepM = lengthM / half;
        var ring = new double[2 * (2 * half + 1)];
        var heading = Between(0, 2 * Math.PI);
        var bend = 0.0;
        var at = centre;
        for (var i = 0; i < half; i++)
        {
            Put(ring, i, centre.Longitude, Geodesic.Direct(at, heading + Math.PI / 2, widthM));
            Put(ring, 2 * half - 1 - i, centre.Longitude, Geodesic.Direct(at, heading - Math.PI / 2, widthM));
            bend = Math.Clamp(bend + Between(-0.3, 0.3), -1, 1);
            heading += bend * Math.Min(stepM / (3 * widthM), 0.2);
            at = Geodesic.Direct(at, heading, stepM);
        }
        Close(ring);
        return ring;
    }

    private static void Put(double[] ring, int vertex, double around, GeoPoint point)
    {
        // On the centre's side of the antimeridian: what passes it is cut flat.
        ring[2 * vertex] = Math.Clamp(around + GeoPoint.Wrap(point.Longitude - around), -180, 180);
        ring[2 * vertex + 1] = point.Latitude;
    }

    private static void Close(double[] ring) => (ring[^2], ring[^1]) = (ring[0], ring[1]);
}
