using CsCheck;
using Truceline.Entity.Reading.Header;

namespace Truceline.Entity.UnitTests.Header;

public sealed class YearInferenceTests
{
    [Theory]
    [InlineData(2, 12, DayOfWeek.Thursday, "2016-01-01", "2015-02-12")]
    [InlineData(2, 12, null, "2016-02-11", "2015-02-12")]
    [InlineData(2, 12, null, "2016-02-12", "2016-02-12")]
    [InlineData(2, 29, null, "2019-06-01", "2016-02-29")]
    [InlineData(2, 29, DayOfWeek.Monday, "2026-06-01", "2016-02-29")]
    [InlineData(2, 30, null, "2019-06-01", null)]
    [InlineData(13, 1, null, "2019-06-01", null)]
    public void Latest_DateWithoutYear_FitsWeekdayAndBound(int month, int day, DayOfWeek? weekday, string bound, string? expected) =>
        Assert.Equal(
            expected is null ? null : DateOnly.Parse(expected, null),
            YearInference.Latest(month, day, weekday, DateOnly.Parse(bound, null)));

    [Fact]
    public void Latest_AnyDate_IsTheLatestThatFits() =>
        Gen.Select(Gen.Int[0, 20_000], Gen.Int[0, 20_000]).Sample((a, b) =>
        {
            var date = new DateOnly(1970, 1, 1).AddDays(Math.Min(a, b));
            var bound = new DateOnly(1970, 1, 1).AddDays(Math.Max(a, b));
            var found = YearInference.Latest(date.Month, date.Day, date.DayOfWeek, bound);
            Assert.NotNull(found);
            Assert.True(found >= date && found <= bound && found.Value.DayOfWeek == date.DayOfWeek && found.Value.Day == date.Day);
        });

    [Fact]
    public void OfDateline_PublicationYearsLater_FollowsTheWeekday() =>
        Assert.Equal(new DateOnly(2015, 2, 12), YearInference.OfDateline(2, 12, DayOfWeek.Thursday, new DateOnly(2018, 6, 1), new DateOnly(2026, 1, 1)));
}
