using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Zones.Index;

namespace Truceline.Benchmarks.Zones;

/// <summary>
/// Point in zone on one thread beside NetTopologySuite, same zones, same points, same run, every answer compared:
/// <c>zones [--zones 100,10000,100000] [--points N] [--polygons FILE.geojson] [--seed N]</c>. Contestants take turns on slices of the points; the ratio is the median over the slices.
/// </summary>
internal static class ZonesVerb
{
    private const int Slices = 10;
    private const double RadiusM = 500;

    public static int Run(string[] args)
    {
        var counts = (Value(args, "--zones") ?? "100,10000,100000").Split(',').Select(Number);
        var points = Value(args, "--points") is { } given ? Number(given) : 1_000_000;
        var seed = Value(args, "--seed") is { } other ? Number(other) : 1;
        var polygons = Value(args, "--polygons") is { } path ? Polygons(path) : [];
        var mismatches = 0;
        foreach (var count in counts)
            mismatches += Measure(new(seed), count, points, polygons);
        return mismatches == 0 ? 0 : 1;
    }

    private static int Measure(ZoneSamples samples, int count, int pointCount, List<double[][][]> polygons)
    {
        var zones = samples.Zones(count, polygons);
        var points = samples.Points(zones, pointCount);
        var vertices = zones.Sum(z => z.Sum(p => p.Sum(r => (long)r.Length / 2)));
        Console.WriteLine($"## {count:N0} zones, {vertices:N0} vertices, {pointCount:N0} points, half within 100 m of an edge");

        var (peer, peerBuild, peerBytes) = Build(() => new PeerIndex(zones));
        var watch = Stopwatch.StartNew();
        var asked = Array.ConvertAll(points, PeerIndex.PointOf);
        // A prepared polygon builds its own index when it is first asked.
        List<int> hits = [];
        foreach (var zone in zones)
            peer.Find(new Point(zone[0][0][0], zone[0][0][1]), hits);
        peerBuild += watch.Elapsed.TotalSeconds;
        var (one, oneBuild, _) = Build(() => ZoneIndex.Build([.. zones.Select(ZoneSamples.Shape)], 1));
        GC.KeepAlive(one);
        one = null;
        var (index, ownBuild, ownBytes) = Build(() => ZoneIndex.Build([.. zones.Select(ZoneSamples.Shape)], 2));
        var bytes = index.Bytes;
        Console.WriteLine($"build s: own on two threads {ownBuild:F2}, on one {oneBuild:F2}, NetTopologySuite {peerBuild:F2}");
        Console.WriteLine($"KB a zone: own {(bytes.Cells + bytes.Shapes) / 1e3 / count:F2} (cells {bytes.Cells / 1e3 / count:F2}, vertices and groups {bytes.Shapes / 1e3 / count:F2}; heap grew by {ownBytes / 1e3 / count:F2}), NetTopologySuite {peerBytes / 1e3 / count:F2}");

        var own = new PointHits();
        var buffer = new int[index.MostHits];
        // Warm: all code compiled by its final tier.
        for (var i = 0; i < 40; i++)
        {
            index.Find(points.AsSpan(0, Math.Min(20_000, points.Length)), own);
            for (var p = 0; p < Math.Min(20_000, points.Length); p++)
                index.Find(points[p].Longitude, points[p].Latitude, buffer);
            Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System).Wait();
        }
        for (var p = 0; p < Math.Min(30_000, points.Length); p++)
            peer.Find(asked[p], hits);

