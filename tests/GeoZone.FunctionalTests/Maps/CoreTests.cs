using System.Net;
using System.Text.Json;

namespace Truceline.GeoZone.FunctionalTests.Maps;

/// <summary>OGC API Features Part 1, classes Core and GeoJSON: the documents that lead to the features. Each test names the requirements that it shows.</summary>
[Collection(MapsTestsCollection.Name)]
public sealed class CoreTests(MapsFixture maps)
{
    [Fact]
    [Trait("Requirement", "/req/core/root-op, /req/core/root-success")]
    public async Task Landing_HasTheLinksThatLeadOn()
    {
        var landing = await maps.GetAsync("/ogc");

        Assert.Empty(PublishedSchema.Violations("landingPage", landing));
        Assert.Single(MapsFixture.Links(landing, "service-desc"));
        foreach (var rel in new[] { "self", "service-desc", "conformance", "data" })
            await maps.GetAsync(Assert.Single(MapsFixture.Links(landing, rel)));
    }

    [Fact]
    [Trait("Requirement", "/req/core/conformance-op, /req/core/conformance-success")]
    public async Task Conformance_NamesTheClassesThatTheseTestsShow()
    {
        var conformance = await maps.GetAsync("/ogc/conformance");

        Assert.Empty(PublishedSchema.Violations("confClasses", conformance));
        Assert.Equal(
            [
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson",
                "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30",
                "http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs",
                "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables",
                "http://www.opengis.net/spec/ogcapi-features-3/1.0/conf/queryables-query-parameters",
            ],
            conformance.GetProperty("conformsTo").EnumerateArray().Select(c => c.GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "/req/core/fc-md-op, fc-md-success, fc-md-links, fc-md-items, fc-md-items-links, fc-md-extent")]
    public async Task Collections_ListThemAllWithItemsAndExtent()
    {
        var collections = await maps.GetAsync("/ogc/collections");

        Assert.Empty(PublishedSchema.Violations("collections", collections));
        Assert.Single(MapsFixture.Links(collections, "self"));
        var listed = collections.GetProperty("collections").EnumerateArray().ToList();
        Assert.Equal(["zones", "lines", "incidents", "tracks", "positions"], listed.Select(c => c.GetProperty("id").GetString()));
        foreach (var collection in listed)
        {
            var items = Assert.Single(collection.GetProperty("links").EnumerateArray(), l => l.GetProperty("rel").GetString() == "items");
            Assert.Equal("application/geo+json", items.GetProperty("type").GetString());
            var box = collection.GetProperty("extent").GetProperty("spatial").GetProperty("bbox")[0].EnumerateArray().Select(n => n.GetDouble()).ToArray();
            var features = (await maps.GetAsync(items.GetProperty("href").GetString()!)).GetProperty("features").EnumerateArray().ToList();
            Assert.NotEmpty(features);
            Assert.All(features.SelectMany(f => Geo.Positions(f.GetProperty("geometry"))), at =>
            {
                Assert.InRange(at.X, box[0] - 1e-8, box[2] + 1e-8);
                Assert.InRange(at.Y, box[1] - 1e-8, box[3] + 1e-8);
            });
        }
    }

    [Fact]
    [Trait("Requirement", "/req/core/fc-md-extent-multi")]
    public async Task Collection_OfZones_ReachesFromTheFirstDayAndHasNoEnd()
    {
        var zones = await maps.GetAsync("/ogc/collections/zones");

        var interval = zones.GetProperty("extent").GetProperty("temporal").GetProperty("interval")[0];
        Assert.Equal(GeoZoneFixture.Sample().Zones.Min(z => z.ValidFrom) + "T00:00:00Z", interval[0].GetString());
        Assert.Equal(JsonValueKind.Null, interval[1].ValueKind);
    }

    [Theory]
    [MemberData(nameof(MapsFixture.Collections), MemberType = typeof(MapsFixture))]
    [Trait("Requirement", "/req/core/sfc-md-op, /req/core/sfc-md-success")]
    public async Task Collection_ById_IsAsInTheList(string id)
    {
        var collection = await maps.GetAsync("/ogc/collections/" + id);
        var listed = (await maps.GetAsync("/ogc/collections")).GetProperty("collections").EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);

        Assert.Empty(PublishedSchema.Violations("collection", collection));
        Assert.Equal(listed.ToString(), collection.ToString());
    }

    [Theory]
    [MemberData(nameof(MapsFixture.Collections), MemberType = typeof(MapsFixture))]
    [Trait("Requirement", "Part 3: /req/queryables/get-queryables-uris, get-queryables-op, get-queryables-response; /req/queryables-query-parameters/parameters")]
    public async Task Queryables_AreTheParametersThatSelectByAProperty(string id)
    {
        var link = Assert.Single(MapsFixture.Links(await maps.GetAsync("/ogc/collections/" + id), "http://www.opengis.net/def/rel/ogc/1.0/queryables"));
        var (schema, answer) = await maps.AskAsync(link);

        Assert.Equal("application/schema+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(("https://json-schema.org/draft/2020-12/schema", link, "object", false), (schema.GetProperty("$schema").GetString(), schema.GetProperty("$id").GetString(),
            schema.GetProperty("type").GetString(), schema.GetProperty("additionalProperties").GetBoolean()));
        var queryables = schema.GetProperty("properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetProperty("type").GetString());
        foreach (var feature in (await maps.GetAsync($"/ogc/collections/{id}/items")).GetProperty("features").EnumerateArray())
        {
            foreach (var property in feature.GetProperty("properties").EnumerateObject())
            {
                Assert.Contains(property.Name, queryables.Keys);
                var same = await maps.IdsAsync($"/ogc/collections/{id}/items?{property.Name}={Uri.EscapeDataString(property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString()! : property.Value.GetRawText())}");
                Assert.Contains(feature.GetProperty("id").GetString(), same);
            }
        }
    }

