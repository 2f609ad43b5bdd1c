using Google.Rpc;
using Grpc.Core;
using Truceline.Entity.V1;

namespace Truceline.Entity.FunctionalTests;

public sealed class CatalogTests : IAsyncTest
{
    private const string Text =
        "SANAA, Yemen, March 12 (Example Wire) - Shelling killed at least 12 civilians in Taiz on Monday, Foreign Minister Nadia Example said.\n\n"
        + "The Houthis agreed to withdraw all heavy weapons from the port of Hodeidah by March 26, Example said.";

    private readonly EntityServer _server = new();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task GetEntity_NamedInTwoReports_IsOneWithTheNamesOfBoth()
    {
        var first = await _server.ReadAsync("a", Text);
        await _server.ReadAsync("b", "Nadia Example visited Taiz on Tuesday, the ministry said.", "2019-03-13");

        var match = await _server.FindAsync("Nadia Example");
        var entity = (await _server.Catalog.GetEntityAsync(new GetEntityRequest { EntityId = match.EntityId })).Entity;

        Assert.Equal((EntityType.Person, "Nadia Example", 2), (entity.Type, entity.Name, entity.ReportCount));
        Assert.Equal(first, entity.Origin.ReportId);
        Assert.Equal(("full_name", false), (entity.Origin.Rule, entity.Known));
        Assert.Contains(entity.Names, n => n is { Name: "Nadia Example", Source: NameSource.Reports, ReportCount: 2 });
        Assert.DoesNotContain("nadia", entity.Id, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task GetEntity_OfAnUnknownId_IsNotFound()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await _server.Catalog.GetEntityAsync(new GetEntityRequest { EntityId = "person-x" }));

        Assert.Equal("ENTITY_NOT_FOUND", error.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
    }

    [Theory]
    [InlineData("Hodeida", "Hodeidah")]
    [InlineData("al-Hudaydah", "Hodeidah")]
    [InlineData("Hodiedah", "Hodeidah")]
    [InlineData("hode", "Hodeidah")]
    [InlineData("Nadja Exampel", "Nadia Example")]
    [InlineData("example nad", "Nadia Example")]
    public async Task SearchEntities_MisspeltOrBegun_FindsTheNameAndSaysWhichMatched(string query, string name)
    {
        await _server.ReadAsync("a", Text);

        var match = await _server.FindAsync(query);

        Assert.Equal(name, match.Match.Name);
        Assert.NotEmpty(match.Match.Ranges);
        Assert.InRange(match.Score, 0.3, 1);
    }

    [Fact]
    public async Task SearchEntities_WithATypeAndACountry_GivesNoOthers()
    {
        await _server.ReadAsync("a", Text);

        var places = await _server.Catalog.SearchEntitiesAsync(new SearchEntitiesRequest { Query = "taiz", Types_ = { EntityType.Location }, Country = "YE" });
        var persons = await _server.Catalog.SearchEntitiesAsync(new SearchEntitiesRequest { Query = "taiz", Types_ = { EntityType.Person } });
        var elsewhere = await _server.Catalog.SearchEntitiesAsync(new SearchEntitiesRequest { Query = "taiz", Country = "SY" });

        Assert.All(places.Entities, e => Assert.Equal((EntityType.Location, "YE"), (e.Type, e.Country)));
        Assert.NotEmpty(places.Entities);
        Assert.Empty(persons.Entities);
        Assert.Empty(elsewhere.Entities);
    }

    [Fact]
    public async Task SearchEntities_Invalid_NamesEveryField()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await _server.Catalog.SearchEntitiesAsync(
            new SearchEntitiesRequest { Query = " - ", Types_ = { EntityType.Person, EntityType.Unspecified }, Country = "yem", PageSize = 101, PageToken = "x" }));

