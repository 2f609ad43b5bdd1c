using System.Net;
using System.Text.Json;
using NetTopologySuite.Features;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO.VectorTiles.Mapbox;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Truceline.GeoZone.FunctionalTests.Maps;

/// <summary>Vector tiles, read with a decoder that is not the service's own: they say what the features say.</summary>
[Collection(MapsTestsCollection.Name)]
public sealed class TileTests(MapsFixture maps)
{
    private const string Tiles = "/ogc/collections/zones/tiles/WebMercatorQuad";

    /// <summary>A day on which every zone and line is valid.</summary>
    private const string OnADay = "?datetime=2019-07-01";

    [Theory]
    [InlineData("zones", 0, 0, 0)]
    [InlineData("zones", 4, 6, 9)]
    [InlineData("zones", 6, 25, 38)]
    [InlineData("zones", 9, 202, 308)]
    [InlineData("zones", 12, 1616, 2465)]
    // The ring with its hole, and the strip on both sides of the antimeridian.
    [InlineData("zones", 7, 71, 124)]
    [InlineData("zones", 8, 140, 255)]
    [InlineData("zones", 8, 140, 0)]
    [InlineData("zones", 12, 2245, 4095)]
    [InlineData("lines", 0, 0, 0)]
    [InlineData("lines", 8, 140, 255)]
    [InlineData("lines", 8, 101, 154)]
    [InlineData("incidents", 3, 3, 4)]
    [InlineData("incidents", 8, 101, 154)]
    [InlineData("tracks", 0, 0, 0)]
    [InlineData("tracks", 8, 101, 154)]
    // A ship on both sides of the antimeridian.
    [InlineData("tracks", 8, 140, 255)]
    [InlineData("tracks", 8, 140, 0)]
    [InlineData("positions", 3, 3, 4)]
    public async Task Tile_Decoded_ShowsTheFeaturesThatLieInIt(string collection, int z, int y, int x)
    {
        var day = collection is "zones" or "lines" ? OnADay : "";
        var decoded = await DecodeAsync($"/ogc/collections/{collection}/tiles/WebMercatorQuad/{z}/{y}/{x}{day}", z, y, x);
        var features = (await maps.GetAsync($"/ogc/collections/{collection}/items?crs={MapsFixture.Epsg3857}")).GetProperty("features").EnumerateArray()
            .ToDictionary(f => f.GetProperty("id").GetString()!);

        var unit = 2 * Math.PI * 6378137 / (1 << z) / 4096;
        var inner = Frame(z, y, x, 0);
        var expected = features.Where(f => f.Value.GetProperty("geometry").ValueKind != JsonValueKind.Null && Geo.Geometry(f.Value.GetProperty("geometry")) is var g && g.Intersects(inner) && (g.Dimension == Dimension.Point || g.EnvelopeInternal.Diameter > 40 * unit));
        Assert.NotEmpty(decoded);
        Assert.Empty(expected.Select(e => e.Key).Except(decoded.Select(d => (string)d.Attributes["id"])));
        foreach (var feature in decoded)
        {
            var source = features[(string)feature.Attributes["id"]];
            AssertSameProperties(source.GetProperty("properties"), feature.Attributes);
            AssertSameShape(Geo.Geometry(source.GetProperty("geometry")), ToMetres(feature.Geometry), inner, unit);
        }
    }

    [Fact]
    public async Task Tile_OfAHole_LeavesItOut()
    {
        // Level 10, around 20° south, 170° east: the middle of the hole.
        var decoded = await DecodeAsync($"{Tiles}/10/570/995{OnADay}", 10, 570, 995);

        var ring = Assert.Single(decoded, f => (string)f.Attributes["id"] == "pacific.ring@1").Geometry;
        Assert.False(ring.Contains(new Point(170, -20)));
        Assert.True(ring.Contains(new Point(169.85, -20)));
    }

