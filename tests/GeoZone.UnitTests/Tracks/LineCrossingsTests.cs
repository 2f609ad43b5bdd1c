using CsCheck;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Tracks.Course;
using Truceline.GeoZone.Tracks.Lines;
using Truceline.Type.V1;
using static Truceline.GeoZone.UnitTests.Tracks.Ground;

namespace Truceline.GeoZone.UnitTests.Tracks;

public sealed class LineCrossingsTests
{
    // Walked northwards on the meridian of the origin, a kilometre each way: the west is on its left hand.
    private static readonly (double EastM, double NorthM)[] Front = [(0, -1_000), (0, 0), (0, 1_000)];

    [Fact]
    public void Tell_BetweenTwoFixes_IsToldWithItsDirection()
    {
        var told = Assert.Single(Tell(Front, At(0, -500), At(60, 700)));

        Assert.Equal((TransitionKind.Crossed, ZonePosition.Inside, 0L, 60L, true, "west", "east"),
            (told.Kind, told.Verdict, Second(told.EarliestTicks), Second(told.Ticks), told.Crossing!.IsToRight, told.Crossing.FromPartyId, told.Crossing.ToPartyId));
        Assert.Equal(-700, told.DistanceM, 0.5);
        Assert.False(Assert.Single(Tell(Front, At(0, 700), At(60, -500))).Crossing!.IsToRight);
    }

    [Fact]
    public void Tell_ByTheLineItself_IsToldOnceItIsBeyondTheMargin()
    {
        var told = Assert.Single(Tell(Front, At(0, -500), At(60, 0), At(90, 10), At(120, -5), At(150, 10), At(180, 100), At(210, 20), At(240, 200)));

        Assert.Equal((120L, 150L, 180L), (Second(told.EarliestTicks), Second(told.Ticks), Second(told.ShownTicks)));
        Assert.Empty(Tell(Front, At(0, -500), At(60, 10), At(120, -500)));
        // Its radius may put it on this side still.
        Assert.Empty(Tell(Front, At(0, -500), At(60, 100, 0, 90)));
    }

    [Fact]
    public void Tell_AroundTheEndOrAfterSilence_IsNoCrossing()
    {
        Assert.Empty(Tell(Front, At(0, -500), At(60, -500, 1_500), At(120, 500, 1_500), At(180, 500)));
        Assert.Empty(Tell(Front, At(0, -500), At(3_600, 500)));
        // Through the vertex it goes once.
        Assert.Single(Tell(Front, At(0, -500, -500), At(60, 500, 500)));
    }

    [Fact]
    public void Tell_FromWhereItMayHaveBeenBeyondAlready_IsPossible() =>
        Assert.Equal(ZonePosition.Possible, Assert.Single(Tell(Front, At(0, -50, 0, 100), At(60, 500))).Verdict);

    [Fact]
    public void Tell_OverTheAntimeridian_IsTold()
    {
        var line = new Polyline([new(10, 179.9), new(11, -179.9)]);
        Fix[] fixes = [new(Start.UtcTicks, 10.5, 179.5, 0), new(Start.AddSeconds(60).UtcTicks, 10.5, -179.5, 0), new(Start.AddSeconds(120).UtcTicks, 10.5, 179.8, 0)];

        Assert.Equal([true, false], LineCrossings.Tell(Over(line), "tank", fixes).Select(t => t.Crossing!.IsToRight));
    }

    [Fact]
    public void Tell_ALineThatIsElsewhereLater_CountsEachInItsTime()
    {
        var second = Start.AddSeconds(100).UtcTicks;
        var fence = new LineFence(Fence(FenceSettings.Default), "front", new(),
            [new(Course(Front), long.MinValue, second, "", ""), new(Course([(1_000, -1_000), (1_000, 1_000)]), second, long.MaxValue, "", "")]);

        // The line comes over it at 100 s; then it crosses the later one, not where the first was.
        var told = LineCrossings.Tell(fence, "tank", [At(0, 500), At(90, 400), At(110, 400), At(150, -500), At(200, 400), At(250, 1_500)]);

        Assert.Equal([250L], told.Select(t => Second(t.Ticks)));
    }

    [Fact]
    public void Tell_FromAnyFixThatIsSettled_TellsTheSame() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            Fix[] fixes = [.. Enumerable.Range(0, 40).Select(i => At(30 * i, random.Next(-80, 80), random.Next(-1_300, 1_300), random.Next(40)))];
            var fence = Over(Course(Front));
            var all = LineCrossings.Tell(fence, "tank", fixes);
            for (var i = 0; i < fixes.Length; i++)
            {
                if (LineCrossings.IsSettled(fence, fixes[i]))
                    Assert.Equal(all.Where(t => t.Ticks > fixes[i].Ticks), LineCrossings.Tell(fence, "tank", fixes[i..]));
            }
        },
        iter: 300);

    private static List<Transition> Tell((double, double)[] line, params Fix[] fixes) => LineCrossings.Tell(Over(Course(line)), "tank", fixes);

    private static LineFence Over(Polyline line) => new(Fence(FenceSettings.Default), "front", new(), [new(line, long.MinValue, long.MaxValue, "west", "east")]);

    private static Polyline Course((double EastM, double NorthM)[] line) => new(line.Select(p => At(0, p.EastM, p.NorthM).Point));

    private static long Second(long ticks) => (ticks - Start.UtcTicks) / TimeSpan.TicksPerSecond;
}
