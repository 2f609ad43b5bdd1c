using Truceline.Events.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;
using Truceline.Type.V1;

namespace Truceline.GeoZone.FunctionalTests;

/// <summary>What a moved line of an agreement overturns.</summary>
public sealed class MovedLineTests : IAsyncTest
{
    private const string LineId = "sochi-2018.contact";

    private readonly GeoZoneFixture _service = new();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task AddLineVersion_ThatTakesTheZoneAway_CancelsTheIncidentAndBackTakesItUpAgain()
    {
        await _service.ImportAsync();
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r1", "Agency A"), "event-1");
        var opened = (await _service.PublishedAsync<IncidentOpened>(Topics.IncidentOpened, 2)).Single(i => i.Incident.Finding.ZoneId == "dmz").Incident;

        // A degree to the south-east: the town lies behind the zone then.
        await MoveAsync(degrees: -1, from: "2018-10-18");
        var cancelled = Assert.Single(await _service.PublishedAsync<IncidentCancelled>(Topics.IncidentCancelled, 1)).Incident;
        await MoveAsync(degrees: 0, from: "2018-10-18");
        var again = (await _service.PublishedAsync<IncidentUpdated>(Topics.IncidentUpdated, 1)).Single().Incident;

        Assert.Equal((opened.Id, 2), (cancelled.Id, cancelled.Version));
        Assert.NotNull(cancelled.CancelledTime);
        Assert.Equal((opened.Id, 3), (again.Id, again.Version));
        Assert.Null(again.CancelledTime);
        Assert.Equal(opened.Finding, again.Finding);
    }

    [Fact]
    public async Task AddLineVersion_ThatMovesTheEdge_UpdatesTheIncident()
    {
        await _service.ImportAsync();
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r1", "Agency A"), "event-1");
        var opened = (await _service.PublishedAsync<IncidentOpened>(Topics.IncidentOpened, 2)).Single(i => i.Incident.Finding.ZoneId == "dmz").Incident;

        await MoveAsync(degrees: -0.02, from: "2018-10-18");

        var updated = Assert.Single(await _service.PublishedAsync<IncidentUpdated>(Topics.IncidentUpdated, 1)).Incident;
        Assert.Equal(opened.Id, updated.Id);
        Assert.NotEqual(opened.Finding.DistanceM, updated.Finding.DistanceM);
    }

    [Fact]
    public async Task AddLineVersion_FromADayAfterTheIncident_LeavesItAlone()
    {
        await _service.ImportAsync();
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r1", "Agency A"), "event-1");
        await _service.PublishedAsync<IncidentOpened>(Topics.IncidentOpened, 2);

        await MoveAsync(degrees: -1, from: "2018-10-21");

        await _service.PublishedAsync<ZoneChanged>(Topics.ZoneChanged, 2);
        Assert.DoesNotContain(_service.Sidecar.Published, e => e.Topic is Topics.IncidentCancelled or Topics.IncidentUpdated);
    }

    [Fact]
    public async Task ImportAgreement_WithAnotherTitle_LeavesAMovedLineWhereItIs()
    {
        await _service.ImportAsync();
        await MoveAsync(degrees: -1, from: "2018-10-18");
        var moved = (await _service.Zones.GetZoneAsync(new() { ZoneId = "sochi-2018.dmz" })).Version;

        var agreement = GeoZoneFixture.Sample();
        agreement.Title = "Another title";
        await _service.Agreements.ImportAgreementAsync(new() { Agreement = agreement });

        Assert.Equal(moved, (await _service.Zones.GetZoneAsync(new() { ZoneId = "sochi-2018.dmz" })).Version);
    }

    [Fact]
    public async Task EndZone_FromItsFirstDay_CancelsWhatRestedOnIt()
    {
        await _service.ImportAsync();
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r1", "Agency A"), "event-1");
        await _service.PublishedAsync<IncidentOpened>(Topics.IncidentOpened, 2);

        await _service.Zones.EndZoneAsync(new() { ZoneId = "sochi-2018.dmz", ValidTo = GeoZoneFixture.Sample().Zones.Single(z => z.Id == "dmz").ValidFrom });

        Assert.Equal("dmz", Assert.Single(await _service.PublishedAsync<IncidentCancelled>(Topics.IncidentCancelled, 1)).Incident.Finding.ZoneId);
        await _service.DeliverAsync(GeoZoneFixture.Strikes("r2", "Agency B", c => c.Date = new() { Value = "2018-11-25", StartDate = "2018-11-25", EndDate = "2018-11-25", Precision = DatePrecision.Day }), "event-2");
        var opened = await _service.PublishedAsync<IncidentOpened>(Topics.IncidentOpened, 3);
        Assert.Equal(1, opened.Count(i => i.Incident.Finding.ZoneId == "dmz"));
    }

    [Fact]
    public async Task LocatePosition_OnDaysBeforeAndAfterAMove_TakesTheZoneOfTheDay()
    {
        await _service.ImportAsync();
        await Poller.UntilAsync("the zones in memory", async () => await VerdictTests.KhanShaykhunAsync(_service) is { Count: 2 } ? "" : null);
        await MoveAsync(degrees: -1, from: "2018-11-01");

        await Poller.UntilAsync("the zone as moved", async () => await LocateAsync("2018-11-01") == ZonePosition.Outside ? "" : null);
        Assert.Equal(ZonePosition.Inside, await LocateAsync("2018-10-31"));
    }

    [Fact]
    public async Task JudgePosition_AfterAMove_IsTheNewVerdictOnEveryReplica()
    {
        await using var redis = await RedisServer.RunAsync();
        var settings = new Dictionary<string, string> { ["Cache:Redis"] = redis.Address };
        await using var first = new GeoZoneFixture(settings);
        await using var second = new GeoZoneFixture(settings, first.DataFolder);
        await using var third = new GeoZoneFixture(settings, first.DataFolder);
        GeoZoneFixture[] replicas = [first, second, third];
        await first.ImportAsync();
        foreach (var replica in replicas)
            await Poller.UntilAsync("the zones", async () => await VerdictTests.KhanShaykhunAsync(replica) is { Count: 2 } ? "" : null);

        await MoveAsync(degrees: -1, from: "2018-10-18", second);

        // The clocks stand still: no poll can have told.
        foreach (var replica in replicas)
            await Poller.UntilAsync("the zone as moved", async () => await VerdictTests.KhanShaykhunAsync(replica) is [{ ZoneId: "idlib-area" }] ? "" : null);
    }

    private async Task<ZonePosition?> LocateAsync(string day)
    {
        var found = await _service.Zones.LocatePositionAsync(new() { Position = new() { Latitude = 35.44208, Longitude = 36.65095 }, RadiusM = 500, AsOfDate = day });
        return found.Findings.SingleOrDefault(f => f.ZoneId == "dmz")?.Position;
    }

    private async Task MoveAsync(double degrees, string from, GeoZoneFixture? replica = null)
    {
        var line = GeoZoneFixture.Sample().Lines.Single();
        foreach (var position in line.Course.Positions)
        {
            position.Latitude += degrees;
            position.Longitude -= degrees;
        }
        await (replica ?? _service).Lines.AddLineVersionAsync(new()
        {
            LineId = LineId,
            Content = new()
            {
                Kind = line.Kind,
                Name = line.Name,
                Course = line.Course,
                LeftPartyId = line.LeftPartyId,
                RightPartyId = line.RightPartyId,
                Sources = { GeoZoneFixture.Sample().Sources },
                Illustrative = line.Illustrative,
            },
            ValidFrom = from,
        });
    }
}
