using System.Globalization;
using NetTopologySuite.Geometries;
using Truceline.Benchmarks.Zones;
using Truceline.GeoZone.Tracks.Course;
using Truceline.GeoZone.Zones.Index;

namespace Truceline.Benchmarks.Tracks;

/// <summary>
/// Updates of tracks on one thread, 1,000 at a time, with hysteresis and late fixes, beside an STRtree of NetTopologySuite that only compares which zones hold a point before and after:
/// <c>tracks [--zones 10000] [--tracks 100000] [--rounds 12] [--steps 150,2000] [--seed N]</c>; then the same fixes through a client stream.
/// </summary>
internal static class TracksVerb
{
    private const int Warm = 16, Batch = 1_000;
    private static readonly TrackLimits Limits = new(TimeSpan.FromSeconds(60));

    public static async Task<int> RunAsync(string[] args)
    {
        var (zoneCount, trackCount, rounds, seed) = (Number(args, "--zones", 10_000), Number(args, "--tracks", 100_000), Number(args, "--rounds", 12), Number(args, "--seed", 1));
        var samples = new ZoneSamples(seed);
        var zones = samples.Zones(zoneCount, []);
        var starts = samples.Points(zones, trackCount);
        var peer = new PeerIndex(zones);
        var snapshot = ZoneSnapshot.Empty.With(
            [.. zones.Select((z, i) => new IndexedZone(Key(i), ZoneSamples.Shape(z), null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue))], 2);
        var fences = new FenceSet(snapshot, [new Fence("zones", FenceSettings.Default, Schedule.Always, null, null, "", false)]);
        string[] ids = [.. Enumerable.Range(0, trackCount).Select(i => string.Create(CultureInfo.InvariantCulture, $"object-{i:000000}"))];
        var wrong = 0;
        foreach (var step in Value(args, "--steps", "150,2000").Split(','))
        {
            var stepM = double.Parse(step, CultureInfo.InvariantCulture);
            Console.WriteLine($"## {zoneCount:N0} zones, {trackCount:N0} tracks, {stepM:N0} m every 10 s, 5 % late, 2 % twice, margin {FenceSettings.Default.MarginM} m");
            wrong += Measure(fences, peer, ids, new(seed, starts, stepM), rounds);
        }
        await FixStreamLoad.MeasureAsync(fences, ids, new(seed, starts, 150), Warm + rounds);
        return wrong == 0 ? 0 : 1;
    }

    private static int Measure(FenceSet fences, PeerIndex peer, string[] ids, TrackSamples samples, int rounds)
    {
        var engine = new TrackEngine(fences, Limits);
        List<TransitionChange> changes = [];
        var (fixes, outcomes) = (new ObjectFix[2 * ids.Length], new FixOutcome[Batch]);
        long told = 0, overturned = 0, accepted = 0, updates = 0;
        List<double> rates = [], peerRates = [], ratios = [];
        var newest = new Fix[ids.Length];
        var inside = new int[ids.Length][];
        List<int> hits = [];
        for (var round = 0; round < Warm + rounds; round++)
        {
            var arrivals = samples.Next();
            for (var i = 0; i < arrivals.Length; i++)
                fixes[i] = new(ids[arrivals[i].Object], arrivals[i].Fix);
            // What was made to ask with is not to be collected on the engine's time.
            GC.Collect();
            var before = Environment.CpuUsage.TotalTime;
            for (int start = 0, count; start < arrivals.Length; start += count)
            {
                count = Math.Min(Batch, arrivals.Length - start);
                engine.Accept(fixes.AsSpan(start, count), outcomes, changes);
                foreach (var outcome in outcomes.AsSpan(0, count))
                    accepted += outcome == FixOutcome.Accepted ? 1 : 0;
                told += changes.Count;
                foreach (var change in changes)
                    overturned += change.News == TransitionNews.Opened ? 0 : 1;
                changes.Clear();
            }
            var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            foreach (var (track, fix) in arrivals)
                newest[track] = fix.Ticks > newest[track].Ticks ? fix : newest[track];
            updates += arrivals.Length;
            if (round < Warm)
                continue;
            rates.Add(arrivals.Length / seconds);
            // The peer takes a part of the same updates, in their order.
            var part = arrivals.AsSpan(0, Math.Min(arrivals.Length, 20_000));
            Point[] asked = [.. part.ToArray().Select(a => PeerIndex.PointOf(a.Fix.Point))];
            before = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < part.Length; i++)
            {
                peer.Find(asked[i], hits);
                if (inside[part[i].Object] is not { } was || !hits.SequenceEqual(was))
                    inside[part[i].Object] = [.. hits];
            }
            peerRates.Add(part.Length / (Environment.CpuUsage.TotalTime - before).TotalSeconds);
            ratios.Add(rates[^1] / peerRates[^1]);
        }
        var wrong = Compare(engine, peer, ids, newest);
        Console.WriteLine($"updates/s and core: {Median(rates):N0} (least {rates.Min():N0}), NetTopologySuite {Median(peerRates):N0}; ratio {Median(ratios):F1}");
        Console.WriteLine($"{updates:N0} updates, {accepted:N0} count, {told:N0} changes told, {overturned:N0} of them updates and cancellations; sides that differ from the peer's beyond margin and radius: {wrong}\n");
        return wrong;
    }

    /// <summary>Whoever stands inside must be inside for the peer, and the other way around, unless an edge is as near as margin and radius.</summary>
    private static int Compare(TrackEngine engine, PeerIndex peer, string[] ids, Fix[] newest)
    {
        var wrong = 0;
        List<int> hits = [];
        for (var i = 0; i < ids.Length; i += 7)
        {
            var track = engine.Tracks[ids[i]];
            peer.Find(PeerIndex.PointOf(newest[i].Point), hits);
            HashSet<int> stands = [.. track.Tip.Standings.ToArray().Where(s => s.Side == Side.Inside).Select(s => int.Parse(track.Fences.AllWatches[s.Watch].AreaKey[2..], CultureInfo.InvariantCulture))];
            stands.SymmetricExceptWith(hits);
            wrong += stands.Count(z => EdgeDistance.InMetres(track.Fences.Snapshot.Zones[z].Inside, newest[i].Point) > FenceSettings.Default.MarginM + newest[i].RadiusM + 1);
        }
        return wrong;
    }

    private static string Key(int zone) => string.Create(CultureInfo.InvariantCulture, $"a/{zone}");

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static int Number(string[] args, string name, int otherwise) => int.Parse(Value(args, name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

    private static string Value(string[] args, string name, string otherwise)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : otherwise;
    }
}
