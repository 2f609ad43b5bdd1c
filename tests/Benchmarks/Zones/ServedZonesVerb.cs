using System.Globalization;
using Truceline.GeoZone.Zones.Index;

namespace Truceline.Benchmarks.Zones;

/// <summary>
/// Single calls over gRPC beside PostGIS's prepared statements, the same zones and points, as many callers, taking turns: <c>zones-served --postgis CONNECTION [--zones N] [--points N]</c>.
/// The service gives verdicts with distances each time; PostGIS is asked once which zones hold the point, and once the product's question. Elapsed time: each has its processes.
/// </summary>
internal static class ServedZonesVerb
{
    private const int Slices = 7, NumberOfCallers = 16;
    private const double RadiusM = 500;

    public static async Task<int> RunAsync(string[] args)
    {
        var count = int.Parse(Value(args, "--zones") ?? "10000", CultureInfo.InvariantCulture);
        var each = int.Parse(Value(args, "--points") ?? "20000", CultureInfo.InvariantCulture);
        if (Value(args, "--postgis") is not { } connection)
        {
            Console.WriteLine("PostGIS: not run. Name a database it may write to: --postgis \"Host=...;Username=...;Database=...\"");
            return 1;
        }
        var samples = new ZoneSamples(1);
        var zones = samples.Zones(count, []);
        var points = samples.Points(zones, Slices * each);
        var snapshot = ZoneSnapshot.Empty.With([.. zones.Select((z, i) => new IndexedZone($"{i}", ZoneSamples.Shape(z), null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue))], 2);
        await using var served = await ServedZones.StartAsync(snapshot);
        await using var peer = await PostGisPeer.LoadAsync(connection, zones);
        // Warm: servers need some seconds of load to reach their speed.
        for (var i = 0; i < 10; i++)
            await served.AskAsync(points.AsMemory(0, each), NumberOfCallers, RadiusM);
        await peer.AskAsync(points.AsMemory(0, each / 10), NumberOfCallers, null);
        await peer.AskAsync(points.AsMemory(0, each / 10), NumberOfCallers, RadiusM);

        List<double> ownRates = [], plainRates = [], questionRates = [], plainRatios = [], ratios = [];
        var mismatches = 0;
        for (var s = 0; s < Slices; s++)
        {
            var slice = points.AsMemory(s * each, each);
            var (plain, own) = (await RateAsync(each, () => served.AskAsync(slice, NumberOfCallers, 0)), await RateAsync(each, () => served.AskAsync(slice, NumberOfCallers, RadiusM)));
            // A tenth is enough of what is slower.
            var peers = slice[..(each / 10)];
            var inside = await RateAsync(peers.Length, () => peer.AskAsync(peers, NumberOfCallers, null));
            var question = await RateAsync(peers.Length, () => peer.AskAsync(peers, NumberOfCallers, RadiusM));
            for (var i = 0; i < peers.Length; i++)
                mismatches += plain.Answers[i].SequenceEqual(inside.Answers[i]) ? 0 : 1;
            ownRates.Add(own.PerSecond);
            plainRates.Add(inside.PerSecond);
            questionRates.Add(question.PerSecond);
            plainRatios.Add(plain.PerSecond / inside.PerSecond);
            ratios.Add(own.PerSecond / question.PerSecond);
        }
        Console.WriteLine($"{count:N0} zones, {NumberOfCallers} callers, calls/s: own {Median(ownRates):N0}, PostGIS inside {Median(plainRates):N0}, with distances {Median(questionRates):N0}");
        Console.WriteLine($"**ratio: inside {Median(plainRatios):F1}, point + {RadiusM} m {Median(ratios):F1}**; mismatches of inside {mismatches}");
        return mismatches == 0 ? 0 : 1;
    }

    private static async Task<(double PerSecond, int[][] Answers)> RateAsync(int count, Func<Task<int[][]>> ask)
    {
        var start = TimeProvider.System.GetTimestamp();
        var answers = await ask();
        return (count / TimeProvider.System.GetElapsedTime(start).TotalSeconds, answers);
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static string? Value(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
