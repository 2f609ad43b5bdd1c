using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Tracks;

namespace Truceline.Ingest.UnitTests.Formats.Tracks;

public class CotFormatTests
{
    private const string Event = "<event version=\"2.0\" uid=\"P7\" type=\"a-f-G-U-C\" how=\"m-g\" time=\"2020-03-02T06:10:00.5Z\" start=\"2020-03-02T06:10:00Z\" stale=\"2020-03-02T06:15:00Z\">"
        + "<point lat=\"35.5\" lon=\"36.25\" hae=\"410.5\" ce=\"12.0\" le=\"9999999.0\"/><detail><contact callsign=\"Patrol 7\"/><track speed=\"8.5\" course=\"271.0\"/></detail></event>";

    private readonly CotFormat _format = new();

    [Fact]
    public async Task ReadAsync_AnEvent_HasEveryField()
    {
        var fix = Assert.Single(await _format.ItemsAsync(Event)).Position();

        Assert.Equal(("P7", "a-f-G-U-C", "Patrol 7", "2020-03-02T06:10:00.5Z"), (fix.ObjectId, fix.Type, fix.Name, fix.Time));
        Assert.Equal((35.5, 36.25, 410.5, 12.0, 8.5, 271.0), (fix.Position.Latitude, fix.Position.Longitude, fix.AltitudeM, fix.RadiusM, fix.SpeedMps, fix.CourseDeg));
    }

    [Theory]
    [InlineData(Event + Event)]
    [InlineData("<?xml version=\"1.0\"?>\n" + Event + "\n<?xml version=\"1.0\"?>\n" + Event)]
    [InlineData("<events>" + Event + "<!-- between -->" + Event + "</events>")]
    public async Task ReadAsync_AStream_GivesEachEvent(string text)
    {
        var items = await _format.ItemsAsync(text);

        Assert.Equal(["event[1]", "event[2]"], items.Select(i => i.Path));
        Assert.All(items, item => Assert.IsType<PositionItem>(item));
    }

    [Fact]
    public async Task ReadAsync_BadEvents_CostThemselvesAlone()
    {
        const string Ping = "<event uid=\"ping\" type=\"t-x-c-t\" time=\"2020-03-02T06:10:00Z\"><point lat=\"0\" lon=\"0\" hae=\"0\" ce=\"9999999\" le=\"9999999\"/></event>";
        const string Wrong = "<event type=\"a\" time=\"x\"><point lat=\"n\" lon=\"1\" ce=\"c\"/></event>";

        var items = await _format.ItemsAsync(Event + "<event uid=\"torn\"><point lat=" + Event + Ping + "<event uid='a'><b></event>" + Wrong + "<event uid=\"empty\"/>" + Event);

        Assert.IsType<PositionItem>(items[0]);
        Assert.Equal("event[2]", items[1].Fault().Path);
        Assert.IsType<PositionItem>(items[2]);
        Assert.Equal([("point", "REQUIRED")], items[3].Fault().Violations);
        Assert.Equal("MALFORMED", items[4].Fault().Violations[0].Reason);
        Assert.Equal(["ce", "lat", "time", "uid"], items[5].Fault().Violations.Select(v => v.Field).Order());
        Assert.Equal("point", items[6].Fault().Violations[0].Field);
        Assert.IsType<PositionItem>(items[7]);
    }

    [Fact]
    public async Task ReadAsync_AnEntityBomb_IsAFault()
    {
        var items = await _format.ItemsAsync("<!DOCTYPE event [<!ENTITY a \"b\">]>" + Event.Replace("Patrol 7", "&a;", StringComparison.Ordinal));

        Assert.Equal("MALFORMED", Assert.Single(items).Fault().Violations[0].Reason);
    }

    [Fact]
    public async Task ReadAsync_AnUnknownHeight_IsLeftOut()
    {
        var fix = Assert.Single(await _format.ItemsAsync(Event.Replace("410.5", "9999999.0", StringComparison.Ordinal).Replace("12.0", "9999999.0", StringComparison.Ordinal))).Position();

        Assert.Equal((false, 0.0), (fix.HasAltitudeM, fix.RadiusM));
    }

    [Theory]
    [InlineData(Event, nameof(FormatMatch.Certain))]
    [InlineData("<event><title>Concert</title></event>", nameof(FormatMatch.None))]
    [InlineData("<events><item/></events>", nameof(FormatMatch.None))]
    public void Match_ByItsRoot_IsCertain(string text, string expected) => Assert.Equal(expected, _format.MatchOf(text).ToString());
}
