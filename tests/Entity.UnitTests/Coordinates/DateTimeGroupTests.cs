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
