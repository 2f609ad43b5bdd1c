using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Truceline.SystemTests;

/// <summary>GDAL and QGIS read the maps through the gateway, as they stand.</summary>
[Collection(RunningSystemCollection.Name)]
[Trait("Needs", "gdal")]
public sealed class MapTests(RunningSystem running) : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);
    private readonly CancellationTokenSource _limit = new(Limit, TimeProvider.System);

    private string Address => new Uri(running.System.Local, "/ogc").ToString();

    /// <summary>A patrol goes along a road near Khan Shaykhun, and somebody is heard of once.</summary>
    public async Task InitializeAsync()
    {
        var day = TimeProvider.System.GetUtcNow().UtcDateTime.Date.AddDays(-1);
        var positions = Enumerable.Range(0, 12).Select(i => new
        {
            objectId = "patrol",
            time = day.AddHours(9).AddMinutes(5 * i).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            position = new { latitude = 35.44 + 0.01 * i, longitude = 36.65 + 0.002 * (i % 2) },
            radiusM = 20,
        }).Append(new { objectId = "lone", time = day.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), position = new { latitude = 35.9, longitude = 36.5 }, radiusM = 20 });
        using var handedIn = await running.Gateway.Rest.PostAsJsonAsync(new Uri("/v1/positions:batch", UriKind.Relative), new { positions }, _limit.Token);
        handedIn.EnsureSuccessStatusCode();
        for (var count = 0; count < 2; await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, _limit.Token))
        {
            using var tracks = await ItemsAsync("tracks");
            count = tracks.RootElement.GetProperty("numberMatched").GetInt32();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _limit.Dispose();

    [Fact]
    public async Task Ogrinfo_OfTheLandingPage_ListsTheCollections()
    {
        var told = await RunAsync("ogrinfo", "-ro", "OAPIF:" + Address);

        Assert.Contains("zones", told, StringComparison.Ordinal);
        Assert.Contains("lines", told, StringComparison.Ordinal);
        Assert.Contains("incidents", told, StringComparison.Ordinal);
        Assert.Contains("tracks", told, StringComparison.Ordinal);
        Assert.Contains("positions", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zones", "agreement_id")]
    [InlineData("lines", "agreement_id")]
    [InlineData("incidents", "agreement_id")]
    [InlineData("tracks", "object_id")]
    [InlineData("positions", "object_id")]
    public async Task Ogrinfo_OfACollection_CountsItsFeatures(string collection, string property)
    {
        using var items = await ItemsAsync(collection);

        var told = await RunAsync("ogrinfo", "-ro", "-so", "OAPIF:" + Address, collection);

        var count = items.RootElement.GetProperty("numberMatched").GetInt32();
        Assert.True(count > 0);
        Assert.Contains($"Feature Count: {count}", told, StringComparison.Ordinal);
        Assert.Contains(property + ": String", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ogr2ogr_OfZonesPageByPage_HasThemAsTheyAre()
    {
        using var items = await ItemsAsync("zones");

        using var read = JsonDocument.Parse(await RunAsync("ogr2ogr", "-f", "GeoJSON", "/vsistdout/", "OAPIF:" + Address, "zones", "-oo", "PAGE_SIZE=1", "-lco", "COORDINATE_PRECISION=9"));

        var expected = Features(items).OrderBy(Name, StringComparer.Ordinal).ToList();
        var actual = Features(read).OrderBy(Name, StringComparer.Ordinal).ToList();
        Assert.Equal(expected.Select(Name), actual.Select(Name));
        foreach (var (wanted, given) in expected.Zip(actual))
        {
            var (at, there) = (Positions(wanted), Positions(given));
            Assert.Equal(at.Count, there.Count);
            Assert.All(at.Zip(there), pair => Assert.True(Math.Abs(pair.First - pair.Second) < 1e-8));
        }
    }

    [Fact]
    public async Task Ogrinfo_InABoxAndByAProperty_CountsWhatIsThere()
    {
        var here = await RunAsync("ogrinfo", "-ro", "-so", "OAPIF:" + Address, "incidents", "-spat", "36", "35", "37", "36");
        var elsewhere = await RunAsync("ogrinfo", "-ro", "-so", "OAPIF:" + Address, "incidents", "-spat", "0", "0", "1", "1");
        var roads = await RunAsync("ogrinfo", "-ro", "-so", "OAPIF:" + Address, "lines", "-where", "kind = 'route'");

        Assert.DoesNotContain("Feature Count: 0", here, StringComparison.Ordinal);
        Assert.Contains("Feature Count: 0", elsewhere, StringComparison.Ordinal);
        Assert.Contains("Feature Count: 2", roads, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ogr2ogr_OfTracks_HasTheWayAsItIs()
    {
        using var items = await ItemsAsync("tracks");

        using var read = JsonDocument.Parse(await RunAsync("ogr2ogr", "-f", "GeoJSON", "/vsistdout/", "OAPIF:" + Address, "tracks", "-lco", "COORDINATE_PRECISION=9", "-where", "object_id = 'patrol'"));

        var expected = Features(items).Single(f => f.GetProperty("properties").GetProperty("object_id").GetString() == "patrol");
        var actual = Assert.Single(Features(read));
        Assert.Equal(24, Positions(actual).Count);
        Assert.All(Positions(expected).Zip(Positions(actual)), pair => Assert.True(Math.Abs(pair.First - pair.Second) < 1e-8));
        Assert.Equal(12, actual.GetProperty("properties").GetProperty("fix_count").GetInt32());
    }

    [Fact]
    public async Task Ogr2ogr_OfATile_DecodesToTheZonesInIt()
    {
        const int Zoom = 6, Row = 25, Column = 38;
        using var items = await ItemsAsync("zones");
        var file = Path.Combine(Path.GetTempPath(), $"truceline-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow())}.pbf");
        try
        {
            await File.WriteAllBytesAsync(file, await running.Gateway.Rest.GetByteArrayAsync(
                new Uri($"/ogc/collections/zones/tiles/WebMercatorQuad/{Zoom}/{Row}/{Column}", UriKind.Relative), _limit.Token), _limit.Token);

            using var tile = JsonDocument.Parse(await RunAsync("ogr2ogr", "-f", "GeoJSON", "/vsistdout/", "MVT:" + file, "zones",
                "-oo", $"Z={Zoom}", "-oo", $"Y={Row}", "-oo", $"X={Column}", "-t_srs", "EPSG:4326"));

            var shown = Features(tile).ToDictionary(Name);
            Assert.Equal(Features(items).Select(Name).Order(StringComparer.Ordinal), shown.Keys.Order(StringComparer.Ordinal));
            foreach (var zone in Features(items))
            {
                // The whole of it lies in this tile; a unit is a seventh of a kilometre.
                var (at, there) = (Positions(zone), Positions(shown[Name(zone)]));
                for (var axis = 0; axis < 2; axis++)
                {
                    Assert.Equal(at.Where((_, i) => i % 2 == axis).Min(), there.Where((_, i) => i % 2 == axis).Min(), 0.006);
                    Assert.Equal(at.Where((_, i) => i % 2 == axis).Max(), there.Where((_, i) => i % 2 == axis).Max(), 0.006);
                }
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    [Trait("Needs", "qgis")]
    public async Task Qgis_ReadsTheFeaturesAndDrawsTheTiles()
    {
        var told = await RunAsync("/usr/bin/python3", Path.Combine(Here(), "read-maps-with-qgis.py"), Address);

        using var seen = JsonDocument.Parse(told[(told.IndexOf("TOLD ", StringComparison.Ordinal) + 5)..]);
        foreach (var collection in new[] { "zones", "lines", "incidents", "tracks", "positions" })
        {
            using var items = await ItemsAsync(collection);
            var (count, layer) = (items.RootElement.GetProperty("numberMatched").GetInt32(), seen.RootElement.GetProperty("features").GetProperty(collection));
            var placed = Features(items).Count(f => f.GetProperty("geometry").ValueKind != JsonValueKind.Null);
            Assert.Equal((true, count, placed, 0, "EPSG:4326"), (layer.GetProperty("valid").GetBoolean(), layer.GetProperty("features").GetInt32(),
                layer.GetProperty("validGeometries").GetInt32(), layer.GetProperty("elsewhere").GetInt32(), layer.GetProperty("crs").GetString()));
            Assert.Contains(collection is "tracks" or "positions" ? "object_id" : "agreement_id", layer.GetProperty("fields").EnumerateArray().Select(f => f.GetString()));
            Assert.True(seen.RootElement.GetProperty("tiles").GetProperty(collection).GetProperty("coloured").GetInt32() > 0, $"the tiles of {collection} colour the map");
        }
    }

    [Fact]
    public async Task Maps_ThroughTheGateway_LinkToItAndKeepTheirOwnErrors()
    {
        using var items = await ItemsAsync("zones?limit=1", "zones");
        using var wrong = await running.Gateway.Rest.GetAsync(new Uri("/ogc/collections/zones/items?bbox=1", UriKind.Relative), _limit.Token);
        using var problem = JsonDocument.Parse(await wrong.Content.ReadAsStringAsync(_limit.Token));

        Assert.All(items.RootElement.GetProperty("links").EnumerateArray(), link => Assert.StartsWith(Address, link.GetProperty("href").GetString(), StringComparison.Ordinal));
        Assert.Equal((400, "application/problem+json", "bbox"), ((int)wrong.StatusCode, wrong.Content.Headers.ContentType?.MediaType,
            problem.RootElement.GetProperty("violations")[0].GetProperty("field").GetString()));
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static IEnumerable<JsonElement> Features(JsonDocument document) => document.RootElement.GetProperty("features").EnumerateArray();

    private static string Name(JsonElement feature)
    {
        var properties = feature.GetProperty("properties");
        return properties.GetProperty("zone_id").GetString() + "/" + properties.GetProperty("extent").GetString();
    }

    private static List<double> Positions(JsonElement feature)
    {
        var numbers = new List<double>();
        Add(feature.GetProperty("geometry").GetProperty("coordinates"));
        return numbers;

        void Add(JsonElement part)
        {
            if (part.ValueKind == JsonValueKind.Number)
            {
                numbers.Add(part.GetDouble());
                return;
            }

            foreach (var inner in part.EnumerateArray())
            {
                Add(inner);
            }
        }
    }

    private Task<JsonDocument> ItemsAsync(string collection) => ItemsAsync(collection, collection);

    private async Task<JsonDocument> ItemsAsync(string question, string collection)
    {
        var query = question.Split('?') is [_, var asked] ? "?" + asked : "";
        return JsonDocument.Parse(await running.Gateway.Rest.GetStringAsync(new Uri($"/ogc/collections/{collection}/items{query}", UriKind.Relative), _limit.Token));
    }

    private async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(_limit.Token);
        var output = await process.StandardOutput.ReadToEndAsync(_limit.Token);
        await process.WaitForExitAsync(_limit.Token);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await error}");
        return output;
    }
}
