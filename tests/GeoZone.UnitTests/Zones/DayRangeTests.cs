using Truceline.GeoZone.Zones;

namespace Truceline.GeoZone.UnitTests.Zones;

public sealed class DayRangeTests
{
    private static DayRange Range(string first, string last) => new(DayRange.Day(first), DayRange.Day(last));

    [Theory]
    [InlineData("2018-09-01", "2018-09-10", 1)]
    [InlineData("2018-09-01", "2018-09-05", 0.5)]
    [InlineData("2018-09-06", "2018-09-15", 5.0 / 15)]
    [InlineData("2018-09-11", "2018-09-12", 0)]
    public void Likeness_OfTwoRanges_IsTheShareOfDaysInCommon(string first, string last, double expected) =>
        Assert.Equal(expected, Range("2018-09-01", "2018-09-10").Likeness(Range(first, last)), 1e-12);

    [Fact]
    public void Share_OfARangeThatReachesOut_CountsOnlyItsOwnDays() =>
        Assert.Equal(0.25, Range("2018-09-01", "2018-09-10").Share(Range("2018-09-09", "2018-09-16")), 1e-12);

    [Fact]
    public void Validity_WithoutAnEnd_LastsForEver()
    {
        Assert.True(DayRange.Validity("2018-09-01", "").Contains(DateOnly.MaxValue));
        Assert.False(DayRange.Validity("2018-09-01", "2018-09-02").Contains(DayRange.Day("2018-09-02")));
    }

    [Fact]
    public void Widen_AtTheEndsOfTheCalendar_StopsThere() =>
        Assert.Equal(new DayRange(DateOnly.MinValue, DateOnly.MaxValue), new DayRange(DateOnly.MinValue, DateOnly.MaxValue).Widen(7));

    [Theory]
    [InlineData("2018-02-29")]
    [InlineData("2018-2-1")]
    [InlineData("18-02-01")]
    [InlineData("")]
    public void TryDay_NotADay_IsRefused(string text) => Assert.False(DayRange.TryDay(text, out _));
}
