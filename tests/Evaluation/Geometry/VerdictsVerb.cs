using System.CommandLine;
using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Shapes.Drawing;
using Index = Truceline.GeoZone.Zones.Index;

namespace Truceline.Evaluation.Geometry;

/// <summary>Verdicts and distances of the index against judges that are no part of this project.</summary>
internal static class VerdictsVerb
{
    private const int Zones = 200, Points = 1_000_000, DistanceZones = 40, DistancePoints = 50, PolarPoints = 20_000;
    private const double NearM = 100;

    internal static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "Another seed makes other zones and points.", DefaultValueFactory = _ => 1 };
        var command = new Command("verdicts",
            "A million points, half within 100 m of an edge, against zones as they are drawn (bands, holes, cuts at the antimeridian): inside and outside as NetTopologySuite's prepared polygons have "
            + "them, no mismatch; distances within 1 m + 0.01 % of GeodSolve's (geographiclib-tools); circles about the poles by GeodSolve's distances, no mismatch farther than 1 m from the edge.") { seed };
        command.SetAction(async (parsed, cancellationToken) => await RunAsync(parsed.GetValue(seed), Console.Out, cancellationToken) ? 0 : 1);
        return command;
    }

    private static async Task<bool> RunAsync(int seed, TextWriter output, CancellationToken cancellationToken)
    {
        var samples = new VerdictZones(seed);
        List<MultiPolygon> zones = [.. samples.Draw(Zones)];
        var isExact = Sides(zones, samples.Points(zones, Points, NearM), output);
        var isNear = await DistancesAsync(zones, samples, output, cancellationToken);
        var isPolar = await PolarAsync(samples, output, cancellationToken);
        return isExact && isNear && isPolar;
    }

    private static bool Sides(List<MultiPolygon> zones, GeoPoint[] points, TextWriter output)
    {
        var index = Index.ZoneIndex.Build([.. zones.Select(VerdictZones.Indexed)], 2);
        var tree = new STRtree<(int Number, IPreparedGeometry Judge)>();
        for (var i = 0; i < zones.Count; i++)
            tree.Insert(zones[i].EnvelopeInternal, (i, PreparedGeometryFactory.Prepare(zones[i])));
        var found = new Index.PointHits();
        index.Find(points, found);
        var (mismatches, inside) = (0, 0);
        for (var i = 0; i < points.Length; i++)
        {
            // Both longitudes of the antimeridian are one place.
            double[] longitudes = Math.Abs(points[i].Longitude) == 180 ? [180, -180] : [points[i].Longitude];
            var expected = longitudes.Select(x => new Point(x, points[i].Latitude))
                .SelectMany(at => tree.Query(at.EnvelopeInternal).Where(zone => zone.Judge.Intersects(at))).Select(zone => zone.Number).Distinct().Order();
            if (!expected.SequenceEqual(found.Of(i).ToArray().Order()) && mismatches++ < 5)
                output.WriteLine($"mismatch at {points[i]}");
            inside += found.Of(i).Length;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"inside or outside: {points.Length} points, half within {NearM} m of an edge, {zones.Count} zones, {inside} times inside: {mismatches} mismatches with the planar judge (bar 0)"));
        return mismatches == 0;
    }

    private static async Task<bool> DistancesAsync(List<MultiPolygon> zones, VerdictZones samples, TextWriter output, CancellationToken cancellationToken)
    {
        List<double> off = [];
        var over = 0;
        // A cut is no border: the judge's line would follow it.
        foreach (var zone in zones.Where(z => VerdictZones.Rings(z).All(ring => ring.Coordinates.All(at => Math.Abs(at.X) < 179))).Take(DistanceZones))
        {
            var shape = VerdictZones.Indexed(zone);
            var points = samples.Points([zone], DistancePoints, NearM);
            var least = Enumerable.Repeat(double.PositiveInfinity, points.Length).ToArray();
            foreach (var ring in VerdictZones.Rings(zone))
            {
                var distances = await GeodSolve.DistancesAsync(points, [.. ring.Coordinates.Select(at => new GeoPoint(at.Y, at.X))], cancellationToken);
                for (var i = 0; i < points.Length; i++)
                    least[i] = Math.Min(least[i], distances[i]);
            }
            for (var i = 0; i < points.Length; i++)
            {
                var difference = Math.Abs(Index.EdgeDistance.InMetres(shape, points[i]) - least[i]);
                off.Add(difference);
                if (difference > 1 + least[i] * 1e-4 && over++ < 5)
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"off at {points[i]}: {difference:F3} m of {least[i]:F3} m"));
            }
        }
        off.Sort();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"distances: {off.Count} by GeodSolve: median off {off[off.Count / 2]:F3} m, 99 % {off[off.Count * 99 / 100]:F3} m, most {off[^1]:F3} m; {over} off by more than 1 m + 0.01 % (bar 0)"));
        return over == 0;
    }

    private static async Task<bool> PolarAsync(VerdictZones samples, TextWriter output, CancellationToken cancellationToken)
    {
        var (mismatches, atTheEdge, count) = (0, 0, 0);
        foreach (var centre in new GeoPoint[] { new(90, 0), new(89.7, 120), new(-90, 0), new(-89.95, -60), new(88, 179.9) })
        {
            const double radiusM = 60_000;
            var drawn = ZoneDrawer.Draw(new CircleShape(centre, radiusM, radiusM)).Inside;
            var index = Index.ZoneIndex.Build([VerdictZones.Indexed(drawn)], 1);
            var points = samples.Points([drawn], PolarPoints / 5, NearM);
            var distances = await GeodSolve.BetweenAsync(centre, points, cancellationToken);
            var hits = new int[index.MostHits];
            for (var i = 0; i < points.Length; i++, count++)
            {
                if (index.Find(points[i].Longitude, points[i].Latitude, hits) > 0 == distances[i] <= radiusM)
                    continue;
                if (Math.Abs(distances[i] - radiusM) <= 1)
                    atTheEdge++;
                else if (mismatches++ < 5)
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"polar mismatch at {points[i]}: {distances[i]:F3} m from {centre}"));
            }
        }
        output.WriteLine($"circles about the poles: {count} points by GeodSolve's distance from the centre: {mismatches} mismatches (bar 0), and {atTheEdge} within 1 m of the edge, where the drawn edge is a chord");
        return mismatches == 0;
    }
}
