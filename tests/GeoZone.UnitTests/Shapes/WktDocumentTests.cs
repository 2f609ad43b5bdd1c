using System.Text;
using Truceline.GeoZone.Shapes.Formats;
using Truceline.GeoZone.Shapes.Validity;

namespace Truceline.GeoZone.UnitTests.Shapes;

public sealed class WktDocumentTests
{
    [Theory]
    [InlineData("POINT(1 2) garbage", 12, "Expected the end of the line, found \"garbage\".")]
    [InlineData("LINESTRING(0 0, 1 1)) foo", 21, "Expected the end of the line, found \")\".")]
    [InlineData("POINT(1 2),", 11, "Expected the end of the line, found \",\".")]
    [InlineData("LINESTRING(0 0,1 x)", 18, "Expected a number, found \"x\".")]
    [InlineData("  LINESTRING(0 0,1 x)", 20, "Expected a number, found \"x\".")]
    [InlineData("POINT(1)", 8, "Expected a number, found \")\".")]
    [InlineData("POINT(1 2, 3 4)", 10, "Expected \")\", found \",\".")]
    [InlineData("POLYGON((0 0, 1 0, 1 1, 0 0)", 29, "Expected \",\" or \")\", found the end of the line.")]
    [InlineData("POLYGON(0 0, 1 0, 1 1, 0 0)", 9, "Expected \"(\" or EMPTY, found \"0\".")]
    [InlineData("SRID=4326 POINT(1 2)", 11, "Expected \";\", found \"POINT\".")]
    [InlineData("POINT(1 2 3 4 5)", 15, "Expected \")\", found \"5\".")]
    public void Read_NoWellKnownText_SaysTheColumnAndWhatWasExpected(string text, int column, string message)
    {
        var read = Read("POINT (1 2)\n" + text);
        var issue = Assert.Single(read.Issues);
        Assert.True(read.IsRefused);
        Assert.Equal(("line[2]", "WKT_SYNTAX", 2, column, message), (issue.Path, issue.Reason, issue.Line, issue.Column, issue.Message));
    }

    [Theory]
    [InlineData("POINT(1 2)")]
    [InlineData("srid=4326;point z (1 2 3)")]
    [InlineData("SRID=4326; POINT (-1.5e1 +2)")]
    [InlineData("LINESTRING ZM(1 2 3 4, 5 6 7 8)")]
    [InlineData("MULTIPOINT(1 2, 3 4)")]
    [InlineData("MULTIPOINT((1 2), (3 4))")]
    [InlineData("MULTILINESTRING((0 0, 1 1), (2 2, 3 3))")]
    [InlineData("POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (1 1, 1 2, 2 2, 1 1))")]
    [InlineData("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))")]
    [InlineData("GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(0 0, 1 1))")]
    public void Read_WellKnownText_IsRead(string text)
    {
        var read = Read(text);
        Assert.False(Assert.Single(read.Features).Geometry!.IsEmpty);
        Assert.Empty(read.Issues);
    }

    [Theory]
    [InlineData("SRID=3857;POINT(10 20)", "3857")]
    [InlineData("SRID=0;POINT(10 20)", "0")]
    public void Read_AnotherReferenceSystem_IsRefusedAndNamed(string text, string system)
    {
        var read = Read(text);
        var issue = Assert.Single(read.Issues);
        Assert.True(read.IsRefused);
        Assert.Equal(("line[1]", "UNKNOWN_REFERENCE_SYSTEM", 6), (issue.Path, issue.Reason, issue.Column));
        Assert.Contains($" {system};", issue.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LINESTRING(0 0,0 0)", "ZERO_LENGTH")]
    [InlineData("POINT EMPTY", "EMPTY_GEOMETRY")]
    public void Read_NothingOrAPointInPlaceOfALine_IsAdvisedAgainst(string text, string reason)
    {
        var read = Read(text);
        Assert.Equal((reason, IssueWeight.Advice), (Assert.Single(read.Issues).Reason, read.Issues[0].Weight));
        Assert.False(read.IsRefused);
        Assert.True(Read(text, new(Strict: true)).IsRefused);
    }

    [Fact]
    public void Read_OpenRingToBeRepaired_IsClosedAndSaysSo()
    {
        var read = Read("POLYGON ((0 0, 4 0, 4 4, 0 4))", new(Repair: true));
        Assert.False(read.IsRefused);
        Assert.Equal("RING_NOT_CLOSED", Assert.Single(read.Issues).Reason);
        Assert.True(read.AreaAfterM2 > 0);
    }

    private static ShapeDocument Read(string text, ReadingMode mode = default) => WktDocument.Read(Encoding.UTF8.GetBytes(text), mode);
}