    [Theory]
    [InlineData("0/0/0")]
    [InlineData("6/25/38")]
    [InlineData("9/202/308")]
    [InlineData("10/570/995")]
    [InlineData("12/1616/2465")]
    [InlineData("13/3232/4930")]
    public async Task Tile_OfZones_HasValidPolygonsWoundAsTheFormatWants(string at)
    {
        var bytes = await maps.Client.GetByteArrayAsync(new Uri($"{Tiles}/{at}{OnADay}", UriKind.Relative));

        var rings = RawTile.Rings(bytes);
        Assert.NotEmpty(rings);
        foreach (var feature in rings)
        {
            Assert.True(Area(feature[0]) > 0, "the first ring is a shell");
            Polygon? last = null;
            foreach (var ring in feature)
            {
                Assert.All(ring, p => Assert.True(p.X is >= -64 and <= 4160 && p.Y is >= -64 and <= 4160, $"{p} lies beyond the buffer"));
                var polygon = new Polygon(new LinearRing([.. ring, ring[0].Copy()]));
                Assert.True(polygon.IsValid);
                if (Area(ring) > 0)
                    last = polygon;
                else
                    Assert.True(last!.Covers(polygon), "a hole lies in the shell before it");
            }
        }
    }

    [Fact]
    public async Task Tile_AskedForAgain_IsNotSentAgainUntilItChanges()
    {
        await using var changed = await MapsFixture.CreateAsync();
        var here = new Uri($"{Tiles}/7/71/124{OnADay}", UriKind.Relative);
        var elsewhere = new Uri($"{Tiles}/6/25/38", UriKind.Relative);
        var (tag, other) = (await TagAsync(changed, here), await TagAsync(changed, elsewhere));
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(changed, here, tag));
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(changed, here, $"\"else\", W/{tag}"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(changed, here, other));
        var agreement = MapsFixture.Pacific();
        agreement.Zones.Single(z => z.Id == "ring").Polygon.Outer.Positions[0].Latitude -= 0.01;

        await changed.Service.Agreements.ImportAgreementAsync(new() { Agreement = agreement });

