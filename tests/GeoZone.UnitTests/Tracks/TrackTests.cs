using Truceline.GeoZone.Tracks.Course;
using Truceline.Type.V1;
using static Truceline.GeoZone.UnitTests.Tracks.Ground;

namespace Truceline.GeoZone.UnitTests.Tracks;

public sealed class TrackTests
{
    private static readonly TimeSpan Lateness = TimeSpan.FromMinutes(5);
    private static readonly FenceSettings Plain = new(0, TimeSpan.Zero, null, 0, TimeSpan.FromMinutes(10));

    [Fact]
    public void Accept_ThroughAnArea_TellsEntryAndExitWithTheTimesBetween()
    {
        var told = Tell(Set([Fence(Plain)], Area("a", 0, -500, 1_000, 500)), [At(0, -200), At(10, 100), At(20, 900), At(30, 1_300)], Lateness);

        Assert.Equal(["Entered a 10", "Exited a 30"], Words(told));
        Assert.Equal((Start.UtcTicks, ZonePosition.Inside, TransitionCause.Moved), (told[0].EarliestTicks, told[0].Verdict, told[0].Cause));
        Assert.InRange(told[0].DistanceM, -101, -99);
        Assert.InRange(told[1].DistanceM, 299, 301);
    }

    [Fact]
    public void Accept_UncertainFixAtTheEdge_TellsThatItMayBeInside()
    {
        var told = Tell(Set([Fence(Plain)], Area("a", 0, -500, 1_000, 500)), [At(0, -200, 0, 50), At(10, -30, 0, 50), At(20, 100, 0, 50), At(30, 10, 0, 50), At(40, -60, 0, 50)], Lateness);

        Assert.Equal(["PossiblyEntered a 10", "Entered a 20", "Exited a 40"], Words(told));
        Assert.Equal([ZonePosition.Possible, ZonePosition.Inside, ZonePosition.Inside], told.Select(t => t.Verdict));
    }

    [Fact]
    public void Accept_FlappingWithinTheMargin_StaysInside()
    {
        var fixes = new[] { At(0, 100), At(10, -10), At(20, 10), At(30, -20), At(40, -40) };

        Assert.Equal(["Entered a 0", "Exited a 40"], Words(Tell(Set([Fence(Plain with { MarginM = 25 })], Area("a", 0, -500, 1_000, 500)), fixes, Lateness)));
        Assert.Equal(["Entered a 0", "Exited a 10", "Entered a 20", "Exited a 30"], Words(Tell(Set([Fence(Plain)], Area("a", 0, -500, 1_000, 500)), fixes, Lateness)));
    }

    [Fact]
    public void Accept_ShorterThanTheLeastDwell_IsACrossingAndNoStay()
    {
        var fences = Set([Fence(Plain with { MinDwell = TimeSpan.FromSeconds(30) })], Area("a", 0, -500, 1_000, 500));

        Assert.Equal(["Crossed a 10"], Words(Tell(fences, [At(0, -200), At(10, 100), At(20, 900), At(30, 1_300), At(40, 1_400)], Lateness)));
        Assert.Equal(["Entered a 10", "Exited a 50"], Words(Tell(fences, [At(0, -200), At(10, 100), At(40, 900), At(50, 1_300), At(90, 1_400)], Lateness)));
    }

    [Fact]
    public void Accept_WayBetweenTwoFixesThroughAnArea_IsACrossing()
    {
        var fences = Set([Fence(Plain)], Area("strip", 0, -5_000, 100, 5_000), Area("beside", 0, 6_000, 100, 7_000));

        var told = Assert.Single(Tell(fences, [At(0, -200), At(30, 300)], Lateness));
        Assert.Equal((TransitionKind.Crossed, "strip", ZonePosition.Inside), (told.Kind, told.AreaKey, told.Verdict));
        Assert.InRange(told.DistanceM, -51, -49);
        Assert.Equal(ZonePosition.Possible, Assert.Single(Tell(fences, [At(0, -200, 0, 80), At(30, 300)], Lateness)).Verdict);
        // Far apart in time, nobody knows the way.
        Assert.Empty(Tell(fences, [At(0, -200), At(1_000, 300)], Lateness));
        // A leap of many kilometres is a way, too.
        Assert.Equal(["Crossed strip 60"], Words(Tell(fences, [At(0, -30_000), At(60, 30_000)], Lateness)));
    }

