using System.Text;
using Truceline.GeoZone.Shapes.Formats;
using Truceline.GeoZone.Shapes.Validity;

namespace Truceline.GeoZone.UnitTests.Shapes;

public sealed class GeoJsonReaderTests
{
    private static ShapeDocument Read(string text, bool strict = false, bool repair = false) => GeoJsonReader.Read(Encoding.UTF8.GetBytes(text), new(strict, repair));

    [Theory]
    [InlineData("[1,2]", "", 1, "NOT_AN_OBJECT")]
    [InlineData("{\"type\":\"Point\",\n\"coordinates\":[1,}", "", 2, "JSON_SYNTAX")]
    [InlineData("{\"type\":\"Circle\"}", "type", 1, "UNKNOWN_TYPE")]
    [InlineData("{\"type\":\"Point\",\n \"coordinates\":[\"x\",2]}", "coordinates[0]", 2, "WRONG_TYPE")]
    [InlineData("{\"type\":\"Point\",\"coordinates\":[7]}", "coordinates", 1, "TOO_FEW_ELEMENTS")]
    [InlineData("{\"type\":\"Point\",\"type\":\"Point\",\"coordinates\":[1,2]}", "type", 1, "DUPLICATE_MEMBER")]
    [InlineData("{\"type\":\"LineString\",\"coordinates\":[[1,2],\n[1,91]]}", "coordinates[1]", 2, "LATITUDE_OUT_OF_RANGE")]
    [InlineData("{\"type\":\"LineString\",\"coordinates\":[[1,2],\n[190,9]]}", "coordinates[1]", 2, "LONGITUDE_OUT_OF_RANGE")]
    [InlineData("{\"type\":\"LineString\",\"coordinates\":[[1,2],[1e999,9]]}", "coordinates[1]", 1, "NOT_A_NUMBER")]
    [InlineData("{\"type\":\"LineString\",\"coordinates\":[[1,2]]}", "coordinates", 1, "TOO_FEW_POINTS")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[\n[[0,0],[4,0],[4,4],[0,4]]]}", "coordinates[0]", 2, "RING_NOT_CLOSED")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],\n[4,4],\n[4,0],[0,4],[0,0]]]}", "coordinates[0][0]", 1, "SELF_INTERSECTION")]
    [InlineData("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4],[0,4],[0,0]],[[8,8],[8,9],[9,9],[8,8]]]}", "coordinates[1][0]", 1, "HOLE_OUTSIDE")]
    [InlineData("{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[4,0],[4,4],[0,4],[0,0]]],[[[1,1],[9,1],[9,9],[1,9],[1,1]]]]}", "coordinates[1][0][0]", 1, "SELF_INTERSECTION")]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\"}}]}", "features[0].geometry.coordinates", 1, "MISSING_MEMBER")]
    public void Read_Invalid_IsRefusedWithPlaceAndReason(string text, string path, int line, string reason)
    {
        var read = Read(text);
        Assert.True(read.IsRefused);
        Assert.Contains(read.Issues, issue => issue.Path == path && issue.Line == line && issue.Reason == reason);
    }

    [Fact]
    public void Read_SeveralFaults_NamesThemAll()
    {
        var read = Read("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,99]}},3]}");
        Assert.Equal(["features[1]", "features[0].geometry.coordinates"], read.Issues.Select(issue => issue.Path));
    }

    [Fact]
    public void Read_ClockwiseShell_IsAdviceThatOnlyStrictReadingRefuses()
    {
        const string text = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,4],[4,4],[4,0],[0,0]]]}";
        Assert.False(Read(text).IsRefused);
        Assert.Equal("RING_ORIENTATION", Assert.Single(Read(text).Issues).Reason);
        Assert.True(Read(text, strict: true).IsRefused);
    }

    [Fact]
    public void Read_BowTieToBeRepaired_GivesBothHalvesAndSaysSo()
    {
        var read = Read("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,4],[4,0],[0,4],[0,0]]]}", repair: true);
        Assert.False(read.IsRefused);
        Assert.Contains(read.Issues, issue => issue.Reason == "SELF_INTERSECTION" && issue.At is { Longitude: 2, Latitude: 2 });
        var area = Assert.Single(read.Features).Geometry!;
        Assert.True(area.IsValid);
        Assert.Equal(2, area.NumGeometries);
        Assert.True(read.AreaAfterM2 > read.AreaBeforeM2);
    }

    [Fact]
    public void Read_OpenRingToBeRepaired_IsClosed()
    {
        var read = Read("{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[4,0],[4,4],[0,4]]]}", repair: true);
        Assert.Equal(5, Assert.Single(read.Features).Geometry!.NumPoints);
        Assert.Equal("RING_NOT_CLOSED", Assert.Single(read.Issues).Reason);
    }

    [Fact]
    public void Read_LongitudesPastTheAntimeridianToBeRepaired_AreCutThere()
    {
        var read = Read("{\"type\":\"Polygon\",\"coordinates\":[[[178,0],[182,0],[182,4],[178,4],[178,0]]]}", repair: true);
        Assert.Equal(2, Assert.Single(read.Features).Geometry!.NumGeometries);
        Assert.All(read.Features[0].Geometry!.Coordinates, at => Assert.InRange(at.X, -180, 180));
    }

    [Fact]
    public void Read_PolygonAcrossTheAntimeridianOrAroundAPole_IsValid()
    {
        Assert.False(Read("{\"type\":\"Polygon\",\"coordinates\":[[[178,0],[-178,0],[-178,4],[178,4],[178,0]]]}").IsRefused);
        Assert.False(Read("{\"type\":\"Polygon\",\"coordinates\":[[[0,80],[90,80],[180,80],[-90,80],[0,80]]]}").IsRefused);
        Assert.False(Read("{\"type\":\"MultiPolygon\",\"coordinates\":[[[[178,0],[180,0],[180,4],[178,4],[178,0]]],[[[-180,0],[-178,0],[-178,4],[-180,4],[-180,0]]]]}").IsRefused);
    }

    [Fact]
    public void Read_TooManyVertices_IsRefused()
    {
        var points = string.Join(',', Enumerable.Range(0, GeometryChecker.MostVertices + 1).Select(i => FormattableString.Invariant($"[{i * 1e-3},1]")));
        var issue = Assert.Single(Read($"{{\"type\":\"LineString\",\"coordinates\":[{points}]}}").Issues, issue => issue.Weight == IssueWeight.Fatal);
        Assert.Equal(("TOO_MANY_VERTICES", "coordinates"), (issue.Reason, issue.Path));
    }
}
