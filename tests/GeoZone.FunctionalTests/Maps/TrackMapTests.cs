using System.Net;
using System.Text.Json;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.FunctionalTests.Maps;

/// <summary>The courses of objects, and where they were last, as maps show them.</summary>
public sealed class TrackMapTests : IAsyncLifetime
{
    private const string Tracks = "/ogc/collections/tracks/items";
    private MapsFixture _maps = null!;

    public async Task InitializeAsync() => _maps = await MapsFixture.CreateAsync();

    public async Task DisposeAsync() => await _maps.DisposeAsync();

    [Fact]
    public async Task Track_OverMidnight_IsAFeatureADayThatGoesOnWhereTheLastEnded()
    {
        var days = await FeaturesAsync($"{Tracks}?object_id={Uri.EscapeDataString(Courses.Patrol)}");

        Assert.Equal(["patrol~207~2f~c3~a4@2018-11-30", "patrol~207~2f~c3~a4@2018-12-01"], days.Select(d => d.GetProperty("id").GetString()));
        Assert.Equal([(36.60, 35.40), (36.60, 35.45), (36.65, 35.45)], At(days[0]));
        var later = days[1].GetProperty("geometry");
        Assert.Equal("MultiLineString", later.GetProperty("type").GetString());
        // It comes from where it was ten minutes before midnight, and nobody knows the way of two hours.
        Assert.Equal([(36.65, 35.45), (36.66, 35.44), (36.68, 35.43), (36.62, 35.35), (36.64, 35.36)], At(days[1]));
        Assert.Equal([3, 2], later.GetProperty("coordinates").EnumerateArray().Select(l => l.GetArrayLength()));
        var properties = days[1].GetProperty("properties");
        Assert.Equal(("The " + Courses.Patrol, "vehicle", "2018-12-01", "2018-12-01T00:00:00Z", "2018-12-01T02:20:00Z", 4, 20.0), (Word("name"), Word("type"), Word("date"),
            Word("start_time"), Word("end_time"), properties.GetProperty("fix_count").GetInt32(), properties.GetProperty("radius_m").GetDouble()));
        Assert.Equal(Length((35.45, 36.65), (35.44, 36.66)) + Length((35.44, 36.66), (35.43, 36.68)) + Length((35.35, 36.62), (35.36, 36.64)),
            properties.GetProperty("length_m").GetDouble(), 0.1);

        string? Word(string name) => properties.GetProperty(name).GetString();
    }

    [Fact]
    public async Task Track_AcrossTheAntimeridian_IsCutThereAndFoundOnBothSides()
    {
        var ship = Assert.Single(await FeaturesAsync(Tracks + "?object_id=ship"));

        Assert.Equal("MultiLineString", ship.GetProperty("geometry").GetProperty("type").GetString());
        Assert.Equal([(179.9, -17.0), (180, -17.05), (-180, -17.05), (-179.9, -17.1)], At(ship));
        Assert.Equal(["ship@2018-12-01"], await _maps.IdsAsync(Tracks + "?bbox=179,-18,-179,-16"));
        Assert.Equal(["ship@2018-12-01"], await _maps.IdsAsync(Tracks + "?bbox=-180,-18,-179.95,-16"));
    }

    [Fact]
    public async Task Tracks_ByTime_AreThoseOfWhomWasHeardThen()
    {
        Assert.Equal(["patrol~207~2f~c3~a4@2018-11-30"], await _maps.IdsAsync(Tracks + "?datetime=2018-11-30"));
        Assert.Equal(["patrol~207~2f~c3~a4@2018-12-01", "ship@2018-12-01"], await _maps.IdsAsync(Tracks + "?datetime=2018-12-01T01:00:00Z/2018-12-01T01:05:00Z"));
        Assert.Empty(await _maps.IdsAsync(Tracks + "?datetime=2018-12-01T03:00:00Z/.."));
    }