    [Fact]
    public void Accept_WayOverTheAntimeridian_CrossesWhatLiesThere()
    {
        var at = new Fix(Start.UtcTicks, 0, 179.9, 0);
        var zone = new Truceline.GeoZone.Zones.Index.IndexedZone("seam",
            new([[179.98, -1, 180, -1, 180, 1, 179.98, 1, 179.98, -1], [-180, -1, -179.98, -1, -179.98, 1, -180, 1, -180, -1]]), null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

        Assert.Equal(["Crossed seam 60"], Words(Tell(Set([Fence(Plain)], zone), [at, at with { Ticks = At(60, 0).Ticks, Longitude = -179.9 }], Lateness)));
    }

    [Fact]
    public void Accept_StayAndApproach_AreToldOnceAVisit()
    {
        var fences = Set([Fence(Plain with { Dwell = TimeSpan.FromMinutes(2), ApproachM = 500 })], Area("a", 0, -500, 1_000, 500));
        var fixes = Enumerable.Range(0, 30).Select(i => At(20 * i, i < 5 ? -2_000 + 450 * i : i < 20 ? 100 : -2_000 + 10 * i)).ToList();

        Assert.Equal(["Approached a 80", "Entered a 100", "Dwelled a 220", "Exited a 400"], Words(Tell(fences, fixes, Lateness)));
    }

    [Fact]
    public void Accept_Route_TellsWhoLeavesIt()
    {
        var fences = Set([Fence(Plain with { MarginM = 20 }, isRoute: true)], Area("route", 0, -100, 10_000, 100));

        Assert.Equal(["JoinedRoute route 20", "Deviated route 60", "JoinedRoute route 80"],
            Words(Tell(fences, [At(0, -500), At(20, 500), At(40, 2_000, 110), At(60, 4_000, 300), At(80, 6_000)], Lateness)));
    }

    [Fact]
    public void Accept_FixThatOverturnsAnEntry_CancelsIt()
    {
        var engine = new TrackEngine(Set([Fence(Plain)], Area("a", 0, -500, 1_000, 500)), new(Lateness));
        List<TransitionChange> changes = [];
        engine.Accept("tank", At(0, -200), changes);
        engine.Accept("tank", At(60, 200), changes);
        changes.Clear();

        Assert.Equal(FixOutcome.Accepted, engine.Accept("tank", At(30, 100), changes));

        Assert.Equal([(TransitionNews.Opened, At(30, 0).Ticks), (TransitionNews.Cancelled, At(60, 0).Ticks)], changes.Select(c => (c.News, c.Transition.Ticks)));
    }

    [Fact]
    public void Accept_FixThatMovesTheLastSightOutside_UpdatesTheEntry()
    {
        var engine = new TrackEngine(Set([Fence(Plain)], Area("a", 0, -500, 1_000, 500)), new(Lateness));
        List<TransitionChange> changes = [];
        engine.Accept("tank", At(0, -200), changes);
        engine.Accept("tank", At(60, 200), changes);
        changes.Clear();

        engine.Accept("tank", At(30, -100), changes);

        var change = Assert.Single(changes);
        Assert.Equal((TransitionNews.Updated, At(30, 0).Ticks), (change.News, change.Transition.EarliestTicks));
    }

    [Fact]
    public void Accept_AgainWorseOrTooLate_ChangesNothing()
    {
        var engine = new TrackEngine(Set([Fence(Plain)], Area("a", 0, -500, 1_000, 500)), new(Lateness));
        List<TransitionChange> changes = [];
        engine.Accept("tank", At(600, -200), changes);

        Assert.Equal(FixOutcome.Duplicate, engine.Accept("tank", At(600, -200), changes));
        Assert.Equal(FixOutcome.Superseded, engine.Accept("tank", At(600, 200, 0, 30), changes));
        Assert.Equal(FixOutcome.TooLate, engine.Accept("tank", At(299, 200), changes));
        Assert.Empty(changes);
        Assert.Equal(FixOutcome.Accepted, engine.Accept("tank", At(300, 200), changes));
        Assert.Equal(2, changes.Count);
    }

    [Fact]
    public void Accept_FenceAtTimes_OpensAndClosesAroundWhoStandsInIt()
    {
        var schedule = new Schedule(0, long.MaxValue, [new(0, 6 * 60 + 5, 10)], 0);
        var fixes = Enumerable.Range(0, 20).Select(i => At(60 * i + 30, 100 + i)).ToList();

        var told = Tell(Set([Fence(Plain, schedule)], Area("a", 0, -500, 1_000, 500)), fixes, Lateness);

        Assert.Equal(["Entered a 300", "Exited a 900"], Words(told));
        Assert.All(told, t => Assert.Equal(TransitionCause.FenceChanged, t.Cause));
    }

    [Fact]
    public void Advance_AreaThatChangesFromAnInstantOn_TellsWhoIsInsideOfTheNewOne()
    {
        var change = Start.AddMinutes(3);
        var before = Area("a", 0, -500, 1_000, 500) with { To = change };
        var after = Area("a", 2_000, -500, 3_000, 500) with { From = change };
        var engine = new TrackEngine(Set([Fence(Plain)], before, after), new(Lateness));
        Telling telling = new();
        foreach (var (name, eastM) in new[] { ("left", 500.0), ("joined", 2_500), ("away", 5_000) })
        {
            List<TransitionChange> changes = [];
            engine.Accept(name, At(0, eastM), changes);
            telling.Take(changes);
        }
        List<TransitionChange> later = [];
        engine.Advance(Start.AddMinutes(4).UtcTicks, later);
        telling.Take(later);

        Assert.Equal(["left Entered 0", "joined Entered 180", "left Exited 180"],
            telling.Holds.Select(t => $"{t.ObjectId} {t.Kind} {(t.Ticks - Start.UtcTicks) / TimeSpan.TicksPerSecond}").OrderBy(w => w.EndsWith(" 0", StringComparison.Ordinal) ? 0 : 1).ThenBy(w => w, StringComparer.Ordinal));
    }

    [Fact]
    public void Exchange_AreaThatIsDrawnAnew_TellsTheLastFixesAgain()
    {
        var engine = new TrackEngine(Set([Fence(Plain)], Area("a", 0, -500, 1_000, 500)), new(Lateness));
        Telling telling = new();
        List<TransitionChange> changes = [];
        engine.Accept("tank", At(0, -200), changes);
        engine.Accept("tank", At(30, 200), changes);
        engine.Accept("tank", At(60, 700), changes);
        telling.Take(changes);

        changes.Clear();
        engine.Exchange(Set([Fence(Plain)], Area("other", 9_000, 0, 9_100, 100), Area("a", 400, -500, 1_000, 500)));
        engine.Advance(At(61, 0).Ticks, changes);
        telling.Take(changes);

        Assert.Equal(["Entered a 60"], Words(telling.Holds));
    }

    [Fact]
    public void Accept_ObjectThatNoFenceWatches_TellsNothing()
    {
        var fences = Set([Fence(Plain) with { ObjectPrefix = "weapon/", ObjectIds = new HashSet<string> { "weapon/1", "patrol/1" } }], Area("a", 0, -500, 1_000, 500));
        var engine = new TrackEngine(fences, new(Lateness));
        List<TransitionChange> changes = [];
        foreach (var name in new[] { "weapon/1", "weapon/2", "patrol/1" })
            engine.Accept(name, At(0, 100), changes);

        Assert.Equal("weapon/1", Assert.Single(changes).Transition.ObjectId);
    }
}
