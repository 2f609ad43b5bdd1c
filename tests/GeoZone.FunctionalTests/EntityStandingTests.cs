using Truceline.Events.V1;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;

namespace Truceline.GeoZone.FunctionalTests;

/// <summary>What corrections of entities change: whoever was merged is one to the parties of an agreement.</summary>
public sealed class EntityStandingTests : IAsyncTest
{
    private static readonly EntityStanding Merged = new()
    {
        EntityId = "e9",
        CanonicalId = "e1",
        Name = "Syrian army",
        Country = "SY",
        Version = 1,
    };

    private readonly GeoZoneFixture _service = new();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task EntityMerged_IntoAParty_AttributesWhatTheOtherDid()
    {
        await _service.ImportAsync();
        await StrikeAsync("r1");
        Assert.All(await IncidentsAsync(), i => Assert.Empty(i.Verdict.Attribution.PartyIds));

        await MergeAsync(Merged, "merge-1");
        var incidents = await IncidentsAsync();

        Assert.NotEmpty(incidents);
        Assert.All(incidents, i => Assert.Equal(["syrian-government"], i.Verdict.Attribution.PartyIds));
        Assert.All(incidents, i => Assert.Single(i.Evidence));
    }

    [Fact]
    public async Task EntityMerged_BeforeTheClaimsCome_HoldsForThem()
    {
        await _service.ImportAsync();
        await MergeAsync(Merged, "merge-1");
        await StrikeAsync("r1");

        Assert.All(await IncidentsAsync(), i => Assert.Equal(["syrian-government"], i.Verdict.Attribution.PartyIds));
    }

    [Fact]
    public async Task EntityCorrected_ThatTakesAMergeBack_TakesTheAttributionBackInAnyOrder()
    {
        await _service.ImportAsync();
        await StrikeAsync("r1");
        var back = new EntityStanding { EntityId = "e9", CanonicalId = "e9", Name = "Guards of the Hill", Version = 2 };
        Assert.Equal("Success", (await _service.Channel.DeliverAsync(Topics.EntityCorrected, new EntityCorrected { Entities = { back } }, "back", "entity")).ToString());

        // Heard of late.
        await MergeAsync(Merged, "merge-1");

        Assert.All(await IncidentsAsync(), i => Assert.Empty(i.Verdict.Attribution.PartyIds));
    }

    private Task StrikeAsync(string report) => _service.DeliverAsync(
        GeoZoneFixture.Strikes(report, "Example Wire", c => c.Actors[0] = new() { EntityId = "e9", Name = "Guards of the Hill" }), report);

    private async Task MergeAsync(EntityStanding standing, string eventId) => Assert.Equal(
        "Success", (await _service.Channel.DeliverAsync(Topics.EntityMerged, new EntityMerged { Entities = { standing } }, eventId, "entity")).ToString());

    private async Task<IReadOnlyList<Incident>> IncidentsAsync()
    {
        var incidents = (await _service.Incidents.ListIncidentsAsync(new())).Incidents;
        Assert.NotEmpty(incidents);
        return incidents;
    }
}
