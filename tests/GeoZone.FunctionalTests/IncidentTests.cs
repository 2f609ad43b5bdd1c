using Google.Rpc;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.GeoZone.Storage;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;
using Truceline.Type.V1;

namespace Truceline.GeoZone.FunctionalTests;

public sealed class IncidentTests : IAsyncTest
{
    private readonly GeoZoneFixture _service = new();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Subscriptions_AtStart_NameTheTopicsAndTheirDeadLetters()
    {
        var topics = (await _service.Channel.ListSubscriptionsAsync()).Select(s => s.Topic).ToList();

        Assert.All([Topics.ClaimsExtracted, Topics.StoryMerged], topic => Assert.Contains(topic, topics));
        Assert.All([Topics.ClaimsExtracted, Topics.StoryMerged], topic => Assert.Contains(Topics.DeadLettersOf(topic, "geozone"), topics));
    }

    [Fact]
    public async Task ClaimsExtracted_StrikeInsideTheZone_OpensAnIncidentForEachRuleItBreaks()
    {
        await _service.ImportAsync();
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r1", "Agency A"), "event-1");

        var told = await _service.PublishedAsync<IncidentOpened>(Topics.IncidentOpened, 2);
        var listed = (await _service.Incidents.ListIncidentsAsync(new() { ReportId = "r1" })).Incidents;
        var zone = listed.Single(i => i.Finding.ZoneId == "dmz");

        Assert.Equal(["area-no-hostilities", "dmz-no-fire"], listed.Select(i => i.Rule.Id).Order());
        Assert.Equal(listed.OrderBy(i => i.Id), told.Select(t => t.Incident).OrderBy(i => i.Id));
        Assert.Equal(IncidentKind.CeasefireViolation, zone.Kind);
        Assert.Equal(ZonePosition.Inside, zone.Finding.Position);
        Assert.Equal(new Verdict
        {
            Compliance = Compliance.Violated,
            Verification = Verification.Unverified,
            Attribution = new() { Kind = AttributionKind.Party, PartyIds = { "syrian-government" } },
        }, zone.Verdict);
        Assert.Equal("jets struck", Assert.Single(zone.Evidence).Evidence.Quote);
        Assert.Equal(zone, (await _service.Incidents.GetIncidentAsync(new() { IncidentId = zone.Id })).Incident);
        Assert.Empty((await _service.Incidents.ListIncidentsAsync(new() { ReportId = "r2" })).Incidents);
    }

    [Fact]
    public async Task ClaimsExtracted_DeliveredTwice_ChangesNothingTheSecondTime()
    {
        await _service.ImportAsync();
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r1", "Agency A"), "event-1");
        var before = await RowsAsync();

        await _service.DeliverAsync(GeoZoneFixture.Strikes("r1", "Agency A"), "event-1");
        Assert.Equal(before, await RowsAsync());

        // The same claims under another id, as when a report is read again.
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r1", "Agency A"), "event-2");
        Assert.Equal(before with { Inbox = before.Inbox + 1 }, await RowsAsync());
    }

    [Fact]
    public async Task ClaimsExtracted_SecondOrigin_JoinsTheIncidentAndCorroboratesIt()
    {
        await _service.ImportAsync();
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r1", "Agency A"), "event-1");
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r2", "Agency B"), "event-2");

        var told = await _service.PublishedAsync<IncidentUpdated>(Topics.IncidentUpdated, 2);
        var incidents = (await _service.Incidents.ListIncidentsAsync(new() { AgreementId = "sochi-2018" })).Incidents;

        Assert.Equal(2, incidents.Count);
        Assert.All(incidents, incident =>
        {
            Assert.Equal(2, incident.Version);
            Assert.Equal(Verification.Corroborated, incident.Verdict.Verification);
            Assert.Equal(["r1", "r2"], incident.Evidence.Select(e => e.Evidence.ReportId).Order());
        });
        Assert.Equal(incidents.OrderBy(i => i.Id), told.Select(t => t.Incident).OrderBy(i => i.Id));
    }

    [Fact]
    public async Task ClaimsExtracted_ManyAtOnce_LosesNoneOfThem()
    {
        await _service.ImportAsync();
        var reports = Enumerable.Range(0, 6).Select(i => GeoZoneFixture.Strikes($"r{i}", $"Agency {i}"));

        await Task.WhenAll(reports.Select(report => Task.Run(() => Poller.UntilAsync($"{report.ReportId} to be taken",
            async () => await _service.Channel.DeliverAsync(Topics.ClaimsExtracted, report, report.ReportId) == 0 ? report : null))));

        var incidents = (await _service.Incidents.ListIncidentsAsync(new())).Incidents;
        var states = (await _service.Agreements.ListObligationStatesAsync(new() { AgreementId = "sochi-2018" })).States;
        Assert.Equal([(6, 6), (6, 6)], incidents.Select(i => (i.Version, i.Evidence.Count)));
        Assert.Equal(6, states.Single(s => s.Obligation.Id == "no-assault").Evidence.Count);
        var told = await _service.PublishedAsync<ObligationChanged>(Topics.ObligationChanged, 8 + 6);
        Assert.Equal([1, 2, 3, 4, 5, 6], told.Skip(8).Select(t => t.State.Evidence.Count));
    }