        var slice = pointCount / Slices;
        // The product's question on the same zones.
        var shapes = index.Shapes.ToArray();
        var snapshot = ZoneSnapshot.Empty.With([.. Enumerable.Range(0, count).Select(i => new IndexedZone("", shapes[i]!, null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue))], 2);
        List<ZoneJudgement> judgements = [];
        for (var i = 0; i < 20; i++)
            Judge(snapshot, points.AsSpan(0, Math.Min(20_000, points.Length)), judgements);
        for (var i = 0; i < 20; i++)
            JudgeAtOnce(snapshot, points.AsSpan(0, Math.Min(20_000, points.Length)), judgements);
        List<double> batch = [], single = [], batchRates = [], singleRates = [], peerRates = [], questions = [], shares = [], batchQuestions = [], batchShares = [];
        var mismatches = 0;
        for (var s = 0; s < Slices; s++)
        {
            var peerTime = Timed(() =>
            {
                for (var i = s * slice; i < (s + 1) * slice; i++)
                    peer.Find(asked[i], hits);
            });
            var singleTime = Timed(() =>
            {
                for (var i = s * slice; i < (s + 1) * slice; i++)
                    index.Find(points[i].Longitude, points[i].Latitude, buffer);
            });
            var batchTime = Timed(() => index.Find(points.AsSpan(s * slice, slice), own));
            var questionTime = Timed(() => Judge(snapshot, points.AsSpan(s * slice, slice), judgements));
            var batchQuestionTime = Timed(() => JudgeAtOnce(snapshot, points.AsSpan(s * slice, slice), judgements));
            batchQuestions.Add(slice / batchQuestionTime);
            batchShares.Add(batchTime / batchQuestionTime);
            questions.Add(slice / questionTime);
            shares.Add(singleTime / questionTime);
            batch.Add(peerTime / batchTime);
            single.Add(peerTime / singleTime);
            batchRates.Add(slice / batchTime);
            singleRates.Add(slice / singleTime);
            peerRates.Add(slice / peerTime);
            mismatches += Compare(peer, asked, index, points, own, s * slice, slice);
        }
        Console.WriteLine($"points/s: batch {Median(batchRates):N0}, single {Median(singleRates):N0}, NetTopologySuite {Median(peerRates):N0}");
        Console.WriteLine($"**ratio: batch {Median(batch):F0}, single {Median(single):F0}**; mismatches {mismatches}; hits a point {Enumerable.Range(0, own.Points).Average(i => own.Of(i).Length):F2}");
        Console.WriteLine($"point + {RadiusM} m + instant, verdicts with distances: {Median(questions):N0} points/s, {Median(shares):F2} of plain single calls; many at once {Median(batchQuestions):N0}, {Median(batchShares):F2} of plain batches\n");
        return mismatches;
    }

    private static void Judge(ZoneSnapshot snapshot, ReadOnlySpan<GeoPoint> points, List<ZoneJudgement> judgements)
    {
        foreach (var point in points)
        {
            judgements.Clear();
            snapshot.Judge(point, RadiusM, DateTimeOffset.UnixEpoch, judgements);
        }
    }

    /// <summary>As the service answers many questions of one call.</summary>
    private static void JudgeAtOnce(ZoneSnapshot snapshot, ReadOnlySpan<GeoPoint> points, List<ZoneJudgement> judgements)
    {
        Span<AskedPoint> asked = stackalloc AskedPoint[ZoneSnapshot.MostFetched];
        for (var i = 0; i < points.Length; i++)
        {
            if (i % asked.Length == 0)
            {
                var some = points.Slice(i, Math.Min(asked.Length, points.Length - i));
                for (var k = 0; k < some.Length; k++)
                    asked[k] = new(some[k], RadiusM);
                snapshot.Fetch(asked[..some.Length], holding: true);
            }
            judgements.Clear();
            snapshot.Judge(points[i], RadiusM, DateTimeOffset.UnixEpoch, judgements);
        }
    }

    private static int Compare(PeerIndex peer, Point[] asked, ZoneIndex index, GeoPoint[] points, PointHits own, int start, int count)
    {
        List<int> expected = [];
        var buffer = new int[index.MostHits];
        var mismatches = 0;
        for (var i = 0; i < count; i++)
        {
            peer.Find(asked[start + i], expected);
            expected.Sort();
            var got = own.Of(i).ToArray();
            Array.Sort(got);
            var alone = buffer.AsSpan(0, index.Find(points[start + i].Longitude, points[start + i].Latitude, buffer));
            alone.Sort();
            if (got.AsSpan().SequenceEqual(expected.ToArray()) && alone.SequenceEqual(got))
                continue;
            if (mismatches++ < 3)
                Console.WriteLine($"mismatch at {points[start + i]}: [{string.Join(' ', expected)}] and [{string.Join(' ', got)}] and [{string.Join(' ', alone.ToArray())}]");
        }
        return mismatches;
    }

    private static (T Made, double Seconds, long Bytes) Build<T>(Func<T> make)
    {
        var before = GC.GetTotalMemory(true);
        var watch = Stopwatch.StartNew();
        var made = make();
        var seconds = watch.Elapsed.TotalSeconds;
        return (made, seconds, GC.GetTotalMemory(true) - before);
    }

    /// <summary>Processor time, in seconds: on a machine that others share, elapsed time tells of them.</summary>
    private static double Timed(Action action)
    {
        var before = Environment.CpuUsage.TotalTime;
        action();
        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static List<double[][][]> Polygons(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        List<double[][][]> polygons = [];
        foreach (var feature in document.RootElement.GetProperty("features").EnumerateArray())
        {
            var geometry = feature.GetProperty("geometry");
            var coordinates = geometry.GetProperty("coordinates");
            JsonElement[] parts = geometry.GetProperty("type").GetString() == "Polygon" ? [coordinates] : [.. coordinates.EnumerateArray()];
            double[][][] zone = [.. parts.Select(p => p.EnumerateArray().Select(RingOf).Where(r => r.Length >= 8).ToArray()).Where(p => p.Length > 0)];
            if (zone.Length > 0)
                polygons.Add(zone);
        }
        return polygons;
    }

    private static double[] RingOf(JsonElement ring) => [.. ring.EnumerateArray().SelectMany(p => new[] { p[0].GetDouble(), p[1].GetDouble() })];

    private static string? Value(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
