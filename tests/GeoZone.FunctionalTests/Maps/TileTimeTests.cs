using System.Net;
using NetTopologySuite.IO.VectorTiles.Mapbox;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.FunctionalTests.Maps;

/// <summary>Tiles show the map of one time: a version is not drawn on top of the next.</summary>
[Collection(MapsTestsCollection.Name)]
public sealed class TileTimeTests(MapsFixture maps)
{
    private const string Tiles = "/ogc/collections/zones/tiles/WebMercatorQuad";

    [Theory]
    // Now is 1 December 2018: neither the strip nor the ring is valid yet.
    [InlineData("", "")]
    [InlineData("?datetime=2018-12-31", "")]
    [InlineData("?datetime=2019-01-01", "pacific.strip@1,pacific.strip@1.possible")]
    [InlineData("?datetime=2019-05-31T23:59:59Z", "pacific.strip@1,pacific.strip@1.possible")]
    [InlineData("?datetime=2019-06-01T00:00:00Z", "pacific.ring@1,pacific.strip@1,pacific.strip@1.possible")]
    [InlineData("?datetime=2020-01-01T01:00:00%2B02:00", "pacific.ring@1,pacific.strip@1,pacific.strip@1.possible")]
    [InlineData("?datetime=2020-01-01&f=mvt", "pacific.ring@1")]
    public async Task Tile_OfZones_ShowsWhatIsValidThen(string question, string expected) =>
        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), await ShownAsync(maps, $"{Tiles}/4/8/15{question}", 4, 8, 15));

    [Fact]
    public async Task Tile_AfterAZoneChanged_ShowsOneVersionADayUnderItsOwnTag()
    {
        await using var changed = await MapsFixture.CreateAsync();
        const string At = Tiles + "/9/202/308";
        var (tag, _) = await AskAsync(changed, At, null);
        await MoveAsync(changed, "2018-11-01");

        var (before, after) = (await ShownAsync(changed, At + "?datetime=2018-10-31", 9, 202, 308), await ShownAsync(changed, At + "?datetime=2018-11-01", 9, 202, 308));
        Assert.NotEqual(Assert.Single(before, IsDmz), Assert.Single(after, IsDmz));
        Assert.Equal(after, await ShownAsync(changed, At, 9, 202, 308));

        var (now, _) = await AskAsync(changed, At, null);
        var (earlier, _) = await AskAsync(changed, At + "?datetime=2018-10-31", null);
        Assert.NotEqual(tag, now);
        Assert.NotEqual(earlier, now);
        Assert.Equal(HttpStatusCode.NotModified, (await AskAsync(changed, At + "?datetime=2018-12-01", now)).Status);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync(changed, At + "?datetime=2018-10-31", now)).Status);
    }

    [Fact]
    public async Task Tile_OfLines_ShowsRoadsAtAllTimes()
    {
        var shown = await ShownAsync(maps, "/ogc/collections/lines/tiles/WebMercatorQuad/0/0/0?datetime=1950-01-01", 0, 0, 0);

        Assert.NotEmpty(shown);
        Assert.All(shown, id => Assert.Contains(".route.", id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("?datetime=2018-10-20", true)]
    [InlineData("?datetime=2018-10-19", false)]
    public async Task Tile_OfIncidents_ShowsAllOrThoseOfADay(string question, bool isShown) =>
        Assert.Equal(isShown, (await ShownAsync(maps, "/ogc/collections/incidents/tiles/WebMercatorQuad/3/3/4" + question, 3, 3, 4)).Length > 0);

    [Theory]
    [InlineData("1/0/0?datetime=2018-10-01/2018-10-31", "datetime", "MALFORMED")]
    [InlineData("1/0/0?datetime=2018", "datetime", "MALFORMED")]
    [InlineData("1/0/0?datetime=2018-10-15T00:00:00", "datetime", "MALFORMED")]
    [InlineData("1/0/0?f=json", "f", "UNSUPPORTED_FORM")]
    [InlineData("tilejson?datetime=now", "datetime", "MALFORMED")]
    [InlineData("tilejson?f=mvt", "f", "UNSUPPORTED_FORM")]
    public async Task Tile_WithAWrongParameter_IsRefusedWithItsName(string question, string field, string reason) =>
        Assert.Equal((field, reason), Assert.Single(Geo.Violations(await maps.GetAsync($"{Tiles}/{question}", HttpStatusCode.BadRequest))));

    [Fact]
    public async Task TileJson_OfADay_LeadsToTheTilesOfThatDay()
    {
        var json = await maps.GetAsync(Tiles + "/tilejson?f=json&datetime=2019-06-01T00:00:00%2B00:00");

        var template = json.GetProperty("tiles")[0].GetString()!;
        Assert.EndsWith("/{z}/{y}/{x}?datetime=2019-06-01T00%3A00%3A00%2B00%3A00", template, StringComparison.Ordinal);
        Assert.Contains("pacific.ring@1", await ShownAsync(maps, template.Replace("{z}/{y}/{x}", "4/8/15", StringComparison.Ordinal), 4, 8, 15));
        Assert.Contains("valid now", json.GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    private static bool IsDmz(string id) => id.StartsWith("sochi-2018.dmz@", StringComparison.Ordinal) && !id.EndsWith(".possible", StringComparison.Ordinal);

    private static async Task MoveAsync(MapsFixture changed, string from)
    {
        var line = GeoZoneFixture.Sample().Lines.Single(l => l.Id == "contact");
        var content = new LineContent { Kind = line.Kind, Name = line.Name, Course = line.Course, LeftPartyId = line.LeftPartyId, RightPartyId = line.RightPartyId };
        content.Sources.Add(GeoZoneFixture.Sample().Sources);
        foreach (var position in content.Course.Positions)
            position.Latitude += 0.05;
        await changed.Service.Lines.AddLineVersionAsync(new() { LineId = "sochi-2018.contact", Content = content, ValidFrom = from });
    }

    private static async Task<(string Tag, HttpStatusCode Status)> AskAsync(MapsFixture maps, string tile, string? known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(tile, UriKind.Relative));
        if (known is not null)
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        using var answer = await maps.Client.SendAsync(request);
        return (answer.Headers.ETag!.ToString(), answer.StatusCode);
    }

    private static async Task<string[]> ShownAsync(MapsFixture maps, string tile, int z, int y, int x)
    {
        using var answer = await maps.Client.GetAsync(new Uri(tile, UriKind.RelativeOrAbsolute));
        if (answer.StatusCode == HttpStatusCode.NoContent)
            return [];
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var read = new MapboxTileReader().Read(await answer.Content.ReadAsStreamAsync(), new NetTopologySuite.IO.VectorTiles.Tiles.Tile(x, y, z));
        return [.. Assert.Single(read.Layers).Features.Select(f => (string)f.Attributes["id"]).Order(StringComparer.Ordinal)];
    }
}
