using CsCheck;
using Truceline.GeoZone.Tracks.Course;
using Truceline.GeoZone.Zones.Index;
using Truceline.Type.V1;

namespace Truceline.GeoZone.UnitTests.Tracks;

public sealed class TrackOrderTests
{
    private static readonly TimeSpan Lateness = TimeSpan.FromMinutes(5);

    private static readonly FenceSet Fences = Ground.Set(
        [
            Ground.Fence(new(25, TimeSpan.Zero, TimeSpan.FromMinutes(2), 300, TimeSpan.FromMinutes(4)), id: "plain"),
            Ground.Fence(new(0, TimeSpan.FromSeconds(50), null, 0, TimeSpan.FromMinutes(6)), id: "slow"),
            Ground.Fence(new(10, TimeSpan.Zero, null, 0, TimeSpan.FromMinutes(4)), new(0, long.MaxValue, [new(0, 6 * 60 + 10, 7), new(0, 6 * 60 + 25, 3)], 0), "at-times"),
        ],
        Ground.Area("wide", -1_000, -1_000, 1_000, 1_000),
        Ground.Area("strip", 1_500, -3_000, 1_560, 3_000),
        new("band", Ground.Box(-3_000, -500, -2_000, 500), Ground.Box(-3_400, -900, -1_600, 900), DateTimeOffset.MinValue, Ground.Start.AddMinutes(17)),
        new("moved", Ground.Box(-500, 800, 1_500, 2_000), null, DateTimeOffset.MinValue, Ground.Start.AddMinutes(13)),
        new("moved", Ground.Box(-900, 900, 900, 3_000), null, Ground.Start.AddMinutes(13), DateTimeOffset.MaxValue));

    // A walk with stops, leaps, silences, several fixes of one instant and fixes of different precision.
    private static readonly Gen<Fix[]> Walks =
        from seed in Gen.Int
        from count in Gen.Int[1, 80]
        select Walk(new Random(seed), count);

    [Fact]
    public void Accept_AnyOrderWithinTheBound_TellsTheSame() => (from walk in Walks from seed in Gen.Int select (walk, seed)).Sample(
        given =>
        {
            var random = new Random(given.seed);
            var twice = given.walk.Concat(given.walk.Where(_ => random.Next(3) == 0)).ToArray();
            var inOrder = Ground.Tell(Fences, given.walk.Order(), Lateness);

            // No fix arrives behind one that is newer by more than the bound.
            var shuffled = twice.OrderBy(f => f.Ticks + random.NextDouble() * Lateness.Ticks).ToArray();
            var told = Ground.Tell(Fences, shuffled, Lateness);

            Assert.Equal(inOrder, told);
        },
        iter: 3_000);

    [Fact]
    public void Accept_ManyObjectsAtOnce_TellsOfEachWhatItsFixesAloneTell() => Gen.Select(Gen.Int, Walks.Array[1, 90]).Sample(
        (seed, walks) =>
        {
            var random = new Random(seed);
            var all = walks.SelectMany((walk, i) => walk.Select(fix => new ObjectFix($"object-{i}", fix))).OrderBy(f => f.Fix.Ticks + random.NextDouble() * Lateness.Ticks).ToArray();
            var together = new TrackEngine(Fences, new(Lateness));
            var apart = new TrackEngine(Fences, new(Lateness));
            List<TransitionChange> changes = [], expected = [];
            var (outcomes, expectedOutcomes) = (new FixOutcome[all.Length], new FixOutcome[all.Length]);

            for (int start = 0, count; start < all.Length; start += count)
            {
                count = Math.Min(random.Next(1, 100), all.Length - start);
                together.Accept(all.AsSpan(start, count), outcomes.AsSpan(start), changes);
            }
            for (var i = 0; i < all.Length; i++)
                expectedOutcomes[i] = apart.Accept(all[i].ObjectId, all[i].Fix, expected);

            Assert.Equal(expected, changes);
            Assert.Equal(expectedOutcomes, outcomes);
            Assert.Equal(walks.Length, together.Tracks.Count);
            Assert.Equal(walks.Length, together.Tracks.Select(t => t.ObjectId).Distinct().Count());
        },
        iter: 60);

    [Fact]
    public void Accept_AnyOrderWithoutMargin_IsWhatLookingAtEveryFixAloneTells() => Walks.Sample(
        walk =>
        {
            var fences = Ground.Set([Ground.Fence(new(0, TimeSpan.Zero, null, 0, TimeSpan.FromDays(1)))], [.. Fences.Snapshot.Zones]);
            var inside = new HashSet<string>();
            List<string> expected = [];
            // The best of those of one instant.
            foreach (var fix in walk.Order().DistinctBy(f => f.Ticks))
            {
                List<ZoneJudgement> judged = [];
                fences.Snapshot.Judge(fix.Point, fix.RadiusM, new(fix.Ticks, TimeSpan.Zero), judged);
                var now = judged.ToLookup(j => fences.Snapshot.Zones[j.Zone].Key, j => j.Position);
                foreach (var zone in new[] { "band", "strip", "wide" })
                {
                    var isInside = now[zone].Contains(ZonePosition.Inside);
                    if (isInside && inside.Add(zone))
                        expected.Add($"Entered {zone} {fix.Ticks}");
                    if (!now[zone].Any())
                        inside.Remove(zone);
                }
            }

            var told = Ground.Tell(fences, walk, TimeSpan.FromDays(1)).Where(t => t is { Kind: TransitionKind.Entered, Cause: not TransitionCause.FenceChanged } && t.AreaKey != "moved");

            Assert.Equal(expected.Order(), told.Select(t => $"Entered {t.AreaKey} {t.Ticks}").Order());
        },
        iter: 1_000);

    [Fact]
    public void Accept_AfterAStateWasKeptAndRead_TellsTheSame() => (from walk in Walks from cut in Gen.Int[0, 80] select (walk, cut)).Sample(
        given =>
        {
            var fixes = given.walk.Order().ToArray();
            var expected = Ground.Tell(Fences, fixes, Lateness);
            var limits = new TrackLimits(Lateness);
            var walker = new TrackWalker(Fences);
            var track = new Track("tank-1");
            Telling telling = new();
            for (var i = 0; i < fixes.Length; i++)
            {
                List<TransitionChange> changes = [];
                track.Accept(walker, fixes[i], limits, changes);
                telling.Take(changes);
                if (i % 7 == given.cut % 7)
                    track = Track.Restore("tank-1", walker, track.Base.Copy(), track.Fixes, track.Clock, limits);
            }
            Assert.Equal(expected, telling.Holds);
        },
        iter: 500);

    private static Fix[] Walk(Random random, int count)
    {
        var (x, y, seconds) = (random.Next(-3_500, 2_500), random.Next(-1_500, 2_500), 0.0);
        var fixes = new Fix[count];
        for (var i = 0; i < count; i++)
        {
            seconds += random.Next(12) switch { 0 => 0, 1 => 400 * random.NextDouble(), _ => random.Next(1, 40) };
            var leap = random.Next(8) switch { 0 => 3_000, 1 => 0, 2 => 5, _ => 250 };
            (x, y) = (Math.Clamp(x + random.Next(-leap, leap + 1), -4_000, 3_000), Math.Clamp(y + random.Next(-leap, leap + 1), -2_000, 3_500));
            fixes[i] = Ground.At(seconds, x, y, random.Next(3) switch { 0 => 0, 1 => 15, _ => random.Next(200) });
        }
        return fixes;
    }
}