        Assert.Equal(HttpStatusCode.OK, await AskAsync(changed, here, tag));
        Assert.NotEqual(tag, await TagAsync(changed, here));
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(changed, elsewhere, other));
    }

    [Fact]
    public async Task Tile_OfIncidents_ChangesWithThem()
    {
        await using var changed = await MapsFixture.CreateAsync();
        var here = new Uri("/ogc/collections/incidents/tiles/WebMercatorQuad/8/101/154", UriKind.Relative);
        var tag = await TagAsync(changed, here);

        await changed.Service.DeliverAsync(GeoZoneFixture.Strikes("report-2", "Another agency"), "event-2");

        Assert.Equal(HttpStatusCode.OK, await AskAsync(changed, here, tag));
    }

    [Fact]
    public async Task Tile_WithNothingInIt_HasNoContent()
    {
        using var answer = await maps.Client.GetAsync(new Uri($"{Tiles}/10/0/0", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotModified, await AskAsync(maps, new Uri($"{Tiles}/10/0/0", UriKind.Relative), answer.Headers.ETag!.ToString()));
    }

    [Theory]
    [InlineData("23/0/0")]
    [InlineData("1/2/0")]
    [InlineData("1/0/2")]
    [InlineData("-1/0/0")]
    [InlineData("a/0/0")]
    [InlineData("1/0/0.5")]
    public async Task Tile_ThatIsNotInTheMatrix_IsNotFound(string at) =>
        Assert.Equal("TILE_NOT_FOUND", (await maps.GetAsync($"{Tiles}/{at}", HttpStatusCode.NotFound)).GetProperty("reason").GetString());

    [Fact]
    public async Task TileJson_LeadsToTheTilesAndNamesTheirFields()
    {
        var json = await maps.GetAsync($"{Tiles}/tilejson");

        Assert.Equal("3.0.0", json.GetProperty("tilejson").GetString());
        var template = json.GetProperty("tiles")[0].GetString()!;
        var layer = Assert.Single(json.GetProperty("vector_layers").EnumerateArray());
        Assert.Equal("zones", layer.GetProperty("id").GetString());
        var decoded = await DecodeAsync(template.Replace("{z}/{y}/{x}", "0/0/0", StringComparison.Ordinal), 0, 0, 0);
        Assert.All(decoded.SelectMany(f => f.Attributes.GetNames()), name => Assert.True(layer.GetProperty("fields").TryGetProperty(name, out _), name));
        var box = json.GetProperty("bounds").EnumerateArray().Select(n => n.GetDouble()).ToArray();
        Assert.Equal((-180.0, 180.0), (box[0], box[2]));
    }

    private static double Area(IReadOnlyList<Coordinate> ring) =>
        ring.Select((a, i) => (A: a, B: ring[(i + 1) % ring.Count])).Sum(e => e.A.X * e.B.Y - e.B.X * e.A.Y) / 2;

    private static void AssertSameProperties(JsonElement expected, IAttributesTable actual)
    {
        var properties = expected.EnumerateObject().ToDictionary(p => p.Name, p => p.Value);
        Assert.Equal(properties.Keys.Append("id").Order(StringComparer.Ordinal), actual.GetNames().Order(StringComparer.Ordinal));
        foreach (var (name, value) in properties)
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.Number:
                    Assert.Equal(value.GetDouble(), Convert.ToDouble(actual[name], System.Globalization.CultureInfo.InvariantCulture));
                    break;
                case JsonValueKind.String:
                    Assert.Equal(value.GetString(), actual[name]);
                    break;
                default:
                    Assert.Equal(value.GetBoolean(), actual[name]);
                    break;
            }
        }
    }

    // A tile may differ by what simplification (2 units) and rounding (less than 1) allow.
    private static void AssertSameShape(Geometry source, Geometry tile, Geometry inner, double unit)
    {
        Assert.Equal(source.Dimension, tile.Dimension);
        var (wanted, shown) = (Common(source, inner), Common(tile, inner));
        Assert.True(shown.IsEmpty || source.Buffer(4 * unit).Covers(shown), "the tile shows nothing that the feature has not");
        if (source.Dimension == Dimension.Surface)
        {
            // Where the area is wider than what may be lost at both of its edges, it is shown.
            var sure = wanted.Buffer(-4 * unit);
            Assert.True(sure.IsEmpty || tile.Buffer(4 * unit).Covers(sure), "the tile shows all of the feature");
            Assert.InRange(Math.Abs(wanted.Area - shown.Area), 0, 4 * unit * (wanted.Length + 8 * unit));
        }
        else
        {
            Assert.True(wanted.IsEmpty || tile.Buffer(4 * unit).Covers(wanted), "the tile shows all of the feature");
        }
    }

    private static Geometry Common(Geometry a, Geometry b) => OverlayNGRobust.Overlay(a, b, SpatialFunction.Intersection);

    private static Polygon Frame(int z, int y, int x, double bufferUnits)
    {
        var side = 2 * Math.PI * 6378137 / (1 << z);
        var buffer = side / 4096 * bufferUnits;
        var (west, north) = (-Math.PI * 6378137 + x * side, Math.PI * 6378137 - y * side);
        return (Polygon)GeometryFactory.Default.ToGeometry(new Envelope(west - buffer, west + side + buffer, north - side - buffer, north + buffer));
    }

    private static Geometry ToMetres(Geometry degrees)
    {
        var metres = degrees.Copy();
        metres.Apply(new Mercator());
        metres.GeometryChanged();
        return metres;
    }

    private async Task<List<IFeature>> DecodeAsync(string path, int z, int y, int x)
    {
        using var answer = await maps.Client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
        Assert.Equal("application/vnd.mapbox-vector-tile", answer.Content.Headers.ContentType?.MediaType);
        var tile = new MapboxTileReader().Read(await answer.Content.ReadAsStreamAsync(), new NetTopologySuite.IO.VectorTiles.Tiles.Tile(x, y, z));
        return [.. Assert.Single(tile.Layers).Features];
    }

    private static async Task<string> TagAsync(MapsFixture maps, Uri tile)
    {
        using var answer = await maps.Client.GetAsync(tile);
        return answer.Headers.ETag!.ToString();
    }

    private static async Task<HttpStatusCode> AskAsync(MapsFixture maps, Uri tile, string tags)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, tile);
        request.Headers.TryAddWithoutValidation("If-None-Match", tags);
        using var answer = await maps.Client.SendAsync(request);
        return answer.StatusCode;
    }

    private sealed class Mercator : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            seq.SetX(i, 6378137 * seq.GetX(i) * Math.PI / 180);
            seq.SetY(i, 6378137 * Math.Log(Math.Tan(Math.PI / 4 + seq.GetY(i) * Math.PI / 360)));
        }
    }
}
