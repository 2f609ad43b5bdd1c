using Google.Rpc;
using Grpc.Core;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;
using Truceline.Type.V1;

namespace Truceline.GeoZone.FunctionalTests;

public sealed class AgreementTests : IAsyncTest
{
    private readonly GeoZoneFixture _service = new();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task ImportAgreement_New_StoresItAndTellsTheStateOfEveryTerm()
    {
        var answer = await _service.Agreements.ImportAgreementAsync(new() { Agreement = GeoZoneFixture.Sample() });
        var told = await _service.PublishedAsync<ObligationChanged>(Topics.ObligationChanged, 8);

        Assert.False(answer.AlreadyKnown);
        Assert.Equal(GeoZoneFixture.Sample(), (await _service.Agreements.GetAgreementAsync(new() { AgreementId = "sochi-2018" })).Agreement);
        Assert.Equal(GeoZoneFixture.Sample().Obligations.Select(o => o.Id), told.Select(t => t.State.Obligation.Id));
        Assert.All(told, change => Assert.Null(change.Previous));
        Assert.All(told, change => Assert.NotEqual("", change.State.Reason));
    }

    [Fact]
    public async Task ImportAgreement_SameContentAgain_ChangesNothing()
    {
        await _service.ImportAsync();
        await _service.PublishedAsync<ObligationChanged>(Topics.ObligationChanged, 8);

        var again = await _service.Agreements.ImportAgreementAsync(new() { Agreement = GeoZoneFixture.Sample() });
        // What a second import would have published comes before what the claims publish.
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r1", "Agency A"), "event-1");
        await _service.PublishedAsync<IncidentOpened>(Topics.IncidentOpened, 1);

        Assert.True(again.AlreadyKnown);
        Assert.Single((await _service.Agreements.ListAgreementsAsync(new())).Agreements);
        var before = _service.Sidecar.Published.TakeWhile(e => e.Topic is Topics.ObligationChanged or Topics.ZoneChanged).ToList();
        Assert.Equal(8, before.Count(e => e.Topic == Topics.ObligationChanged));
        Assert.Single(before, e => e.Topic == Topics.ZoneChanged);
    }

    [Fact]
    public async Task ImportAgreement_OtherContentUnderTheSameId_ReplacesItAndTellsWhatChanged()
    {
        await _service.ImportAsync();
        var changed = GeoZoneFixture.Sample();
        changed.Obligations.Single(o => o.Id == "restore-transit").Deadline = "2018-11-30";

        var answer = await _service.Agreements.ImportAgreementAsync(new() { Agreement = changed });
        var told = (await _service.PublishedAsync<ObligationChanged>(Topics.ObligationChanged, 9))[8];

        Assert.False(answer.AlreadyKnown);
        Assert.Equal("restore-transit", told.State.Obligation.Id);
        Assert.Equal(Compliance.NotYetDue, told.Previous.Verdict.Compliance);
        Assert.Equal(Compliance.Undetermined, told.State.Verdict.Compliance);
    }

    [Fact]
    public async Task ImportAgreement_Bad_ListsEveryViolationAndStoresNothing()
    {
        var bad = GeoZoneFixture.Sample();
        bad.Title = "";
        bad.Lines[0].Course.Positions[3].Latitude = 91;
        bad.Zones[0].Band.LineId = "nowhere";

        var error = await Assert.ThrowsAsync<RpcException>(() => _service.Agreements.ImportAgreementAsync(new() { Agreement = bad }).ResponseAsync);

        var status = error.GetRpcStatus()!;
        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
        Assert.Equal("AGREEMENT_INVALID", status.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal(
            ["agreement.title", "agreement.lines[0].course.positions[3].latitude", "agreement.zones[0].band.line_id"],
            status.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field));
        Assert.Empty((await _service.Agreements.ListAgreementsAsync(new())).Agreements);
    }

    [Fact]
    public async Task GetAgreement_Unknown_IsNotFound()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _service.Agreements.GetAgreementAsync(new() { AgreementId = "x" }).ResponseAsync);

        Assert.Equal(StatusCode.NotFound, error.StatusCode);
        Assert.Equal("AGREEMENT_NOT_FOUND", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    [Fact]
    public async Task ListAgreements_PageByPage_GivesEachOnce()
    {
        for (var i = 0; i < 5; i++)
        {
            var agreement = GeoZoneFixture.Sample();
            agreement.Id = $"agreement-{i}";
            await _service.Agreements.ImportAgreementAsync(new() { Agreement = agreement });
        }

        var ids = new List<string>();
        var token = "";
        do
        {
            var page = await _service.Agreements.ListAgreementsAsync(new() { PageSize = 2, PageToken = token });
            Assert.InRange(page.Agreements.Count, 1, 2);
            ids.AddRange(page.Agreements.Select(a => a.Id));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        Assert.Equal(["agreement-0", "agreement-1", "agreement-2", "agreement-3", "agreement-4"], ids);
    }

    [Theory]
    [InlineData("2018-09-17", Compliance.NotYetDue)]
    [InlineData("2018-10-10", Compliance.NotYetDue)]
    [InlineData("2018-10-11", Compliance.Undetermined)]
    public async Task ListObligationStates_AroundADeadline_WaitsUntilTheDayIsOver(string day, Compliance expected)
    {
        await _service.ImportAsync();

        var states = (await _service.Agreements.ListObligationStatesAsync(new() { AgreementId = "sochi-2018", AsOfDate = day })).States;

        Assert.Equal(GeoZoneFixture.Sample().Obligations.Select(o => o.Id), states.Select(s => s.Obligation.Id));
        Assert.Equal(expected, states.Single(s => s.Obligation.Id == "withdraw-heavy-weapons").Verdict.Compliance);
    }

    [Fact]
    public async Task ListObligationStates_MalformedDay_IsRefused()
    {
        await _service.ImportAsync();

        var error = await Assert.ThrowsAsync<RpcException>(
            () => _service.Agreements.ListObligationStatesAsync(new() { AgreementId = "sochi-2018", AsOfDate = "17 September" }).ResponseAsync);

        Assert.Equal("as_of_date", Assert.Single(error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations).Field);
    }
}
