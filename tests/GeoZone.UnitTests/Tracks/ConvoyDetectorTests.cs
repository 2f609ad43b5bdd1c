using CsCheck;
using Truceline.GeoZone.Tracks.Convoys;
using Truceline.GeoZone.Tracks.Course;
using Truceline.Type.V1;

namespace Truceline.GeoZone.UnitTests.Tracks;

public sealed class ConvoyDetectorTests
{
    private static readonly ConvoySettings Settings = new(TimeSpan.FromMinutes(1), 300, 4, 3, 1);

    [Fact]
    public void Detect_ManyThatMoveAsOne_AreAConvoyUntilTheyPart()
    {
        // Six in a row, 200 m apart, at 10 m/s; from the eighth minute on each goes its own way.
        var fixes = from minute in Enumerable.Range(0, 12)
                    from i in Enumerable.Range(0, 6)
                    select ($"truck-{i}", Ground.At(60 * minute + i, 600 * minute - 200 * i, minute < 8 ? 0 : (minute - 7) * 1_000 * i));

        var told = ConvoyDetector.Detect(Settings, fixes);

        Assert.Equal([TransitionKind.ConvoyFormed, TransitionKind.ConvoyDispersed], told.Select(t => t.Kind));
        Assert.Equal(6, told[0].Members.Count);
        Assert.Equal([1, 8], told.Select(t => (int)((t.Ticks - Ground.Start.UtcTicks) / TimeSpan.TicksPerMinute)));
        Assert.All(told, t => Assert.Equal(ZonePosition.Inside, t.Verdict));
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(3, true)]
    [InlineData(0, true)]
    public void Detect_ConvoyThatEnds_TellsWhetherItPartedOrFellSilent(int heard, bool isSilent)
    {
        // Eight trucks; from the eighth minute on so many are heard, each on its own way, and a stranger all the time, or none but him after a pause.
        var fixes = from minute in Enumerable.Range(0, 14).Where(m => heard > 0 || m is < 8 or > 10)
                    from i in Enumerable.Range(0, 9)
                    where minute < 8 || i < heard || i == 8
                    select ($"truck-{i}", Ground.At(60 * minute, 600 * minute - 200 * i, i == 8 ? 50_000 : minute < 8 ? 0 : (minute - 7) * 1_000 * i));

        var told = ConvoyDetector.Detect(Settings, fixes);

        Assert.Equal([TransitionKind.ConvoyFormed, TransitionKind.ConvoyDispersed], told.Select(t => t.Kind));
        Assert.Equal((isSilent ? TransitionCause.Silence : TransitionCause.Moved, isSilent ? ZonePosition.Possible : ZonePosition.Inside, 8), (told[1].Cause, told[1].Verdict, (int)((told[1].Ticks - Ground.Start.UtcTicks) / TimeSpan.TicksPerMinute)));
    }

    [Fact]
    public void Detect_ManyThatStandTogetherOrPassEachOther_AreNone()
    {
        var parked = from minute in Enumerable.Range(0, 10) from i in Enumerable.Range(0, 6) select ($"parked-{i}", Ground.At(60 * minute, 50 * i));
        var met = from minute in Enumerable.Range(0, 10) from i in Enumerable.Range(0, 6) select ($"met-{i}", Ground.At(60 * minute, (i % 2 == 0 ? 1 : -1) * 600 * (minute - 5), 9_000 + 50 * i));

        Assert.Empty(ConvoyDetector.Detect(Settings, [.. parked, .. met]));
    }

    [Fact]
    public void Detect_UncertainPlaces_ArePossiblyOne()
    {
        var fixes = from minute in Enumerable.Range(0, 6) from i in Enumerable.Range(0, 5) select ($"truck-{i}", Ground.At(60 * minute, 600 * minute - 200 * i, 0, 80));

        Assert.Equal(ZonePosition.Possible, Assert.Single(ConvoyDetector.Detect(Settings, fixes)).Verdict);
    }

    [Fact]
    public void Detect_AnyOrder_TellsTheSame() => Gen.Int.Sample(
        seed =>
        {
            var random = new Random(seed);
            (string, Fix)[] fixes = [.. from i in Enumerable.Range(0, 12)
                                        from minute in Enumerable.Range(0, 15)
                                        select ($"o-{i}", Ground.At(60 * minute + random.Next(50), 500 * minute + 100 * (i % 6) + random.Next(200), i / 6 * 400 + random.Next(250), random.Next(40)))];
            var expected = ConvoyDetector.Detect(Settings, fixes);
            var shuffled = fixes.Concat(fixes.Take(20)).ToArray();
            random.Shuffle(shuffled);

            Assert.Equal(expected, ConvoyDetector.Detect(Settings, shuffled));
        },
        iter: 200);
}
