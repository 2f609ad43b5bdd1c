using Truceline.Entity.Readings;

namespace Truceline.Entity.UnitTests.Header;

public sealed class PublishedDayTests
{
    [Theory]
    [InlineData("2020-03-01T02:00:00+03:00", "2020-03-01")]
    [InlineData("2020-02-29T23:00:00Z", "2020-02-29")]
    [InlineData("2020-02-29T22:00:00-05:00", "2020-02-29")]
    [InlineData("2020-03-01", "2020-03-01")]
    public void PublishedDay_Instant_IsTheDayOfItsOffset(string published, string expected) =>
        Assert.Equal(DateOnly.Parse(expected, null), ReportReader.PublishedDay(published));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    public void PublishedDay_OtherText_IsUnknown(string published) => Assert.Null(ReportReader.PublishedDay(published));
}
