using System.Net;
using System.Text.Json;
using Truceline.GeoZone.V1;
using Truceline.Type.V1;

namespace Truceline.GeoZone.FunctionalTests.Maps;

/// <summary>GeoZone with the sample agreement, a made-up one in the Pacific that crosses the antimeridian, an incident at Khan Shaykhun and the courses of three objects; and a client that looks at it as maps do.</summary>
public sealed class MapsFixture : IAsyncLifetime, IAsyncDisposable
{
    public const string Crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";
    public const string Epsg4326 = "http://www.opengis.net/def/crs/EPSG/0/4326";
    public const string Epsg3857 = "http://www.opengis.net/def/crs/EPSG/0/3857";

    /// <summary>Every collection.</summary>
    public static readonly TheoryData<string> Collections = ["zones", "lines", "incidents", "tracks", "positions"];

    public MapsFixture() => Client = Service.CreateClient();

    internal GeoZoneFixture Service { get; } = new();

    public HttpClient Client { get; }

    /// <summary>One of one's own, to change what it holds.</summary>
    public static async Task<MapsFixture> CreateAsync()
    {
        var maps = new MapsFixture();
        await maps.InitializeAsync();
        return maps;
    }

    public async Task InitializeAsync()
    {
        await Service.ImportAsync();
        await Service.Agreements.ImportAgreementAsync(new() { Agreement = Pacific() });
        await Service.DeliverAsync(GeoZoneFixture.Strikes("report-1", "Agency"), "event-1");
        await Courses.DeliverAsync(Service, "positions-1", Courses.All);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Service.DisposeAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async Task<JsonElement> GetAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var (document, _) = await AskAsync(path, expected);
        return document;
    }

    /// <summary>A document with the headers of its answer.</summary>
    public async Task<(JsonElement Document, HttpResponseMessage Answer)> AskAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var answer = await Client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(expected == answer.StatusCode, $"{path} was answered {(int)answer.StatusCode}: {text}");
        using var document = JsonDocument.Parse(text);
        return (document.RootElement.Clone(), answer);
    }

    /// <summary>Ids of the features that a question selects.</summary>
    public async Task<string[]> IdsAsync(string path) =>
        [.. (await GetAsync(path)).GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetString()!)];

    /// <summary>Addresses of the links of a kind.</summary>
    public static string[] Links(JsonElement document, string rel) =>
        [.. document.GetProperty("links").EnumerateArray().Where(l => l.GetProperty("rel").GetString() == rel).Select(l => l.GetProperty("href").GetString()!)];

    public static Agreement Pacific()
    {
        var agreement = GeoZoneFixture.Sample().Clone();
        (agreement.Id, agreement.Title) = ("pacific", "A line across the antimeridian");
        agreement.Obligations.Clear();
        agreement.Routes.Clear();
        agreement.Zones.Clear();
        agreement.Lines.Clear();
        agreement.Lines.Add(new ContactLine
        {
            Id = "meridian",
            Kind = LineKind.CeasefireLine,
            Name = "From west to east",
            Course = new() { Positions = { At(-17, 179.5), At(-17.2, -179.5) } },
            LeftPartyId = agreement.Parties[0].Id,
            RightPartyId = agreement.Parties[1].Id,
            ValidFrom = "2019-01-01",
            ValidTo = "2020-01-01",
        });
        agreement.Zones.Add(new Zone
        {
            Id = "strip",
            Kind = ZoneKind.BufferZone,
            Name = "Strip",
            Band = new() { LineId = "meridian", FarLowM = 10_000, FarHighM = 14_000 },
            ValidFrom = "2019-01-01",
            ValidTo = "2020-01-01",
        });
        agreement.Zones.Add(new Zone
        {
            Id = "ring",
            Kind = ZoneKind.AreaOfSeparation,
            Name = "Square with a hole",
            Polygon = new() { Outer = Square(-20, 170, 0.5), Holes = { Square(-20, 170, 0.1) } },
            ValidFrom = "2019-06-01",
        });
        return agreement;
    }

    private static Ring Square(double latitude, double longitude, double half) => new()
    {
        Positions =
        {
            At(latitude - half, longitude - half), At(latitude - half, longitude + half), At(latitude + half, longitude + half), At(latitude + half, longitude - half),
        },
    };

    private static Position At(double latitude, double longitude) => new() { Latitude = latitude, Longitude = longitude };
}

/// <summary>Tests that look at one service with maps and leave it as it is.</summary>
[CollectionDefinition(Name)]
public sealed class MapsTestsCollection : ICollectionFixture<MapsFixture>
{
    public const string Name = "maps";
}
