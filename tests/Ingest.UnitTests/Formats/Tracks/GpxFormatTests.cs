using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Tracks;

namespace Truceline.Ingest.UnitTests.Formats.Tracks;

public class GpxFormatTests
{
    private readonly GpxFormat _format = new();

    [Fact]
    public async Task ReadAsync_TracksRoutesAndWaypoints_GivesEachItsObject()
    {
        const string Text = """
            <?xml version="1.0"?><gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1">
            <wpt lat="35.1" lon="36.2"><time>2020-03-02T06:00:00Z</time><name>Gate</name></wpt>
            <trk><name>Patrol 7</name><type>car</type><trkseg>
            <trkpt lat="35.10" lon="36.20"><ele>410.5</ele><time>2020-03-02T06:10:00+01:00</time><extensions><speed>8.5</speed><course>360</course></extensions></trkpt></trkseg><trkseg>
            <trkpt lat="35.11" lon="36.21"><time>2020-03-02T06:11:00Z</time></trkpt></trkseg></trk>
            <rte><rtept lat="1" lon="2"><time>2020-03-02T06:11:00Z</time></rtept><rtept lat="1" lon="2"/></rte></gpx>
            """;

        var items = await _format.ItemsAsync(Text, "monday.gpx");

        Assert.Equal(["/gpx/wpt[1]", "/gpx/trk[1]/trkseg[1]/trkpt[1]", "/gpx/trk[1]/trkseg[2]/trkpt[1]", "/gpx/rte[1]/rtept[1]", "/gpx/rte[1]/rtept[2]"], items.Select(i => i.Path));
        var fix = items[1].Position();
        Assert.Equal(("Patrol 7", "car", "2020-03-02T06:10:00+01:00"), (fix.ObjectId, fix.Type, fix.Time));
        Assert.Equal((35.1, 36.2, 410.5, 8.5, 0.0), (fix.Position.Latitude, fix.Position.Longitude, fix.AltitudeM, fix.SpeedMps, fix.CourseDeg));
        Assert.Equal(("Gate", "monday"), (items[0].Position().ObjectId, items[3].Position().ObjectId));
        Assert.False(items[2].Position().HasAltitudeM);
        Assert.Equal([("time", "REQUIRED")], items[4].Fault().Violations);
    }

    [Fact]
    public async Task ReadAsync_Version10_HasItsSpeedAndName()
    {
        var items = await _format.ItemsAsync(
            "<gpx version=\"1.0\" xmlns=\"http://www.topografix.com/GPX/1/0\"><name>Tracker 3</name><trk><trkseg><trkpt lat=\"-1.5\" lon=\"30,25\"><time>2020-03-02T06:10:00Z</time><speed>1.5</speed></trkpt></trkseg></trk></gpx>");

        var fix = Assert.Single(items).Position();
        Assert.Equal(("Tracker 3", 30.25, 1.5), (fix.ObjectId, fix.Position.Longitude, fix.SpeedMps));
    }

    [Fact]
    public async Task ReadAsync_BadPoints_NameEveryField()
    {
        var items = await _format.ItemsAsync("<gpx><trk><trkseg><trkpt lat=\"north\"><ele>high</ele><time>now</time></trkpt></trkseg></trk></gpx>");

        Assert.Equal(["altitude", "lat", "lon", "time"], Assert.Single(items).Fault().Violations.Select(v => v.Field).Order());
    }

    [Fact]
    public async Task ReadAsync_ACutTrack_KeepsWhatCameBefore()
    {
        var (items, refusal) = await _format.ReadAsync("<gpx><trk><trkseg><trkpt lat=\"1\" lon=\"2\"><time>2020-03-02T06:10:00Z</time></trkpt><trkpt lat=\"1\"");

        Assert.Single(items);
        Assert.Equal("TRUNCATED", refusal!.Reason);
    }

    [Theory]
    [InlineData("<?xml version='1.0'?><!-- a --><!DOCTYPE gpx [<!ENTITY a \">\">]><gpx>", nameof(FormatMatch.Certain))]
    [InlineData("<x:gpx xmlns:x='y'/>", nameof(FormatMatch.Certain))]
    [InlineData("<html><gpx>", nameof(FormatMatch.None))]
    [InlineData("gpx", nameof(FormatMatch.None))]
    public void Match_ByItsRoot_IsCertain(string text, string expected) => Assert.Equal(expected, _format.MatchOf(text).ToString());
}
