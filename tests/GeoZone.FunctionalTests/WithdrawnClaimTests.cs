using Truceline.Events.V1;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;

namespace Truceline.GeoZone.FunctionalTests;

/// <summary>What rejected, edited and re-read claims do to incidents.</summary>
public sealed class WithdrawnClaimTests : IAsyncTest
{
    private readonly GeoZoneFixture _service = new();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task ClaimsWithdrawn_OfTheOnlyClaim_CancelsTheIncidentAndALaterRevisionTakesItBack()
    {
        await _service.ImportAsync();
        var strike = GeoZoneFixture.Strikes("r1", "Example Wire", c => c.Revision = 1);
        await _service.DeliverAsync(strike, "e1");
        var opened = Assert.Single(await IncidentsAsync());

        await WithdrawAsync(strike, 2);
        var cancelled = Assert.Single(await IncidentsAsync());
        var told = await Poller.UntilAsync("incident.cancelled", () => Task.FromResult(_service.Sidecar.Published.FirstOrDefault(p => p.Topic == Topics.IncidentCancelled)));
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r1", "Example Wire", c => c.Revision = 3), "e3");
        var again = Assert.Single(await IncidentsAsync());

        Assert.Equal((opened.Id, opened.Version + 1), (cancelled.Id, cancelled.Version));
        Assert.NotNull(cancelled.CancelledTime);
        Assert.Equal(opened.Id, told.Read<IncidentCancelled>().Incident.Id);
        Assert.Null(again.CancelledTime);
        Assert.Equal((opened.Id, opened.Version + 2), (again.Id, again.Version));
    }

    [Fact]
    public async Task ClaimsWithdrawn_OfOneOfTwo_LeavesTheIncidentWithTheOther()
    {
        await _service.ImportAsync();
        var strike = GeoZoneFixture.Strikes("r1", "Example Wire", c => c.Revision = 1);
        await _service.DeliverAsync(strike, "e1");
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r2", "Other Wire", c => c.Revision = 2), "e2");
        Assert.Equal(2, Assert.Single(await IncidentsAsync()).Evidence.Count);

        await WithdrawAsync(strike, 3);
        var incident = Assert.Single(await IncidentsAsync());

        Assert.Null(incident.CancelledTime);
        Assert.Equal("r2", Assert.Single(incident.Evidence).Evidence.ReportId);
    }

    [Fact]
    public async Task ClaimsWithdrawn_BeforeTheClaimComes_LeavesItOut()
    {
        await _service.ImportAsync();
        var strike = GeoZoneFixture.Strikes("r1", "Example Wire", c => c.Revision = 1);
        await WithdrawAsync(strike, 2);
        await _service.DeliverAsync(strike, "e1");

        Assert.Empty(await IncidentsAsync());
    }

    [Fact]
    public async Task ClaimsExtracted_OfALaterRevision_PutsTheIncidentRight()
    {
        await _service.ImportAsync();
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r1", "Example Wire", c => c.Revision = 1), "e1");
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r1", "Example Wire", c => (c.Revision, c.Class) = (2, "meeting")), "e2");
        var cancelled = Assert.Single(await IncidentsAsync());

        // Heard of late.
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r1", "Example Wire", c => c.Revision = 1), "e1-again");

        Assert.NotNull(cancelled.CancelledTime);
        Assert.NotNull(Assert.Single(await IncidentsAsync()).CancelledTime);
    }

    private async Task WithdrawAsync(ClaimsExtracted report, long revision)
    {
        var @event = new ClaimsWithdrawn { ReportId = report.ReportId };
        @event.Claims.Add(report.Claims.Select(c => new WithdrawnClaim { ClaimId = c.Id, Revision = revision, Reason = WithdrawalReason.Rejected }));
        Assert.Equal("Success", (await _service.Channel.DeliverAsync(Topics.ClaimsWithdrawn, @event, $"withdraw-{revision}", "entity")).ToString());
    }

    // The strike breaks rules of two zones; what happens to the one happens to the other.
    private async Task<IReadOnlyList<Incident>> IncidentsAsync() =>
        [.. (await _service.Incidents.ListIncidentsAsync(new())).Incidents.OrderBy(i => i.Id, StringComparer.Ordinal).Take(1)];
}
