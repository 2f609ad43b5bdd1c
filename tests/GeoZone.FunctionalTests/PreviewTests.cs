using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Truceline.Events.V1;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;
using Truceline.Type.V1;

namespace Truceline.GeoZone.FunctionalTests;

/// <summary>What a change would overturn is told, and is what the change then does; telling it changes nothing.</summary>
public sealed class PreviewTests : IAsyncTest
{
    private static readonly Position KhanShaykhun = new() { Latitude = 35.44208, Longitude = 36.65095 };
    private static readonly Position Athens = new() { Latitude = 37.98, Longitude = 23.73 };

    private readonly GeoZoneFixture _service = new();

    private PreviewService.PreviewServiceClient Previews => new(_service.Channel);

    public async Task InitializeAsync()
    {
        await _service.ImportAsync();
        await _service.DeliverAsync(GeoZoneFixture.Strikes("report-1", "Agency"), "event-1");
        await _service.PublishedAsync<IncidentOpened>(Topics.IncidentOpened, atLeast: 2);
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task PreviewChange_OfSeveralZones_IsWhatTheImportThenDoes()
    {
        var foreseen = await Previews.PreviewChangeAsync(Change());
        var before = await StoredAsync();
        var (opened, updated, cancelled, changed) = (Count(Topics.IncidentOpened), Count(Topics.IncidentUpdated), Count(Topics.IncidentCancelled), Count(Topics.ObligationChanged));

        await _service.Agreements.ImportAgreementAsync(new() { Agreement = Changed() });

        Assert.Equal(["dmz"], foreseen.Updated.Select(s => s.After.Finding.ZoneId));
        Assert.Equal((ZonePosition.Inside, ZonePosition.Possible), (foreseen.Updated[0].Before.Finding.Position, foreseen.Updated[0].After.Finding.Position));
        Assert.Equal(["idlib-area"], foreseen.Cancelled.Select(i => i.Finding.ZoneId));
        Assert.Equal(["town"], foreseen.Opened.Select(i => i.Finding.ZoneId));
        Assert.NotEmpty(foreseen.Obligations);
        Assert.Equal(Ordered(foreseen.Opened), Ordered((await _service.PublishedAsync<IncidentOpened>(Topics.IncidentOpened, opened + 1)).Skip(opened).Select(e => e.Incident)));
        Assert.Equal(Ordered(foreseen.Updated.Select(s => s.After)),
            Ordered((await _service.PublishedAsync<IncidentUpdated>(Topics.IncidentUpdated, updated + 1)).Skip(updated).Select(e => e.Incident)));
        Assert.Equal(Ordered(foreseen.Cancelled),
            Ordered((await _service.PublishedAsync<IncidentCancelled>(Topics.IncidentCancelled, cancelled + 1)).Skip(cancelled).Select(e => e.Incident)));
        var told = (await _service.PublishedAsync<ObligationChanged>(Topics.ObligationChanged, changed + foreseen.Obligations.Count)).Skip(changed).ToList();
        Assert.Equal(foreseen.Obligations.Select(o => (o.Before, o.After)), told.Select(o => (o.Previous, o.State)));
        Assert.NotEqual(before, await StoredAsync());
    }

    [Fact]
    public async Task PreviewChange_Always_StoresNothingAndTellsNobody()
    {
        var (before, published) = (await StoredAsync(), _service.Sidecar.Published.Count);

        for (var i = 0; i < 3; i++)
            await Previews.PreviewChangeAsync(Change());

        Assert.Equal(before, await StoredAsync());
        // The outbox goes out in order: what a preview had left there would stand before what comes now.
        await _service.DeliverAsync(GeoZoneFixture.Strikes("report-2", "Another agency"), "event-2");
        await _service.PublishedAsync<IncidentUpdated>(Topics.IncidentUpdated, atLeast: 2);
        Assert.All(_service.Sidecar.Published.Skip(published), e => Assert.Contains(e.Topic, new[] { Topics.IncidentUpdated, Topics.ObligationChanged }));
        Assert.DoesNotContain(_service.Sidecar.Published, e => e.Topic is Topics.IncidentCancelled);
    }

    [Fact]
    public async Task PreviewChange_OfNothingButItself_OverturnsNothing()
    {
        var sample = GeoZoneFixture.Sample();

        var foreseen = await Previews.PreviewChangeAsync(new() { AgreementId = sample.Id, Zones = { sample.Zones }, Lines = { sample.Lines }, Questions = { At(KhanShaykhun) } });

        Assert.Empty(foreseen.Zones);
        Assert.Empty(foreseen.Opened);
        Assert.Empty(foreseen.Updated);
        Assert.Empty(foreseen.Cancelled);
        Assert.False(Assert.Single(foreseen.Verdicts).Overturned);
        Assert.Equal(foreseen.Verdicts[0].Before, foreseen.Verdicts[0].After);
    }

    [Fact]
    public async Task PreviewChange_OfALine_MovesTheZonesDrawnAlongIt()
    {
        var sample = GeoZoneFixture.Sample();
        var line = sample.Lines.Single(l => l.Id == "contact").Clone();
        foreach (var at in line.Course.Positions)
            at.Latitude += 1;

        var foreseen = await Previews.PreviewChangeAsync(new() { AgreementId = sample.Id, Lines = { line }, Questions = { At(KhanShaykhun), At(Athens) } });

        var shift = Assert.Single(foreseen.Zones);
        Assert.Equal("dmz", shift.ZoneId);
        Assert.True(shift.Gained.PossibleAreaM2 > 1e8 && shift.Lost.PossibleAreaM2 > 1e8);
        Assert.Equal(["dmz"], foreseen.Cancelled.Select(i => i.Finding.ZoneId));
        Assert.Equal([true, false], foreseen.Verdicts.Select(v => v.Overturned));
        Assert.Equal(["dmz", "idlib-area"], foreseen.Verdicts[0].Before.Zones.Select(z => z.ZoneId).Order());
        Assert.Equal(["idlib-area"], foreseen.Verdicts[0].After.Zones.Select(z => z.ZoneId));
        Assert.Equal((await _service.Zones.JudgePositionAsync(new() { Question = At(KhanShaykhun) })).Verdict, foreseen.Verdicts[0].Before);
    }

    [Fact]
    public async Task PreviewChange_WithFaults_NamesThemAllByTheFieldOfTheRequest()
    {
        var sample = GeoZoneFixture.Sample();
        var zone = sample.Zones.Single(z => z.Id == "dmz").Clone();
        (zone.Name, zone.Band.FarLowM) = ("", -1);

        var error = await Assert.ThrowsAsync<RpcException>(() => Previews.PreviewChangeAsync(
            new() { AgreementId = sample.Id, Zones = { zone }, RemovedZoneIds = { "none" } }).ResponseAsync);
        var early = await Assert.ThrowsAsync<RpcException>(() => Previews.PreviewChangeAsync(
            new() { Questions = { new PositionQuestion { RadiusM = -1, Position = Athens } } }).ResponseAsync);
        var gone = await Assert.ThrowsAsync<RpcException>(() => Previews.PreviewChangeAsync(new() { AgreementId = "none", RemovedZoneIds = { "x" } }).ResponseAsync);

        Assert.Equal("PREVIEW_INVALID", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        var fields = error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field).ToList();
        Assert.Contains("zones[0].name", fields);
        Assert.Contains("zones[0].band.far_low_m", fields);
        Assert.Contains("removed_zone_ids[0]", fields);
        Assert.Equal(["agreement_id", "zones", "questions[0].radius_m"], early.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field));
        Assert.Equal("AGREEMENT_NOT_FOUND", gone.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    [Fact]
    public async Task PreviewChange_OverRest_AnswersInJson()
    {
        using var client = _service.CreateClient();

        var area = Changed().Zones.Single(z => z.Id == "idlib-area");
        using var body = new StringContent($$"""{"zones": [{{JsonFormatter.Default.Format(area)}}]}""", Encoding.UTF8, "application/json");

        var response = await client.PostAsync(new Uri($"/v1/agreements/{GeoZoneFixture.Sample().Id}/previews", UriKind.Relative), body);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal("idlib-area", json.RootElement.GetProperty("cancelled")[0].GetProperty("finding").GetProperty("zoneId").GetString());
    }

    /// <summary>The band certain only near its line, the area elsewhere, and a further zone around the town.</summary>
    private static PreviewChangeRequest Change()
    {
        var changed = Changed();
        return new() { AgreementId = changed.Id, Zones = { changed.Zones }, Questions = { At(KhanShaykhun) } };
    }

    private static Agreement Changed()
    {
        var agreement = GeoZoneFixture.Sample();
        var band = agreement.Zones.Single(z => z.Id == "dmz");
        band.Band.FarLowM = band.Band.NearM + 1;
        var area = agreement.Zones.Single(z => z.Id == "idlib-area");
        var town = area.Clone();
        (town.Id, town.Name) = ("town", "Around the town");
        foreach (var (rule, i) in town.Rules.Select((rule, i) => (rule, i)))
            rule.Id = $"town-rule-{i}";
        town.Polygon = Square(KhanShaykhun);
        area.Polygon = Square(Athens);
        agreement.Zones.Add(town);
        return agreement;
    }

    private static Truceline.Type.V1.Polygon Square(Position centre) => new()
    {
        Outer = new()
        {
            Positions =
            {
                from corner in new (double North, double East)[] { (-0.2, -0.2), (-0.2, 0.2), (0.2, 0.2), (0.2, -0.2) }
                select new Position { Latitude = centre.Latitude + corner.North, Longitude = centre.Longitude + corner.East },
            },
        },
    };

    private static PositionQuestion At(Position position) => new() { Position = position, RadiusM = 100 };

    private static IEnumerable<Incident> Ordered(IEnumerable<Incident> incidents) => incidents.OrderBy(i => i.Id, StringComparer.Ordinal);

    private int Count(string topic) => _service.Sidecar.Published.Count(e => e.Topic == topic);

    /// <summary>Everything that the service shows of what it has stored.</summary>
    private async Task<string> StoredAsync()
    {
        var agreement = await _service.Agreements.GetAgreementAsync(new() { AgreementId = GeoZoneFixture.Sample().Id });
        var states = await _service.Agreements.ListObligationStatesAsync(new() { AgreementId = agreement.Agreement.Id });
        return string.Join('\n', agreement, states, await _service.Incidents.ListIncidentsAsync(new()));
    }
}
