using Truceline.Ingest.Formats.Tables;

namespace Truceline.Ingest.UnitTests.Formats.Tables;

public class CellsTests
{
    [Theory]
    [InlineData("36.5", 36.5)]
    [InlineData("36,5", 36.5)]
    [InlineData(" -3 ", -3.0)]
    [InlineData("\u22123.5", -3.5)]
    [InlineData("1e2", 100.0)]
    [InlineData("1,234.5", null)]
    [InlineData("NaN", null)]
    [InlineData("1e999", null)]
    [InlineData("", null)]
    public void Number_AsPeopleWriteIt_IsRead(string text, double? expected) => Assert.Equal(expected, Cells.Number(text));

    [Theory]
    [InlineData("36.5 N", 36.5)]
    [InlineData("S 3,5", -3.5)]
    [InlineData("36.5\u00B0W", -36.5)]
    [InlineData("36N5W", null)]
    public void Degrees_WithAHemisphere_HaveItsSign(string text, double? expected) => Assert.Equal(expected, Cells.Degrees(text));

    [Theory]
    [InlineData("12", 12)]
    [InlineData("12.0", 12)]
    [InlineData("1,200", 1200)]
    [InlineData("1.200", 1200)]
    [InlineData("1 200", 1200)]
    [InlineData("12.5", null)]
    [InlineData("-1", null)]
    [InlineData("many", null)]
    public void Count_AsPeopleWriteIt_IsRead(string text, int? expected) => Assert.Equal(expected, Cells.Count(text));

    [Theory]
    [InlineData("03/04/2018", "2018-04-03", "13/04/2018")]
    [InlineData("03/04/2018", "2018-03-04", "04/13/2018")]
    [InlineData("03/04/2018", "2018-04-03", "")]
    [InlineData("1/4/2015 12:00:00 AM", "2015-01-04", "1/4/2015 12:00:00 AM")]
    [InlineData("25/12/18", "2018-12-25", "")]
    [InlineData("12/25/18", "2018-12-25", "25/12/18")]
    [InlineData("17.09.2018", "2018-09-17", "")]
    [InlineData("2018-09-17", "2018-09-17", "")]
    [InlineData("2018-09-17 00:00:00.000", "2018-09-17", "")]
    [InlineData("17 September 2018", "2018-09-17", "")]
    [InlineData("17-Sep-18", "2018-09-17", "")]
    [InlineData("43360", "2018-09-17", "")]
    [InlineData("31/02/2018", null, "")]
    [InlineData("soon", null, "")]
    public void ReadDay_ByTheOtherDatesOfTheTable_IsTheDay(string text, string? expected, string other) =>
        Assert.Equal(expected, DayOrder.Of([text, other]).ReadDay(text));
}
