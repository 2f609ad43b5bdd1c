using System.Globalization;
using Truceline.Entity.Reading.Coordinates;

namespace Truceline.Entity.UnitTests.Coordinates;

public sealed class DateTimeGroupTests
{
    private static readonly DateOnly Reference = new(2019, 2, 3);

    [Theory]
    [InlineData("171430ZSEP18", "2018-09-17T14:30:00Z")]
    [InlineData("171430C SEP 2018", "2018-09-17T11:30:00Z")]
    [InlineData("17 0130R Sep 18", "2018-09-17T06:30:00Z")]
    [InlineData("010030MJAN19", "2018-12-31T12:30:00Z")]
    [InlineData("282359ZDEC", "2018-12-28T23:59:00Z")]
    public void At_Group_GivesTheInstant(string text, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, CultureInfo.InvariantCulture), DateTimeGroup.At(text, 0, Reference)!.Instant);

    [Theory]
    [InlineData("171430SEP2018", 0, "2018-09-17", null)]
    [InlineData("DTG 021530Z", 4, "2019-02-02", "2019-02-02T15:30:00Z")]
    [InlineData("211530Z", 0, "2019-01-21", "2019-01-21T15:30:00Z")]
    [InlineData("DTG: 311530C", 5, "2019-01-31", "2019-01-31T12:30:00Z")]
    public void At_GroupInPart_TakesTheRestFromTheReport(string text, int at, string day, string? instant)
    {
        var group = DateTimeGroup.At(text, at, Reference)!;
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), group.Day);
        Assert.Equal(instant is null ? null : DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), group.Instant);
        Assert.Equal(text.Length, group.Span.End);
    }

    [Theory]
    [InlineData("211530C")]
    [InlineData("211530 Mar")]
    [InlineData("321530Z")]
    public void At_OtherFigures_AreNone(string text) => Assert.Null(DateTimeGroup.At(text, 0, Reference));

    [Fact]
    public void At_LocalTime_GivesTheDayAlone()
    {
        var group = DateTimeGroup.At("171430JSEP18", 0, Reference)!;
        Assert.Equal(new DateOnly(2018, 9, 17), group.Day);
        Assert.Null(group.Instant);
    }

    [Theory]
    [InlineData("311430ZSEP18")]
    [InlineData("172530ZSEP18")]
    [InlineData("171460ZSEP18")]
    [InlineData("171430ZSEPT8x")]
    [InlineData("17143 ZSEP18")]
    public void At_NoSuchTime_IsNull(string text) => Assert.Null(DateTimeGroup.At(text, 0, Reference));
}
