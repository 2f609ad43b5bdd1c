using System.Net;

namespace Truceline.GeoZone.FunctionalTests.Maps;

/// <summary>OGC API Features Part 1, class Core: which features a question selects, and in what pages.</summary>
[Collection(MapsTestsCollection.Name)]
public sealed class ItemsTests(MapsFixture maps)
{
    private const string Zones = "/ogc/collections/zones/items";
    private static readonly string[] PacificZones = ["pacific.ring@1", "pacific.strip@1", "pacific.strip@1.possible"];

    [Theory]
    [MemberData(nameof(MapsFixture.Collections), MemberType = typeof(MapsFixture))]
    [Trait("Requirement", "/req/core/fc-op, fc-response, fc-links, fc-rel-type, fc-timeStamp, fc-numberMatched, fc-numberReturned; /req/geojson/definition, content")]
    public async Task Items_OfACollection_AreAValidFeatureCollection(string collection)
    {
        var (items, answer) = await maps.AskAsync($"/ogc/collections/{collection}/items");

        Assert.Equal("application/geo+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Empty(PublishedSchema.Violations("featureCollectionGeoJSON", items));
        var count = items.GetProperty("features").GetArrayLength();
        Assert.True(count > 0);
        Assert.Equal(count, items.GetProperty("numberReturned").GetInt32());
        Assert.Equal(count, items.GetProperty("numberMatched").GetInt32());
        Assert.Equal(GeoZoneFixture.Now, items.GetProperty("timeStamp").GetDateTimeOffset());
        Assert.All(items.GetProperty("links").EnumerateArray(), link => Assert.NotEqual("", link.GetProperty("type").GetString()));
        Assert.Equal("/ogc/collections/" + collection + "/items", new Uri(Assert.Single(MapsFixture.Links(items, "self"))).AbsolutePath);
        Assert.Empty(MapsFixture.Links(items, "next"));
    }

    [Fact]
    public async Task Zones_WithAnIntervalOfWidths_AreTwoFeaturesThatDoNotOverlap()
    {
        var features = (await maps.GetAsync(Zones)).GetProperty("features").EnumerateArray().ToDictionary(f => f.GetProperty("id").GetString()!);
        var (certain, possible) = (Geo.Geometry(features["pacific.strip@1"].GetProperty("geometry")), Geo.Geometry(features["pacific.strip@1.possible"].GetProperty("geometry")));

        Assert.Equal("certain", features["pacific.strip@1"].GetProperty("properties").GetProperty("extent").GetString());
        Assert.Equal("possible", features["pacific.strip@1.possible"].GetProperty("properties").GetProperty("extent").GetString());
        Assert.True(certain.IsValid && possible.IsValid);
        Assert.InRange(certain.Intersection(possible).Area / certain.Area, 0, 1e-6);
        // Both sides share 10 and 14 km: the strip is 5 km on each, what is possible 2 km more.
        Assert.Equal(0.4, possible.Area / certain.Area, 2e-3);
        Assert.All(Geo.Positions(features["pacific.strip@1"].GetProperty("geometry")), at => Assert.InRange(at.X, -180, 180));
    }

    [Fact]
    public async Task Incident_ShowsWhatIsKnownOfItAndNoQuote()
    {
        var incident = (await maps.GetAsync("/ogc/collections/incidents/items?zone_id=dmz")).GetProperty("features")[0];
        var stored = Assert.Single((await maps.Service.Incidents.ListIncidentsAsync(new())).Incidents, i => i.Finding.ZoneId == "dmz");

        var properties = incident.GetProperty("properties");
        Assert.Equal(stored.Id, "sha256:" + incident.GetProperty("id").GetString());
        Assert.Equal((stored.Place.Position.Longitude, stored.Place.Position.Latitude), (incident.GetProperty("geometry").GetProperty("coordinates")[0].GetDouble(), incident.GetProperty("geometry").GetProperty("coordinates")[1].GetDouble()));
        Assert.Equal(("ceasefire_violation", "assault_aerial", "unverified", "standing", 2000.0, "2018-10-20"),
            (Word("kind"), Word("class"), Word("verification"), Word("status"), properties.GetProperty("radius_m").GetDouble(), Word("start_date")));
        Assert.DoesNotContain("jets struck", incident.ToString(), StringComparison.Ordinal);

        string? Word(string name) => properties.GetProperty(name).GetString();
    }

    [Theory]
    [InlineData("bbox=169,-21,171,-19", "pacific.ring@1")]
    [InlineData("bbox=169,-21,-100,171,-19,100", "pacific.ring@1")]
    [InlineData("bbox=169.95,-20.05,170.05,-19.95", "")]
    [InlineData("bbox=179.9,-18,-179.9,-16", "pacific.strip@1,pacific.strip@1.possible")]
    [InlineData("bbox=179.9,-18,180,-16", "pacific.strip@1,pacific.strip@1.possible")]
    [InlineData("bbox=-180,-18,-179.9,-16", "pacific.strip@1,pacific.strip@1.possible")]
    [InlineData("bbox=169,-21,-179.9,-16", "pacific.ring@1,pacific.strip@1,pacific.strip@1.possible")]
    [InlineData("bbox=179.9,-17.08,179.9,-17.08", "pacific.strip@1")]
    [InlineData("bbox=0,50,1,51", "")]
    [Trait("Requirement", "/req/core/fc-bbox-definition, /req/core/fc-bbox-response")]
    public async Task Items_InABox_AreThoseThatMeetIt(string question, string expected) =>
        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), await maps.IdsAsync($"{Zones}?{question}"));

    [Theory]
    [InlineData("2018-12-31T23:59:59Z", "")]
    [InlineData("2019-01-01T00:00:00Z", "pacific.strip@1,pacific.strip@1.possible")]
    [InlineData("2019-01-01T01:00:00%2B01:00", "pacific.strip@1,pacific.strip@1.possible")]
    [InlineData("2019-01-01T00:30:00%2B01:00", "")]
    [InlineData("2019-07-01T00:00:00.5Z", "pacific.ring@1,pacific.strip@1,pacific.strip@1.possible")]
    [InlineData("2020-01-01T00:00:00Z", "pacific.ring@1")]
    [InlineData("2019-12-31", "pacific.ring@1,pacific.strip@1,pacific.strip@1.possible")]
    [InlineData("2018-01-01T00:00:00Z/2018-12-31T23:59:59Z", "")]
    [InlineData("2018-01-01T00:00:00Z/2019-01-01T00:00:00Z", "pacific.strip@1,pacific.strip@1.possible")]
    [InlineData("2020-01-01T00:00:00Z/..", "pacific.ring@1")]
    [InlineData("2020-01-01T00:00:00Z/", "pacific.ring@1")]
    [InlineData("../2019-05-31T00:00:00Z", "pacific.strip@1,pacific.strip@1.possible")]
    [InlineData("/2019-05-31T00:00:00Z", "pacific.strip@1,pacific.strip@1.possible")]
    [Trait("Requirement", "/req/core/fc-time-definition, /req/core/fc-time-response")]
    public async Task Items_AtATime_AreThoseThatHoldThen(string datetime, string expected) =>
        Assert.Equal(expected.Split(',', StringSplitOptions.RemoveEmptyEntries), await maps.IdsAsync($"{Zones}?agreement_id=pacific&datetime={datetime}"));

    [Theory]
    [InlineData("zones", "agreement_id=pacific&extent=certain", 2)]
    [InlineData("zones", "kind=buffer_zone", 2)]
    [InlineData("zones", "far_low_m=10000", 2)]
    [InlineData("zones", "illustrative=false&agreement_id=pacific", 3)]
    [InlineData("zones", "illustrative=true&agreement_id=pacific", 0)]
    [InlineData("zones", "name=strip", 0)]
    [InlineData("lines", "kind=route", 2)]
    [InlineData("incidents", "zone_id=dmz&version=1", 1)]
    [InlineData("incidents", "version=2", 0)]
    public async Task Items_ByProperties_AreThoseThatHaveThem(string collection, string question, int expected) =>
        Assert.Equal(expected, (await maps.IdsAsync($"/ogc/collections/{collection}/items?{question}")).Length);

    [Theory]
    [InlineData("bbox=1,2,3", "bbox", "MALFORMED")]
    [InlineData("bbox=1,2,3,4,5", "bbox", "MALFORMED")]
    [InlineData("bbox=a,b,c,d", "bbox", "MALFORMED")]
    [InlineData("bbox=NaN,1,2,3", "bbox", "MALFORMED")]
    [InlineData("bbox=0,10,1,5", "bbox", "OUT_OF_ORDER")]
    [InlineData("bbox=0,0,9,1,1,1", "bbox", "OUT_OF_ORDER")]
    [InlineData("bbox=0,0,181,1", "bbox", "OUT_OF_RANGE")]
    [InlineData("bbox=0,-91,1,1", "bbox", "OUT_OF_RANGE")]
    [InlineData("bbox=", "bbox", "MALFORMED")]
    [InlineData("datetime=yesterday", "datetime", "MALFORMED")]
    [InlineData("datetime=2019-01-01T00:00:00", "datetime", "MALFORMED")]
    [InlineData("datetime=../..", "datetime", "MALFORMED")]
    [InlineData("datetime=2019-02-30T00:00:00Z", "datetime", "MALFORMED")]
    [InlineData("datetime=2019-01-02/2019-01-01", "datetime", "OUT_OF_ORDER")]
    [InlineData("datetime=2019-01-02/2019-01-03/2019-01-04", "datetime", "MALFORMED")]
    [InlineData("limit=0", "limit", "OUT_OF_RANGE")]
    [InlineData("limit=-1", "limit", "OUT_OF_RANGE")]
    [InlineData("limit=ten", "limit", "OUT_OF_RANGE")]
    [InlineData("limit=1.5", "limit", "OUT_OF_RANGE")]
    [InlineData("limit=1&limit=2", "limit", "REPEATED")]
    [InlineData("cursor=***", "cursor", "MALFORMED")]
    [InlineData("illustrative=perhaps", "illustrative", "MALFORMED")]
    [InlineData("near_m=far", "near_m", "MALFORMED")]
    [InlineData("kind=ZONE_KIND_DEMILITARISED_ZONE", "kind", "UNKNOWN_VALUE")]
    [InlineData("extent=Certain", "extent", "UNKNOWN_VALUE")]
    [InlineData("valid_from=2020", "valid_from", "MALFORMED")]
    [InlineData("valid_to=2020-02-30", "valid_to", "MALFORMED")]
    [InlineData("f=html", "f", "UNSUPPORTED_FORM")]
    [InlineData("f=", "f", "UNSUPPORTED_FORM")]
    [InlineData("BBOX=0,0,1,1", "BBOX", "UNKNOWN")]
    [Trait("Requirement", "/req/core/query-param-invalid")]
    public async Task Items_WithAWrongParameter_AreRefusedWithItsName(string question, string field, string reason)
    {
        var problem = await maps.GetAsync($"{Zones}?{question}", HttpStatusCode.BadRequest);

        Assert.Empty(PublishedSchema.Violations("exception", problem));
        Assert.Equal((field, reason), Assert.Single(Geo.Violations(problem)));
    }

    [Theory]
    [InlineData("zones", "kind=dmz", "demilitarised_zone, ")]
    [InlineData("zones", "valid_from=2020", "YYYY-MM-DD")]
    [InlineData("zones", "datetime=2020", "a day (2018-10-15) or an instant with its offset (2018-10-15T12:00:00Z), or an interval")]
    [InlineData("zones", "f=html", "json")]
    [InlineData("lines", "kind=road", ", route.")]
    [InlineData("incidents", "status=open", "standing, cancelled.")]
    [InlineData("incidents", "opened_time=2018-12-01", "2018-10-15T12:00:00Z")]
    public async Task Items_WithAWrongValue_AreToldWhatIsTaken(string collection, string question, string expected)
    {
        var problem = await maps.GetAsync($"/ogc/collections/{collection}/items?{question}", HttpStatusCode.BadRequest);

        Assert.Contains(expected, Assert.Single(problem.GetProperty("violations").EnumerateArray()).GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_ByAnInstant_AreFoundHoweverItIsWritten() =>
        Assert.Equal(["ship@2018-12-01"], (await maps.IdsAsync($"/ogc/collections/tracks/items?object_id=ship&start_time={await StartAsync()}")).Distinct());

    [Fact]
    public async Task Items_WithSeveralFaults_NamesThemAll()
    {
        var problem = await maps.GetAsync($"{Zones}?bbox=1&datetime=x&limit=0&crs=x&colour=red", HttpStatusCode.BadRequest);

        Assert.Equal(["bbox", "colour", "crs", "datetime", "limit"], Geo.Violations(problem).Select(v => v.Field).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("limit=10001")]
    [InlineData("limit=99999999999999999999")]
    [Trait("Requirement", "/req/core/fc-limit-definition, /req/core/fc-limit-response-1")]
    public async Task Items_BeyondTheLargestLimit_AreGivenAtTheLargest(string question) => Assert.NotEmpty(await maps.IdsAsync($"{Zones}?{question}"));

    [Fact]
    [Trait("Requirement", "/req/core/fc-limit-response-1, /req/core/fc-links")]
    public async Task Items_PageByPage_AreAllOfThemOnceInOneOrder()
    {
        var all = await maps.IdsAsync(Zones);

        var paged = await PagesAsync($"{Zones}?limit=2");

        Assert.All(paged, page => Assert.InRange(page.Length, 1, 2));
        Assert.Equal(all, paged.SelectMany(p => p));
        Assert.Equal(all.Order(StringComparer.Ordinal), all);
        Assert.True(paged.Count == (all.Length + 1) / 2);
    }

    [Fact]
    public async Task Items_PagedWithFilters_KeepThemInTheLinks()
    {
        var paged = await PagesAsync($"{Zones}?limit=1&agreement_id=pacific&bbox=160,-30,-170,-10&datetime=2019-07-01T00:00:00Z/..");

        Assert.Equal(PacificZones, paged.SelectMany(p => p));
    }

    [Fact]
    public async Task Items_PagedWhileFeaturesCome_GiveNoneTwiceAndMissNoneThatStayed()
    {
        await using var changed = await MapsFixture.CreateAsync();
        var first = await changed.GetAsync($"{Zones}?limit=2&agreement_id=pacific");
        var agreement = MapsFixture.Pacific();
        var before = agreement.Zones.Single(z => z.Id == "ring").Clone();
        before.Id = "atoll";
        agreement.Zones.Add(before);

        await changed.Service.Agreements.ImportAgreementAsync(new() { Agreement = agreement });

        var next = await changed.IdsAsync(Assert.Single(MapsFixture.Links(first, "next")));
        Assert.Equal(["pacific.strip@1.possible"], next);
        Assert.Equal(4, (await changed.GetAsync($"{Zones}?limit=1&agreement_id=pacific")).GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task Items_AfterAnImport_AreAsImportedAtOnce()
    {
        await using var changed = await MapsFixture.CreateAsync();
        var agreement = MapsFixture.Pacific();
        agreement.Zones.Single(z => z.Id == "ring").Name = "Another name";
        agreement.Zones.Remove(agreement.Zones.Single(z => z.Id == "strip"));
        Assert.Equal(PacificZones, await changed.IdsAsync(Zones + "?agreement_id=pacific"));

        await changed.Service.Agreements.ImportAgreementAsync(new() { Agreement = agreement });

        var left = Assert.Single((await changed.GetAsync(Zones + "?agreement_id=pacific")).GetProperty("features").EnumerateArray());
        Assert.Equal("Another name", left.GetProperty("properties").GetProperty("name").GetString());
    }

    /// <summary>When the ship was first heard of, by the clocks of Nepal.</summary>
    private async Task<string> StartAsync()
    {
        var ship = await maps.GetAsync("/ogc/collections/tracks/items/ship@2018-12-01");
        var start = ship.GetProperty("properties").GetProperty("start_time").GetDateTimeOffset().ToOffset(new TimeSpan(5, 45, 0));
        return Uri.EscapeDataString(start.ToString("yyyy-MM-dd'T'HH:mm:ss.ffzzz", System.Globalization.CultureInfo.InvariantCulture));
    }

    private async Task<List<string[]>> PagesAsync(string path)
    {
        var pages = new List<string[]>();
        for (string? next = path; next is not null && pages.Count < 100;)
        {
            var page = await maps.GetAsync(next);
            Assert.Equal(page.GetProperty("features").GetArrayLength(), page.GetProperty("numberReturned").GetInt32());
            pages.Add([.. page.GetProperty("features").EnumerateArray().Select(f => f.GetProperty("id").GetString()!)]);
            next = MapsFixture.Links(page, "next").SingleOrDefault();
        }
        return pages;
    }
}
