using Truceline.Ingest.Sources.Polling;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Sources;

public class SourceScheduleTests
{
    private static readonly DateTimeOffset Now = new(2020, 3, 6, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Spread = TimeSpan.FromSeconds(60);

    [Fact]
    public void Next_OfAnInterval_IsTheSameInstantWhereverBetweenTwoLooksItIsAsked()
    {
        var source = Every(900);
        var first = Next(source, Now);

        Assert.Equal(first + TimeSpan.FromSeconds(900), Next(source, first));
        Assert.Equal(first + TimeSpan.FromSeconds(900), Next(source, first + TimeSpan.FromSeconds(440)));
        Assert.InRange(first - Now, TimeSpan.FromSeconds(450), TimeSpan.FromSeconds(1350));
    }

    [Fact]
    public void Next_OfManySourcesWithOneInterval_IsSpreadOverIt()
    {
        var tenths = Enumerable.Range(0, 1000)
            .Select(i => Next(Every(900, $"source-{i}"), Now))
            .CountBy(due => (int)((due - Now).TotalSeconds % 900 / 90))
            .ToDictionary();

        Assert.Equal(10, tenths.Count);
        Assert.All(tenths.Values, count => Assert.InRange(count, 60, 140));
    }

    [Theory]
    [InlineData(100, 1)]
    [InlineData(900, 1)]
    [InlineData(1800, 2)]
    [InlineData(1500, 2)]
    public void Next_OfAFreshAnswer_IsTheFirstLookThatMayBringSomethingNew(int freshness, int intervals)
    {
        var source = Every(900);
        var look = Next(source, Now);

        Assert.Equal(look + TimeSpan.FromSeconds(900 * intervals), SourceSchedule.Next(source, look, TimeSpan.FromSeconds(freshness), Spread));
    }

    [Fact]
    public void Next_OfACronExpression_IsInUtcAndSpreadByTheSource()
    {
        var dues = Enumerable.Range(0, 100).Select(i => Next(Cron("30 14 * * *", $"source-{i}"), Now)).ToArray();

        Assert.All(dues, due => Assert.InRange(due, Now.AddHours(2.5), Now.AddHours(2.5) + Spread));
        Assert.True(dues.Distinct().Count() > 90);
    }

    [Fact]
    public void Next_OfACronExpressionAfterItsLook_IsTheNextOne()
    {
        var source = Cron("*/5 * * * *");
        var first = Next(source, Now);

        Assert.Equal(first.AddMinutes(5), Next(source, first));
    }

    [Fact]
    public void Next_OfACronExpressionOfEveryMinute_IsSpreadOverHalfOfIt()
    {
        var dues = Enumerable.Range(0, 100).Select(i => Next(Cron("* * * * *", $"source-{i}"), Now));

        Assert.All(dues, due => Assert.InRange(due, Now.AddMinutes(1), Now.AddMinutes(1.5)));
    }

    [Theory]
    [InlineData("*/15 6-22 * * *", true)]
    [InlineData("0 0 30 2 *", false)]
    [InlineData("* * * *", false)]
    [InlineData("* * * * * *", false)]
    [InlineData("@hourly", false)]
    [InlineData("often", false)]
    [InlineData("", false)]
    public void IsCron_OfAText_IsWhetherItComesTrueSomeDay(string text, bool expected) => Assert.Equal(expected, SourceSchedule.IsCron(text, Now));

    [Fact]
    public void Gap_IsTheTimeBetweenLooks()
    {
        Assert.Equal(TimeSpan.FromSeconds(120), SourceSchedule.Gap(Every(120), Now));
        Assert.Equal(TimeSpan.FromDays(1), SourceSchedule.Gap(Cron("30 14 * * *"), Now));
    }

    private static DateTimeOffset Next(Source source, DateTimeOffset now) => SourceSchedule.Next(source, now, TimeSpan.Zero, Spread)!.Value;

    private static Source Every(int seconds, string id = "source") => new() { Id = id, IntervalSeconds = seconds };

    private static Source Cron(string cron, string id = "source") => new() { Id = id, Cron = cron };
}
