using System.Net;
using System.Text.Json;

namespace Truceline.GeoZone.FunctionalTests.Maps;

/// <summary>OGC API Features Part 2: coordinate reference systems by reference.</summary>
[Collection(MapsTestsCollection.Name)]
public sealed class CrsTests(MapsFixture maps)
{
    private const string Zones = "/ogc/collections/zones/items";

    [Theory]
    [MemberData(nameof(MapsFixture.Collections), MemberType = typeof(MapsFixture))]
    [Trait("Requirement", "/req/crs/crs-uri, fc-md-crs-list, fc-md-storageCrs, fc-md-storageCrs-valid-value")]
    public async Task Collection_ListsItsSystemsAndTheOneItIsKeptIn(string id)
    {
        var collection = await maps.GetAsync("/ogc/collections/" + id);

        var systems = collection.GetProperty("crs").EnumerateArray().Select(c => c.GetString()!).ToList();
        Assert.Equal([MapsFixture.Crs84, MapsFixture.Epsg4326, MapsFixture.Epsg3857], systems);
        Assert.Contains(collection.GetProperty("storageCrs").GetString(), systems);
    }

    [Theory]
    [InlineData("", MapsFixture.Crs84)]
    [InlineData("crs=" + MapsFixture.Crs84, MapsFixture.Crs84)]
    [InlineData("crs=" + MapsFixture.Epsg4326, MapsFixture.Epsg4326)]
    [InlineData("crs=" + MapsFixture.Epsg3857, MapsFixture.Epsg3857)]
    [Trait("Requirement", "/req/crs/fc-crs-definition, fc-crs-default-value, fc-crs-action, ogc-crs-header, ogc-crs-header-value, geojson")]
    public async Task Items_InASystem_AreGivenInItsAxesAndSaySo(string question, string crs)
    {
        var plain = await maps.GetAsync(Zones);
        var (items, answer) = await maps.AskAsync($"{Zones}?{question}");
        var (feature, single) = await maps.AskAsync($"{Zones}/pacific.strip@1?{question}");

        Assert.Equal([$"<{crs}>"], answer.Headers.GetValues("Content-Crs"));
        Assert.Equal([$"<{crs}>"], single.Headers.GetValues("Content-Crs"));
        foreach (var (given, degrees) in items.GetProperty("features").EnumerateArray().Zip(plain.GetProperty("features").EnumerateArray()))
            AssertSame(crs, given, degrees);
        AssertSame(crs, feature, plain.GetProperty("features").EnumerateArray().Single(f => f.GetProperty("id").GetString() == "pacific.strip@1"));
    }

    [Theory]
    // The hole and the square around 20° south, 170° east.
    [InlineData(MapsFixture.Epsg4326, "-21,169,-19,171", "pacific.ring@1")]
    [InlineData(MapsFixture.Epsg4326, "169,-21,171,-19", null)]
    [InlineData(MapsFixture.Crs84, "169,-21,171,-19", "pacific.ring@1")]
    [InlineData(MapsFixture.Epsg4326, "-18,179.9,-16,-179.9", "pacific.strip@1,pacific.strip@1.possible")]
    // By the formula of the projection: x = 6378137 λ, y = 6378137 ln tan(π/4 + φ/2).
    [InlineData(MapsFixture.Epsg3857, "18812993,-2391878,19035632,-2154936", "pacific.ring@1")]
    [InlineData(MapsFixture.Epsg3857, "20026376,-2037548,-20026376,-1804723", "pacific.strip@1,pacific.strip@1.possible")]
    [Trait("Requirement", "/req/crs/fc-bbox-crs-definition, /req/crs/fc-bbox-crs-action")]
    public async Task Items_InABoxOfASystem_AreThoseThatMeetIt(string crs, string box, string? expected)
    {
        if (expected is null)
        {
            var problem = await maps.GetAsync($"{Zones}?bbox={box}&bbox-crs={crs}", HttpStatusCode.BadRequest);
            Assert.Equal(("bbox", "OUT_OF_RANGE"), Assert.Single(Geo.Violations(problem)));
            return;
        }

        Assert.Equal(expected.Split(','), await maps.IdsAsync($"{Zones}?bbox={box}&bbox-crs={crs}"));
    }

    [Theory]
    [InlineData("crs=http://www.opengis.net/def/crs/EPSG/0/25832", "crs", "UNSUPPORTED_CRS")]
    [InlineData("crs=4326", "crs", "UNSUPPORTED_CRS")]
    [InlineData("crs=", "crs", "UNSUPPORTED_CRS")]
    [InlineData("bbox=0,0,1,1&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/25832", "bbox-crs", "UNSUPPORTED_CRS")]
    [InlineData("bbox=0,0,0,1,1,1&bbox-crs=" + MapsFixture.Epsg3857, "bbox", "NO_HEIGHT")]
    [Trait("Requirement", "/req/crs/fc-crs-valid-value, /req/crs/fc-bbox-crs-valid-value")]
    public async Task Items_InASystemThatIsNotListed_AreRefused(string question, string field, string reason)
    {
        var problem = await maps.GetAsync($"{Zones}?{question}", HttpStatusCode.BadRequest);

        Assert.Equal((field, reason), Assert.Single(Geo.Violations(problem)));
    }

    private static void AssertSame(string crs, JsonElement given, JsonElement degrees)
    {
        Assert.Equal(degrees.GetProperty("id").GetString(), given.GetProperty("id").GetString());
        var expected = Geo.Positions(degrees.GetProperty("geometry")).ToList();
        var actual = Geo.Positions(given.GetProperty("geometry")).ToList();
        Assert.Equal(expected.Count, actual.Count);
        Assert.NotEmpty(expected);
        foreach (var (at, wanted) in actual.Zip(expected))
        {
            var (x, y) = crs switch
            {
                MapsFixture.Epsg4326 => (wanted.Y, wanted.X),
                MapsFixture.Epsg3857 => (6378137 * wanted.X * Math.PI / 180, 6378137 * Math.Log(Math.Tan(Math.PI / 4 + wanted.Y * Math.PI / 360))),
                _ => (wanted.X, wanted.Y),
            };
            Assert.Equal(x, at.X, crs == MapsFixture.Epsg3857 ? 1e-3 : 1e-9);
            Assert.Equal(y, at.Y, crs == MapsFixture.Epsg3857 ? 1e-3 : 1e-9);
        }
    }
}
