using Truceline.GeoZone.V1;
using Truceline.Testing;

namespace Truceline.GeoZone.FunctionalTests.Maps;

/// <summary>Lines that moved, and the zones drawn along them, are on the map as they were and as they are.</summary>
public sealed class VersionsOnMapsTests : IAsyncTest
{
    private const string Zones = "/ogc/collections/zones/items?agreement_id=sochi-2018&zone_id=dmz&extent=certain&datetime=";
    private const string Lines = "/ogc/collections/lines/items?agreement_id=sochi-2018&line_id=contact&datetime=";

    private MapsFixture _maps = null!;

    public async Task InitializeAsync() => _maps = await MapsFixture.CreateAsync();

    public ValueTask DisposeAsync() => _maps.DisposeAsync();

    [Theory]
    [InlineData(Zones)]
    [InlineData(Lines)]
    public async Task Items_AfterALineMoved_AreTheVersionOfTheirTime(string question)
    {
        var before = Assert.Single((await _maps.GetAsync(question + "2018-11-10")).GetProperty("features").EnumerateArray());

        await MoveAsync(1, "2018-11-01");

        var earlier = Assert.Single((await _maps.GetAsync(question + "2018-10-31")).GetProperty("features").EnumerateArray());
        var later = Assert.Single((await _maps.GetAsync(question + "2018-11-10")).GetProperty("features").EnumerateArray());
        Assert.Equal(before.GetProperty("geometry").ToString(), earlier.GetProperty("geometry").ToString());
        Assert.Equal(Geo.Positions(before.GetProperty("geometry")).Max(at => at.Y) + 1, Geo.Positions(later.GetProperty("geometry")).Max(at => at.Y), 0.02);
        Assert.NotEqual(earlier.GetProperty("id").GetString(), later.GetProperty("id").GetString());
        Assert.Equal(("2018-11-01", "2018-11-01"),
            (earlier.GetProperty("properties").GetProperty("valid_to").GetString(), later.GetProperty("properties").GetProperty("valid_from").GetString()));
    }

    private async Task MoveAsync(double degrees, string from)
    {
        var line = GeoZoneFixture.Sample().Lines.Single(l => l.Id == "contact");
        foreach (var position in line.Course.Positions)
            position.Latitude += degrees;
        await _maps.Service.Lines.AddLineVersionAsync(new()
        {
            LineId = "sochi-2018.contact",
            Content = new LineContent
            {
                Kind = line.Kind,
                Name = line.Name,
                Course = line.Course,
                LeftPartyId = line.LeftPartyId,
                RightPartyId = line.RightPartyId,
                Sources = { GeoZoneFixture.Sample().Sources },
            },
            ValidFrom = from,
        });
    }
}