    [Fact]
    public async Task ClaimsExtracted_ManyPromisesAtOnce_TellsEachOnTopOfTheOthers()
    {
        await _service.ImportAsync();
        var reports = Enumerable.Range(0, 6).Select(i => GeoZoneFixture.Strikes($"r{i}", $"Agency {i}", claim =>
            (claim.Kind, claim.Mode, claim.Class) = (ClaimKind.Commitment, AssertionMode.Promised, "create_zone")));

        await Task.WhenAll(reports.Select(report => Task.Run(() => Poller.UntilAsync($"{report.ReportId} to be taken",
            async () => await _service.Channel.DeliverAsync(Topics.ClaimsExtracted, report, report.ReportId) == 0 ? report : null))));

        var told = await _service.PublishedAsync<ObligationChanged>(Topics.ObligationChanged, 8 + 6);
        Assert.Equal([1, 2, 3, 4, 5, 6], told.Skip(8).Select(t => t.State.Evidence.Count));
        Assert.Equal([0, 1, 2, 3, 4, 5], told.Skip(8).Select(t => t.Previous.Evidence.Count));
        Assert.Empty((await _service.Incidents.ListIncidentsAsync(new())).Incidents);
    }

    [Fact]
    public async Task ClaimsExtracted_WhileTheAgreementIsImported_IsJudgedAgainstIt()
    {
        var import = Task.Run(_service.ImportAsync);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => Poller.UntilAsync($"report {i} to be taken",
            async () => await _service.Channel.DeliverAsync(Topics.ClaimsExtracted, GeoZoneFixture.Strikes($"r{i}", $"Agency {i}"), $"event-{i}") == 0 ? "" : null))));
        await import;

        var incidents = (await _service.Incidents.ListIncidentsAsync(new())).Incidents;

        Assert.Equal([4, 4], incidents.Select(i => i.Evidence.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ClaimsExtracted_Denial_DisputesTheIncidentWhicheverComesFirst(bool denialFirst)
    {
        var denial = GeoZoneFixture.Strikes("r2", "Agency B", claim =>
        {
            claim.Kind = ClaimKind.Denial;
            claim.Mode = AssertionMode.Negated;
        });
        await _service.ImportAsync();
        await _service.DeliverAsync(denialFirst ? denial : GeoZoneFixture.Strikes("r1", "Agency A"), "event-1");
        await _service.DeliverAsync(denialFirst ? GeoZoneFixture.Strikes("r1", "Agency A") : denial, "event-2");

        var incidents = (await _service.Incidents.ListIncidentsAsync(new())).Incidents;

        Assert.Equal(2, incidents.Count);
        Assert.All(incidents, incident =>
        {
            Assert.Equal(Verification.Disputed, incident.Verdict.Verification);
            Assert.Equal([Bearing.Breaks, Bearing.DeniesBreach], incident.Evidence.Select(e => e.Bearing));
        });
    }

    [Fact]
    public async Task ImportAgreement_AfterTheClaims_JudgesThemToo()
    {
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r1", "Agency A"), "event-1");
        Assert.Empty((await _service.Incidents.ListIncidentsAsync(new())).Incidents);

        await _service.ImportAsync();

        Assert.Equal(2, (await _service.Incidents.ListIncidentsAsync(new())).Incidents.Count);
        var state = (await _service.Agreements.ListObligationStatesAsync(new() { AgreementId = "sochi-2018" })).States.Single(s => s.Obligation.Id == "no-assault");
        Assert.Equal(Compliance.Violated, state.Verdict.Compliance);
    }

    [Fact]
    public async Task ClaimsExtracted_BreachOfATerm_TellsItsStateOnTheDayOfTheReport()
    {
        await _service.ImportAsync();
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r1", "Agency A"), "event-1");

        var told = (await _service.PublishedAsync<ObligationChanged>(Topics.ObligationChanged, 9))[8];

        Assert.Equal("no-assault", told.State.Obligation.Id);
        Assert.Equal("2018-10-21", told.State.AsOfDate);
        Assert.Equal(Compliance.Violated, told.State.Verdict.Compliance);
        Assert.Equal(Compliance.Undetermined, told.Previous.Verdict.Compliance);
        Assert.Equal(Bearing.Breaks, Assert.Single(told.State.Evidence).Bearing);
    }

    [Fact]
    public async Task ListIncidents_PageByPage_GivesEachOnceTheLatestFirst()
    {
        await _service.ImportAsync();
        for (var day = 20; day < 23; day++)
        {
            var date = $"2018-10-{day}";
            await _service.DeliverAsync(GeoZoneFixture.Strikes($"r{day}", "Agency A", c => (c.Date.StartDate, c.Date.EndDate) = (date, date)), date);
        }

        var first = await _service.Incidents.ListIncidentsAsync(new() { PageSize = 4 });
        var second = await _service.Incidents.ListIncidentsAsync(new() { PageSize = 4, PageToken = first.NextPageToken });

        Assert.Equal((4, 2, ""), (first.Incidents.Count, second.Incidents.Count, second.NextPageToken));
        Assert.Equal(6, first.Incidents.Concat(second.Incidents).Select(i => i.Id).Distinct().Count());
    }

    [Fact]
    public async Task GetIncident_Unknown_IsNotFound()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _service.Incidents.GetIncidentAsync(new() { IncidentId = "x" }).ResponseAsync);

        Assert.Equal("INCIDENT_NOT_FOUND", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    private async Task<(int Incidents, int Claims, int Evidence, int Outbox, int Inbox)> RowsAsync()
    {
        await using var scope = _service.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GeoZoneDbContext>();
        return (await db.Incidents.CountAsync(), await db.Claims.CountAsync(), await db.Evidence.CountAsync(), await db.Outbox.CountAsync(), await db.Inbox.CountAsync());
    }
}
