using System.Globalization;

namespace Truceline.Benchmarks.Zones;

/// <summary>
/// Single calls over gRPC beside PostGIS's prepared statements, the same zones and points, as many callers, taking turns: <c>zones-served --postgis CONNECTION [--zones N] [--points N]</c>.
/// The service gives verdicts with distances each time; PostGIS is asked once which zones hold the point, and once the product's question. Client, server and database are processes of their own.
/// </summary>
internal static class ServedZonesVerb
{
    /// <summary>What the zones are made from.</summary>
    public const int Seed = 1;

    private const int Slices = 7, NumberOfCallers = 16, AtOnce = 1_000, WarmSeconds = 20;
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
        var samples = new ZoneSamples(Seed);
        var zones = samples.Zones(count, []);
        var points = samples.Points(zones, Slices * each);
        await using var served = await ServedZones.StartAsync(count);
        await using var peer = await PostGisPeer.LoadAsync(connection, zones);
        // Warm: servers need some seconds of load to reach their speed.
        var warm = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(warm).TotalSeconds < WarmSeconds)
        {
            await served.AskAsync(points.AsMemory(0, each), NumberOfCallers, RadiusM);
            await served.AskAtOnceAsync(points.AsMemory(0, each), AtOnce, RadiusM);
        }
        await peer.AskAsync(points.AsMemory(0, each / 10), NumberOfCallers, null);
        await peer.AskAsync(points.AsMemory(0, each / 10), NumberOfCallers, RadiusM);

        Rates plain = new(), own = new(), batch = new(), inside = new(), question = new();
        var (mismatches, twice) = (0, 0);
        for (var s = 0; s < Slices; s++)
        {
            var slice = points.AsMemory(s * each, each);
            // A tenth is enough of what is slower.
            var peers = slice[..(each / 10)];
            var plainAnswers = await plain.AddAsync(each, () => served.Processor, () => served.AskAsync(slice, NumberOfCallers, 0));
            var peerAnswers = await inside.AddAsync(peers.Length, peer.Processor, () => peer.AskAsync(peers, NumberOfCallers, null));
            await own.AddAsync(each, () => served.Processor, () => served.AskAsync(slice, NumberOfCallers, RadiusM));
            await question.AddAsync(peers.Length, peer.Processor, () => peer.AskAsync(peers, NumberOfCallers, RadiusM));
            await batch.AddAsync(each, () => served.Processor, () => served.AskAtOnceAsync(slice, AtOnce, RadiusM));
            for (var i = 0; i < peers.Length; i++)
            {
                if (plainAnswers[i].SequenceEqual(peerAnswers[i]))
                    continue;
                // PostGIS counts how often a border goes around a point, others how often a ray crosses it: borders that run over themselves are no valid polygons.
                var point = peers.Span[i];
                var differing = plainAnswers[i].Except(peerAnswers[i]).Concat(peerAnswers[i].Except(plainAnswers[i]));
                if (differing.All(z => Winding.Number(zones[z][0][0], point) is not 0 and var turns && turns % 2 == 0))
                    twice++;
                else
                    mismatches++;
            }
        }
        Console.WriteLine($"{count:N0} zones, {NumberOfCallers} callers; calls/s by the clock, and a second of the server's processor time");
        Console.WriteLine($"own: inside {plain}; point + {RadiusM} m with distances {own}; {AtOnce} at once {batch} points");
        Console.WriteLine($"PostGIS, prepared: inside {inside}; ST_DWithin and ST_Distance {question}");
        Console.WriteLine($"**ratio by the clock: inside {plain.ByClock / inside.ByClock:F1}, with distances {own.ByClock / question.ByClock:F1}; by processor time: {plain.ByProcessor / inside.ByProcessor:F1}, {own.ByProcessor / question.ByProcessor:F1}**");
        Console.WriteLine($"answers that differ: {mismatches}; and {twice} of points around which a border that runs over itself goes twice");
        return mismatches == 0 ? 0 : 1;
    }

    private static string? Value(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    /// <summary>How many a second, in each slice.</summary>
    private sealed class Rates
    {
        private readonly List<double> _clock = [], _processor = [];

        public double ByClock => Median(_clock);

        public double ByProcessor => Median(_processor);

        public async Task<T> AddAsync<T>(int count, Func<TimeSpan> processor, Func<Task<T>> ask)
        {
            var (start, before) = (TimeProvider.System.GetTimestamp(), processor());
            var answers = await ask();
            _clock.Add(count / TimeProvider.System.GetElapsedTime(start).TotalSeconds);
            _processor.Add(count / Math.Max(0.001, (processor() - before).TotalSeconds));
            return answers;
        }

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ByClock:N0} ({ByProcessor:N0})");

        private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
    }
}