        Assert.Equal(
            ["country", "page_size", "page_token", "query", "types[1]"],
            error.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(v => v.Field).Order());
    }

    [Theory]
    [InlineData("Erdogan", "ERDOĞAN")]
    [InlineData("Lavrow", "Lavrov")]
    public async Task SearchEntities_OfWhatNoReportNamed_FindsTheKnowledgeBase(string query, string part)
    {
        var match = await _server.FindAsync(query);
        var entity = (await _server.Catalog.GetEntityAsync(new GetEntityRequest { EntityId = match.EntityId })).Entity;

        Assert.Equal(EntityKeysOf(part), EntityKeysOf(match.Match.Name.Split(' ')[^1]));
        Assert.Equal((true, 0L, match.EntityId), (entity.Known, entity.MentionCount, entity.Id));
        Assert.Contains(entity.Names, n => n.Source == NameSource.Knowledge);
    }

    [Fact]
    public async Task ListMentions_InPages_GivesEachOnceTheLastPublishedReportFirst()
    {
        await _server.ReadAsync("a", Text);
        var last = await _server.ReadAsync("b", "Nadia Example visited Taiz on Tuesday. Nadia Example said that no soldier was killed.", "2019-03-13");
        var id = (await _server.FindAsync("Nadia Example")).EntityId;

        var seen = new List<EntityMention>();
        for (var token = ""; ;)
        {
            var page = await _server.Catalog.ListMentionsAsync(new ListMentionsRequest { EntityId = id, PageSize = 1, PageToken = token });
            seen.AddRange(page.Mentions);
            if ((token = page.NextPageToken).Length == 0)
            {
                break;
            }
        }

        var all = await _server.Catalog.ListMentionsAsync(new ListMentionsRequest { EntityId = id });
        Assert.Equal(all.Mentions, seen);
        Assert.True(seen.Count >= 4, $"{seen.Count} mentions");
        Assert.Equal(last, seen[0].ReportId);
        Assert.Contains(seen, m => m.Role.Contains("Foreign Minister", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task GetTimeline_OfAPlace_GivesTheClaimsByDayWithTheirCount()
    {
        await _server.ReadAsync("a", Text);
        await _server.ReadAsync("b", "Shelling killed 2 civilians in Taiz on March 5, officials said.", "2019-03-13");
        var id = (await _server.Catalog.SearchEntitiesAsync(new SearchEntitiesRequest { Query = "taiz", Types_ = { EntityType.Location } })).Entities[0].EntityId;

        var timeline = await _server.Catalog.GetTimelineAsync(new GetTimelineRequest { EntityId = id });
        var first = await _server.Catalog.GetTimelineAsync(new GetTimelineRequest { EntityId = id, PageSize = 1 });
        var second = await _server.Catalog.GetTimelineAsync(new GetTimelineRequest { EntityId = id, PageSize = 1, PageToken = first.NextPageToken });
        var bounded = await _server.Catalog.GetTimelineAsync(new GetTimelineRequest { EntityId = id, ToDate = "2019-03-10", Roles = { ClaimRole.Place } });

        Assert.Equal(["2019-03-11", "2019-03-05"], timeline.Days.Select(d => d.Date));
        Assert.All(timeline.Entries, e => Assert.Contains(ClaimRole.Place, e.Roles));
        Assert.Equal([timeline.Entries[0].Claim.Id, timeline.Entries[1].Claim.Id], [first.Entries[0].Claim.Id, second.Entries[0].Claim.Id]);
        Assert.Empty(second.Days);
        Assert.Equal("assault_shelling", Assert.Single(bounded.Entries).Claim.Class);
    }

    [Fact]
    public async Task GetTimeline_OfAPlace_ShowsTheHappeningThatClaimsStandOn()
    {
        await _server.ReadAsync("a", "Shelling killed 3 civilians in Taiz on Monday, the Observatory said.");
        await _server.ReadAsync("b", "Shelling killed 5 civilians in Taiz on Monday, residents told Example News.");
        await _server.ReadAsync("c", "The Houthis promised to withdraw their tanks from Taiz.");
        var id = (await _server.Catalog.SearchEntitiesAsync(new SearchEntitiesRequest { Query = "taiz", Types_ = { EntityType.Location } })).Entities[0].EntityId;

        var timeline = await _server.Catalog.GetTimelineAsync(new GetTimelineRequest { EntityId = id });

        var happening = Assert.Single(timeline.Entries.Select(e => e.Happening).OfType<HappeningSummary>().DistinctBy(h => h.Id));
        Assert.Equal((2, true, "2019-03-11"), (happening.ClaimCount, happening.Contradicted, happening.FirstDate));
        Assert.All(timeline.Entries, e => Assert.Equal(e.Happening?.Id ?? "", e.Claim.HappeningId));
        Assert.Contains(timeline.Entries, e => e is { Happening: null, Claim.Kind: ClaimKind.Commitment });
        Assert.Equal(1, timeline.Days.Single(d => d.Date == "2019-03-11").HappeningCount);
        Assert.Equal(1, timeline.Days.Sum(d => d.HappeningCount));
    }

    [Fact]
    public async Task ListNeighbours_OfAPlace_CountsReportsAndClaims()
    {
        await _server.ReadAsync("a", Text);
        await _server.ReadAsync("b", "Nadia Example visited Taiz on Tuesday, the ministry said.", "2019-03-13");
        var id = (await _server.Catalog.SearchEntitiesAsync(new SearchEntitiesRequest { Query = "taiz", Types_ = { EntityType.Location } })).Entities[0].EntityId;

        var all = await _server.Catalog.ListNeighboursAsync(new ListNeighboursRequest { EntityId = id });
        var persons = await _server.Catalog.ListNeighboursAsync(new ListNeighboursRequest { EntityId = id, Types_ = { EntityType.Person } });

        var nadia = Assert.Single(persons.Neighbours);
        Assert.Equal(("Nadia Example", 2, 2), (nadia.Name, nadia.ReportCount, all.ReportsConsidered));
        Assert.Equal(nadia.ClaimCount, nadia.Classes.Sum(c => c.ClaimCount));
        Assert.True(all.Neighbours.Count > 2, $"{all.Neighbours.Count} neighbours");
        Assert.DoesNotContain(all.Neighbours, n => n.EntityId == id);
    }

    [Fact]
    public async Task GetTimeline_Invalid_NamesEveryField()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await _server.Catalog.GetTimelineAsync(
            new GetTimelineRequest { EntityId = "x", FromDate = "2019-03-02", ToDate = "2019-03-01", Roles = { ClaimRole.Unspecified }, PageToken = "?", PageSize = -1 }));

        Assert.Equal(
            ["page_size", "page_token", "roles[0]", "to_date"],
            error.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(v => v.Field).Order());
    }

    [Fact]
    public async Task ReadReports_InAnotherOrder_GiveTheSameEntities()
    {
        (string Id, string Text, string Day)[] reports =
        [
            ("a", "Marshal Omar Sample visited Taiz on Monday, Omar Sample said.", "2019-03-12"),
            ("b", "Sample left Taiz on Tuesday, a spokesman for Sample said.", "2019-03-13"),
            ("c", "Lena Sample spoke in Aden on Friday.", "2019-03-16"),
            ("d", Text, "2019-03-12"),
        ];
        await using var other = new EntityServer();
        foreach (var (id, text, day) in reports)
        {
            await _server.ReadAsync(id, text, day);
        }

        foreach (var (id, text, day) in reports.Reverse())
        {
            await other.ReadAsync(id, text, day);
        }

        Assert.Equal(await NamedAsync(_server, reports.Select(r => r.Id)), await NamedAsync(other, reports.Select(r => r.Id)));
        Assert.Equal((await _server.FindAsync("Omar Sample")).EntityId, (await other.FindAsync("Omar Sample")).EntityId);
    }

    [Fact]
    public async Task SearchEntities_OverRest_AnswersTheSame()
    {
        await _server.ReadAsync("a", Text);
        using var client = _server.Service.CreateDefaultClient();
        client.DefaultRequestVersion = new Version(2, 0);

        var found = await client.GetStringAsync(new Uri("/v1/entities?query=hodeida&types=ENTITY_TYPE_LOCATION", UriKind.Relative));
        var id = System.Text.Json.JsonDocument.Parse(found).RootElement.GetProperty("entities")[0].GetProperty("entityId").GetString();
        var mentions = await client.GetStringAsync(new Uri($"/v1/entities/{id}/mentions", UriKind.Relative));

        Assert.Contains("Hodeidah", mentions, StringComparison.Ordinal);
    }

    private static string EntityKeysOf(string name) => Truceline.Entity.Entities.EntityKeys.Fold(name);

    private static async Task<IReadOnlyList<string>> NamedAsync(EntityServer server, IEnumerable<string> words)
    {
        var named = new List<string>();
        foreach (var word in words)
        {
            var reading = (await server.Readings.GetReadingAsync(new GetReadingRequest { ReportId = Truceline.ServiceDefaults.Events.ContentHash.Of("report", word) })).Reading;
            named.AddRange(reading.Entities.Select(e => $"{word} {e.Id} {e.Name}").Order(StringComparer.Ordinal));
        }

        return named;
    }
}
