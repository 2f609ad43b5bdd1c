using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Tracks;

namespace Truceline.Ingest.UnitTests.Formats.Tracks;

public class GeoJsonFormatTests
{
    private const string Point = """{"type":"Feature","id":7,"geometry":{"type":"Point","coordinates":[36.25,35.5,410]},"properties":{"time":"2020-03-02T06:10:00Z","speed":8.5,"heading":271,"accuracy":12,"callsign":"P7"}}""";

    private readonly GeoJsonFormat _format = new();

    [Fact]
    public async Task ReadAsync_APoint_HasEveryField()
    {
        var fix = Assert.Single(await _format.ItemsAsync(Point)).Position();

        Assert.Equal(("P7", "P7", "2020-03-02T06:10:00Z"), (fix.ObjectId, fix.Name, fix.Time));
        Assert.Equal((35.5, 36.25, 410.0, 8.5, 271.0, 12.0), (fix.Position.Latitude, fix.Position.Longitude, fix.AltitudeM, fix.SpeedMps, fix.CourseDeg, fix.RadiusM));
    }

    [Theory]
    [InlineData("""{"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]},"properties":{"name":"a","coordTimes":["2020-03-02T06:10:00Z","2020-03-02T06:11:00Z"]}}""")]
    [InlineData("""{"properties":{"name":"a","times":[1583129400,1583129460]},"type":"Feature","geometry":{"coordinates":[[1,2],[3,4]],"type":"MultiPoint"}}""")]
    [InlineData("""{"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]},"properties":{"name":"a","coordinateProperties":{"times":["2020-03-02T06:10:00Z","2020-03-02T06:11:00Z"]}}}""")]
    [InlineData("""{"type":"Feature","geometry":{"type":"MultiLineString","coordinates":[[[1,2]],[[3,4]]]},"properties":{"name":"a","coordTimes":[["2020-03-02T06:10:00Z"],["2020-03-02T06:11:00Z"]]}}""")]
    public async Task ReadAsync_ALineWithTimes_GivesItsPoints(string text)
    {
        var items = await _format.ItemsAsync(text);

        Assert.Equal([(2.0, 1.0), (4.0, 3.0)], items.Select(i => (i.Position().Position.Latitude, i.Position().Position.Longitude)));
        Assert.Equal(["2020-03-02T06:10:00Z", "2020-03-02T06:11:00Z"], items.Select(i => i.Position().Time));
    }

    [Fact]
    public async Task ReadAsync_ACollection_GoesOnBehindWhatIsNoPosition()
    {
        const string Text = $$$"""
            {"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{}},
              {"type":"Feature","geometry":{"type":"Polygon","coordinates":[]},"properties":{}}, 5, {"type":"Feature","geometry":{"type":"Point","coordinates":["a",1]},"properties":{}},
              {"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2]]},"properties":{"time":"2020-03-02"}}, {bad}, {{{Point}}}], "bbox":[1,2,3,4]}
            """;

        var items = await _format.ItemsAsync(Text);

        Assert.Equal(["REQUIRED", "UNSUPPORTED_GEOMETRY", "INVALID_VALUE", "INVALID_VALUE", "REQUIRED", "MALFORMED"], items.Take(6).Select(i => i.Fault().Violations[0].Reason));
        Assert.Equal("/features/6/geometry/coordinates", items[6].Path);
        Assert.IsType<PositionItem>(items[6]);
    }

    [Theory]
    [InlineData("\u001e" + Point + "\n\u001e" + Point + "\n", 2)]
    [InlineData(Point + "\n" + Point, 2)]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", 0)]
    [InlineData("[" + Point + "]", 1)]
    public async Task ReadAsync_SeveralFeatures_GivesEach(string text, int expected)
    {
        var items = await _format.ItemsAsync(text);

        Assert.Equal(expected, items.Count);
        Assert.All(items, item => Assert.IsType<PositionItem>(item));
    }

    [Fact]
    public async Task ReadAsync_ACutCollection_KeepsWhatCameBefore()
    {
        var (items, refusal) = await _format.ReadAsync("{\"type\":\"FeatureCollection\",\"features\":[" + Point + ",{\"type\":");

        Assert.Single(items);
        Assert.Equal("TRUNCATED", refusal!.Reason);
    }

    [Theory]
    [InlineData(Point, nameof(FormatMatch.Certain))]
    [InlineData("{\"features\":[{\"type\":\"Feature\"", nameof(FormatMatch.None))]
    [InlineData("{\"bbox\":[0,0,1,1],\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Fea", nameof(FormatMatch.Certain))]
    [InlineData("{\"type\":\"article\"}", nameof(FormatMatch.None))]
    public void Match_ByItsType_IsCertain(string text, string expected) => Assert.Equal(expected, _format.MatchOf(text).ToString());
}
