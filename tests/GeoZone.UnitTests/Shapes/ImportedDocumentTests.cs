using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Truceline.GeoZone.Shapes.Formats;
using Truceline.GeoZone.Shapes.Validity;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.UnitTests.Shapes;

public sealed class ImportedDocumentTests
{
    private const string BowTie = "POLYGON ((0 0, 4 4, 4 0, 0 4, 0 0))", HoleOutside = "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0), (6 6, 6 7, 7 7, 6 6))";

    [Theory]
    [InlineData("{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3857\"}}", "UNKNOWN_REFERENCE_SYSTEM", true)]
    [InlineData("{\"type\":\"name\",\"properties\":{\"name\":\"urn:x:3857:84\"}}", "UNKNOWN_REFERENCE_SYSTEM", true)]
    [InlineData("{\"type\":\"link\",\"properties\":{\"href\":\"http://example.org\"}}", "UNKNOWN_REFERENCE_SYSTEM", true)]
    [InlineData("{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:OGC:1.3:CRS84\"}}", "CRS_MEMBER", false)]
    [InlineData("{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4326\"}}", "CRS_MEMBER", false)]
    [InlineData("null", "CRS_MEMBER", false)]
    public void Read_GeoJsonWithACrs_IsAdvisedAgainstOrRefused(string crs, string reason, bool isRefused)
    {
        var read = Read(GeometryFormat.Geojson, $"{{\"type\":\"Point\",\n\"crs\":{crs},\"coordinates\":[1,2]}}");
        var issue = Assert.Single(read.Issues);
        Assert.Equal(("crs", reason, isRefused, 2), (issue.Path, issue.Reason, read.IsRefused, issue.Line));
        Assert.Equal(isRefused ? IssueWeight.Fatal : IssueWeight.Advice, issue.Weight);
    }

    [Fact]
    public void Read_GpxWithNames_KeepsThoseOfWaypointsRoutesAndTracks()
    {
        var read = Read(GeometryFormat.Gpx, "<gpx><metadata><name>file</name></metadata><wpt lat='1' lon='2'><ele>3</ele><name>post 1</name></wpt><wpt lat='1' lon='2'/>"
            + "<rte><name>road</name><rtept lat='1' lon='2'><name>bend</name></rtept><rtept lat='2' lon='2'/></rte>"
            + "<trk><name>way</name><trkseg><trkpt lat='1' lon='2'/><trkpt lat='2' lon='2'/></trkseg></trk></gpx>");
        Assert.Equal(["post 1", "", "road", "way"], read.Features.Select(feature => feature.Name));
    }

    [Fact]
    public void Read_WrittenGeoPackage_KeepsNames()
    {
        ShapeFeature[] features = [new("Post \"1\"", new Point(1, 2), "", ShapeFeature.NoProperties), new("", new Point(3, 4), "", ShapeFeature.NoProperties)];
        var read = GeometryFormats.Read(GeometryFormat.Geopackage, GeometryFormats.Write(GeometryFormat.Geopackage, features), default);
        Assert.Equal(["Post \"1\"", ""], read.Features.Select(feature => feature.Name));
    }

    [Theory]
    [InlineData(GeometryFormat.Wkt)]
    [InlineData(GeometryFormat.Geojson)]
    [InlineData(GeometryFormat.Geopackage)]
    [InlineData(GeometryFormat.Shapefile)]
    public void Read_BowTie_IsASelfIntersectionWithItsPlace(GeometryFormat format)
    {
        var read = GeometryFormats.Read(format, GeometryFormats.Write(format, [Feature(BowTie)]), default);
        var issue = Assert.Single(read.Issues);
        Assert.True(read.IsRefused);
        Assert.Equal(("SELF_INTERSECTION", (2.0, 2.0)), (issue.Reason, issue.At!.Value));
        Assert.NotEqual("", issue.Path);
    }

    [Theory]
    [InlineData(BowTie, "SELF_INTERSECTION", "edges are cut where they meet", "Parts now: 2, with 0 holes;")]
    [InlineData(HoleOutside, "HOLE_OUTSIDE", "one wholly outside becomes a filled part of its own", "Parts now: 2, with 0 holes;")]
    public void Read_ToBeRepaired_SaysWhatWasDone(string text, string reason, string done, string outcome)
    {
        var read = GeometryFormats.Read(GeometryFormat.Wkt, Encoding.UTF8.GetBytes("POINT (1 2)\n" + text), new(Repair: true));
        var issue = Assert.Single(read.Issues);
        Assert.Equal(("line[2]", reason), (issue.Path[..7], issue.Reason));
        Assert.Contains(done, issue.Message, StringComparison.Ordinal);
        Assert.Contains(outcome, issue.Message, StringComparison.Ordinal);
    }

    private static ShapeFeature Feature(string text) => new("", new WKTReader().Read(text), "", ShapeFeature.NoProperties);

    private static ShapeDocument Read(GeometryFormat format, string text) => GeometryFormats.Read(format, Encoding.UTF8.GetBytes(text), default);
}
