using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones;
using Truceline.GeoZone.Zones.Versions;

namespace Truceline.GeoZone.UnitTests.Zones.Versions;

public sealed class TimelineTests
{
    private static readonly DateOnly Start = new(2020, 1, 1);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Difference_OfAnyChanges_ReadsAsANaiveReplayOfTheirLog(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 40; round++)
        {
            var (log, versions) = Run(random, changes: random.Next(1, 25));
            for (var known = -1; known <= log.Count; known++)
            {
                for (var day = -1; day <= 41; day++)
                {
                    var (instant, at) = (Instant(known), Start.AddDays(day));
                    var read = versions.Where(v => v.IsKnownAt(instant) && v.Days.Contains(at)).ToList();
                    var replayed = log.Take(known + 1).LastOrDefault(entry => entry.Days.Contains(at)).Body;
                    Assert.True(read.Count <= 1, $"seed {seed}, round {round}: two versions of one day");
                    Assert.Equal(replayed, read.SingleOrDefault()?.Body);
                }
            }
        }
    }

    [Fact]
    public void Put_BackToWhatWas_IsWhatWas()
    {
        var first = Timeline.Put([], new(Start, DateOnly.MaxValue), Body(1));

        var away = Timeline.Put(first, new(Start.AddDays(10), DateOnly.MaxValue), Body(2));
        var back = Timeline.Put(away, new(Start.AddDays(10), DateOnly.MaxValue), Body(1));

        Assert.Equal(2, away.Count);
        Assert.Equal(first, back);
    }

    [Fact]
    public void Put_WithinAnEra_SplitsIt()
    {
        var eras = Timeline.Put(Timeline.Put([], new(Start, Start.AddDays(9)), Body(1)), new(Start.AddDays(3), Start.AddDays(5)), null);

        Assert.Equal([new(Start, Start.AddDays(2)), new(Start.AddDays(6), Start.AddDays(9))], eras.Select(e => e.Days));
    }

    /// <summary>Random changes, each with its own instant, and the versions that they leave.</summary>
    private static (List<(DayRange Days, VersionBody? Body)> Log, List<KeptVersion> Versions) Run(Random random, int changes)
    {
        var (log, versions) = (new List<(DayRange Days, VersionBody? Body)>(), new List<KeptVersion>());
        for (var i = 0; i < changes; i++)
        {
            var first = Start.AddDays(random.Next(40));
            var days = new DayRange(first, random.Next(4) == 0 ? DateOnly.MaxValue : first.AddDays(random.Next(15)));
            var body = random.Next(5) == 0 ? null : Body(random.Next(3));
            log.Add((days, body));
            var known = versions.FindAll(v => v.KnownTo is null);
            var eras = Timeline.Put(known.ConvertAll(v => new Era(v.Days, v.Body)), days, body);
            var (superseded, added) = Timeline.Difference(known, eras);
            versions = versions.ConvertAll(v => superseded.Contains(v) ? v with { KnownTo = Instant(i) } : v);
            versions.AddRange(added.Select((era, n) => new KeptVersion(versions.Count + n + 1, era.Days, era.Body, Instant(i), null, "")));
        }
        return (log, versions);
    }

    private static VersionBody Body(int number) => VersionBody.Of(new LineContent { Name = $"Line {number}" });

    private static DateTimeOffset Instant(int change) => DateTimeOffset.UnixEpoch.AddHours(change);
}