    [Theory]
    [MemberData(nameof(MapsFixture.Collections), MemberType = typeof(MapsFixture))]
    [Trait("Requirement", "/req/core/f-op, f-success, f-links; /req/geojson/definition, content")]
    public async Task Feature_ById_IsAsInTheCollectionWithItsLinks(string id)
    {
        foreach (var item in (await maps.GetAsync($"/ogc/collections/{id}/items")).GetProperty("features").EnumerateArray())
        {
            var (feature, answer) = await maps.AskAsync($"/ogc/collections/{id}/items/{item.GetProperty("id").GetString()}");

            Assert.Equal("application/geo+json", answer.Content.Headers.ContentType?.MediaType);
            Assert.Empty(PublishedSchema.Violations("featureGeoJSON", feature));
            Assert.Equal(item.GetProperty("geometry").ToString(), feature.GetProperty("geometry").ToString());
            Assert.Equal(item.GetProperty("properties").ToString(), feature.GetProperty("properties").ToString());
            Assert.Equal(feature.ToString(), (await maps.GetAsync(Assert.Single(MapsFixture.Links(feature, "self")))).ToString());
            Assert.Equal(id, (await maps.GetAsync(Assert.Single(MapsFixture.Links(feature, "collection")))).GetProperty("id").GetString());
        }
    }

    [Theory]
    [InlineData("/ogc")]
    [InlineData("/ogc/conformance")]
    [InlineData("/ogc/api")]
    [InlineData("/ogc/collections")]
    [InlineData("/ogc/collections/zones")]
    [InlineData("/ogc/collections/zones/queryables")]
    [InlineData("/ogc/collections/zones/items")]
    [InlineData("/ogc/collections/zones/items/pacific.ring@1")]
    [InlineData("/ogc/collections/zones/tiles/WebMercatorQuad/tilejson")]
    [InlineData("/ogc/collections/zones/tiles/WebMercatorQuad/0/0/0")]
    [Trait("Requirement", "/req/core/query-param-unknown, /req/core/http")]
    public async Task AnyPath_WithAParameterThatItDoesNotKnow_IsRefused(string path)
    {
        var (problem, answer) = await maps.AskAsync(path + "?colour=red", HttpStatusCode.BadRequest);

        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(PublishedSchema.Violations("exception", problem));
        Assert.Equal(("colour", "UNKNOWN"), Assert.Single(Geo.Violations(problem)));
        using var head = await maps.Client.SendAsync(new(HttpMethod.Head, new Uri(path, UriKind.Relative)));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/ogc")]
    [InlineData("/ogc/conformance")]
    [InlineData("/ogc/api")]
    [InlineData("/ogc/collections")]
    [InlineData("/ogc/collections/zones")]
    [InlineData("/ogc/collections/zones/queryables")]
    [InlineData("/ogc/collections/zones/items")]
    [InlineData("/ogc/collections/zones/items/pacific.ring@1")]
    [InlineData("/ogc/collections/zones/tiles/WebMercatorQuad/tilejson")]
    public async Task AnyPath_AskedForJson_AnswersAsWithoutAskingAndRefusesAnotherForm(string path)
    {
        var (plain, asked) = (await maps.GetAsync(path), await maps.GetAsync(path + "?f=json"));
        var refused = await maps.GetAsync(path + "?f=html", HttpStatusCode.BadRequest);

        // Only what is said of the address asked for may differ.
        Assert.Equal(plain.ToString(), asked.ToString().Replace("?f=json", "", StringComparison.Ordinal));
        Assert.Equal(("f", "UNSUPPORTED_FORM"), Assert.Single(Geo.Violations(refused)));
    }

    [Theory]
    [InlineData("zones", "kind", "demilitarised_zone")]
    [InlineData("zones", "extent", "possible")]
    [InlineData("lines", "kind", "route")]
    [InlineData("incidents", "compliance", "possibly_violated")]
    public async Task Queryables_OfAListedProperty_NameItsValuesAndEachIsTaken(string id, string property, string value)
    {
        var schema = (await maps.GetAsync($"/ogc/collections/{id}/queryables")).GetProperty("properties").GetProperty(property);

        var values = schema.GetProperty("enum").EnumerateArray().Select(v => v.GetString()!).ToList();
        Assert.Contains(value, values);
        Assert.DoesNotContain("unspecified", values);
        foreach (var each in values)
            await maps.GetAsync($"/ogc/collections/{id}/items?{property}={each}");
    }

    [Theory]
    [InlineData("/ogc/collections/rivers", "COLLECTION_NOT_FOUND")]
    [InlineData("/ogc/collections/rivers/items", "COLLECTION_NOT_FOUND")]
    [InlineData("/ogc/collections/zones/items/pacific.none", "FEATURE_NOT_FOUND")]
    public async Task AnyPath_OfWhatIsNotThere_IsNotFound(string path, string reason)
    {
        var problem = await maps.GetAsync(path, HttpStatusCode.NotFound);

        Assert.Empty(PublishedSchema.Violations("exception", problem));
        Assert.Equal(reason, problem.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Links_BehindAGateway_BeginWithItsAddress()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/ogc/collections/zones/items?limit=1", UriKind.Relative));
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "monitor.example.org:8443");

        using var answer = await maps.Client.SendAsync(request);
        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.All(document.RootElement.GetProperty("links").EnumerateArray(),
            link => Assert.StartsWith("https://monitor.example.org:8443/ogc/collections/zones", link.GetProperty("href").GetString(), StringComparison.Ordinal));
    }
}
