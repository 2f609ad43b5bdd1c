using Truceline.Events.V1;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;
using Truceline.Type.V1;

namespace Truceline.GeoZone.FunctionalTests;

/// <summary>What copies and versions of a report change: nothing that anybody is told.</summary>
public sealed class CopyTests : IAsyncTest
{
    private readonly GeoZoneFixture _service = new();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task ClaimsExtracted_CopiesOfAnAgencysText_DoNotCorroborateAndAreNotTold()
    {
        await _service.ImportAsync();
        var before = await ToldAsync();
        await DeliverAsync("r1", "Daily", story: "s1", agency: "Example Wire");
        await DeliverAsync("r2", "Herald", story: "s1", agency: "Example Wire");
        await DeliverAsync("r3", "Post", story: "s1");
        // Another text of the same agency, and a later version of the first one.
        await DeliverAsync("r4", "Times", story: "s2", agency: "Example Wire");
        await DeliverAsync("r5", "Daily", story: "s3", chain: "r1");

        var incidents = await IncidentsAsync();

        Assert.All(incidents, i => Assert.Equal((Verification.Unverified, 5), (i.Verdict.Verification, i.Evidence.Count)));
        // A second story is told, and a version that is no copy of what it revises.
        await _service.PublishedAsync<IncidentUpdated>(Topics.IncidentUpdated, 2);
        await DeliverAsync("r6", "Courier", story: "s6");
        var updates = await _service.PublishedAsync<IncidentUpdated>(Topics.IncidentUpdated, 4);
        Assert.Equal([4, 4, 6, 6], updates.Select(u => u.Incident.Evidence.Count));
        Assert.All(updates.Skip(2), u => Assert.Equal(Verification.Corroborated, u.Incident.Verdict.Verification));
        var states = (await _service.PublishedAsync<ObligationChanged>(Topics.ObligationChanged, before + 3)).Skip(before).ToList();
        Assert.Equal([1, 4, 6], states.Select(s => s.State.Evidence.Count));
    }

    [Fact]
    public async Task StoryMerged_OfTwoStoriesThatCorroborated_TakesItBack()
    {
        await _service.ImportAsync();
        await DeliverAsync("r1", "Daily", story: "s1");
        await DeliverAsync("r2", "Herald", story: "s2");
        Assert.All(await IncidentsAsync(), i => Assert.Equal(Verification.Corroborated, i.Verdict.Verification));

        await MergeAsync("s2", "s1", "merge-1");

        Assert.All(await IncidentsAsync(), i => Assert.Equal((Verification.Unverified, 3), (i.Verdict.Verification, i.Version)));
        await _service.PublishedAsync<IncidentUpdated>(Topics.IncidentUpdated, 4);
    }

    [Fact]
    public async Task StoryMerged_BeforeTheClaimsCome_HoldsForThemInAnyOrder()
    {
        await _service.ImportAsync();
        // The second merge is heard of first.
        await MergeAsync("s2", "s3", "merge-2");
        await MergeAsync("s1", "s2", "merge-1");
        await DeliverAsync("r1", "Daily", story: "s1");
        await DeliverAsync("r2", "Herald", story: "s2");
        await DeliverAsync("r3", "Post", story: "s3");

        Assert.All(await IncidentsAsync(), i => Assert.Equal((Verification.Unverified, 3), (i.Verdict.Verification, i.Evidence.Count)));
    }

    private async Task<int> ToldAsync()
    {
        await _service.PublishedAsync<ObligationChanged>(Topics.ObligationChanged, 8);
        return _service.Sidecar.Published.Count(e => e.Topic == Topics.ObligationChanged);
    }

    private async Task<IReadOnlyList<Incident>> IncidentsAsync()
    {
        var incidents = (await _service.Incidents.ListIncidentsAsync(new())).Incidents;
        Assert.Equal(2, incidents.Count);
        return incidents;
    }

    private async Task MergeAsync(string story, string into, string eventId) => Assert.Equal(
        "Success", (await _service.Channel.DeliverAsync(Topics.StoryMerged, new StoryMerged { StoryId = story, MergedInto = into }, eventId)).ToString());

    private Task DeliverAsync(string report, string outlet, string story, string agency = "", string? chain = null)
    {
        var claims = GeoZoneFixture.Strikes(report, "");
        claims.Origin = new() { Outlet = outlet, Agency = agency, Key = (agency.Length > 0 ? agency : outlet).ToLowerInvariant() };
        claims.StoryId = story;
        claims.ChainId = chain ?? report;
        claims.Revises = chain ?? "";
        return _service.DeliverAsync(claims, "event-" + report);
    }
}
