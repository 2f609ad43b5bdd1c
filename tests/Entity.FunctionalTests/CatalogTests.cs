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
}