    [Fact]
    public async Task Track_OfASingleFix_HasNoWayAndALastPosition()
    {
        var lone = Assert.Single(await FeaturesAsync(Tracks + "?object_id=lone"));
        var position = Assert.Single(await FeaturesAsync("/ogc/collections/positions/items?object_id=lone"));

        Assert.Equal(JsonValueKind.Null, lone.GetProperty("geometry").ValueKind);
        Assert.Empty(PublishedSchema.Violations("featureGeoJSON", lone));
        Assert.Equal([(36.5, 35.9)], At(position));
        Assert.Equal(("2018-12-01T00:30:00Z", 20.0), (position.GetProperty("properties").GetProperty("time").GetString(), position.GetProperty("properties").GetProperty("radius_m").GetDouble()));
    }

    [Fact]
    public async Task Tracks_WhenALateFixCame_ShowItAtOnce()
    {
        var before = await _maps.GetAsync(Tracks + "/patrol~207~2f~c3~a4@2018-11-30");
        var position = await _maps.GetAsync("/ogc/collections/positions/items/patrol~207~2f~c3~a4");
        await Courses.DeliverAsync(_maps.Service, "late", [Courses.At(Courses.Patrol, -15, 35.47, 36.62)]);

        var after = await _maps.GetAsync(Tracks + "/patrol~207~2f~c3~a4@2018-11-30");

        Assert.Equal(At(before).Count + 1, At(after).Count);
        Assert.Contains((36.62, 35.47), At(after));
        Assert.Equal(position.ToString(), (await _maps.GetAsync("/ogc/collections/positions/items/patrol~207~2f~c3~a4")).ToString());
    }

    [Fact]
    public async Task Tracks_OfThoseWhoStandStillOrDriveStraight_AreShownToAMetre()
    {
        await Courses.DeliverAsync(_maps.Service, "more",
        [
            .. Enumerable.Range(0, 60).Select(i => Courses.At("straight", i, 10 + 0.001 * i, 20 + i % 2 * 3e-6)),
            .. Enumerable.Range(0, 60).Select(i => Courses.At("bent", i, 10 + 0.001 * i, 20 + i % 2 * 3e-5)),
            .. Enumerable.Range(0, 60).Select(i => Courses.At("parked", i, 10, 20)),
        ]);

        Assert.Equal(2, At(await _maps.GetAsync(Tracks + "/straight@2018-12-01")).Count);
        Assert.Equal(60, At(await _maps.GetAsync(Tracks + "/bent@2018-12-01")).Count);
        Assert.Equal(JsonValueKind.Null, (await _maps.GetAsync(Tracks + "/parked@2018-12-01")).GetProperty("geometry").ValueKind);
    }

    [Fact]
    public async Task Tracks_OfDaysBeforeTheFirst_AreNotShownButTheLastPositionIs()
    {
        await Courses.DeliverAsync(_maps.Service, "old", [Courses.At("old", -7 * 1440, 10, 20), Courses.At("old", 10 - 7 * 1440, 10.1, 20), Courses.At("edge", -6 * 1440, 10, 20)]);

        Assert.Empty(await _maps.IdsAsync(Tracks + "?object_id=old"));
        Assert.Equal(["edge@2018-11-25"], await _maps.IdsAsync(Tracks + "?object_id=edge"));
        Assert.Equal(["old"], await _maps.IdsAsync("/ogc/collections/positions/items?object_id=old"));
        Assert.Equal("FEATURE_NOT_FOUND", (await _maps.GetAsync(Tracks + "/old@2018-11-24", HttpStatusCode.NotFound)).GetProperty("reason").GetString());
    }

    private static double Length((double Latitude, double Longitude) a, (double Latitude, double Longitude) b) =>
        Geodesic.Inverse(new(a.Latitude, a.Longitude), new(b.Latitude, b.Longitude)).DistanceM;

    private static List<(double X, double Y)> At(JsonElement feature) => [.. Geo.Positions(feature.GetProperty("geometry")).Select(c => (c.X, c.Y))];

    private async Task<List<JsonElement>> FeaturesAsync(string path) => [.. (await _maps.GetAsync(path)).GetProperty("features").EnumerateArray()];
}
