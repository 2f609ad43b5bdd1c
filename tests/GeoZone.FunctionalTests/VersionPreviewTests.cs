using System.Globalization;
using System.Text;
using System.Text.Json;
using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Truceline.Events.V1;
using Truceline.GeoZone.Tracks;
using Truceline.GeoZone.V1;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;
using Truceline.Type.V1;

namespace Truceline.GeoZone.FunctionalTests;

/// <summary>What a version of a line or zone would overturn is told, and is what the version then does; telling it changes nothing.</summary>
public sealed class VersionPreviewTests : IAsyncTest
{
    private const string LineId = "sochi-2018.contact";
    private static readonly Position KhanShaykhun = new() { Latitude = 35.44208, Longitude = 36.65095 };

    private readonly GeoZoneFixture _service = new();

    private PreviewService.PreviewServiceClient Previews => new(_service.Channel);

    private TrackService.TrackServiceClient Tracks => new(_service.Channel);

    public async Task InitializeAsync()
    {
        await _service.ImportAsync();
        await _service.DeliverAsync(GeoZoneFixture.Strikes("report-1", "Agency"), "event-1");
        await _service.PublishedAsync<IncidentOpened>(Topics.IncidentOpened, atLeast: 2);
        await Poller.UntilAsync("the zones", async () => await VerdictTests.KhanShaykhunAsync(_service) is { Count: 2 } ? "" : null);
        // In the zone and out of it; and where the zone would come to lie.
        await DeliverAsync("in", (0, 36.0, 37.5), (10, 35.44208, 36.65095), (20, 36.0, 37.5));
        await DeliverAsync("beside", (0, 34.44, 37.65), (10, 34.45, 37.66));
        await DeliverAsync("far", (0, 10, 10), (10, 10.01, 10));
    }

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task PreviewLineVersion_IsWhatTheVersionThenDoes()
    {
        var version = Moved(-1, "2018-10-18");
        var foreseen = await ForeseeAsync(version);
        var changes = (await ChangesAsync()).Count;
        var (cancelled, updated, opened, obligations) = (Count(Topics.IncidentCancelled), Count(Topics.IncidentUpdated), Count(Topics.IncidentOpened), Count(Topics.ObligationChanged));
        var before = (await _service.Zones.GetZoneAsync(new() { ZoneId = "sochi-2018.dmz" })).Version.Number;

        var said = await _service.Lines.AddLineVersionAsync(version);
        await Poller.UntilAsync("the moved zone", async () => await VerdictTests.KhanShaykhunAsync(_service) is { Count: 1 } ? "" : null);
        await ReviewAsync();

        Assert.Equal(said.ChangedZoneIds, foreseen.Zones.Select(z => z.ZoneId).Distinct());
        Assert.Equal("dmz", Assert.Single(foreseen.Cancelled).Finding.ZoneId);
        Assert.Equal(foreseen.Cancelled, (await _service.PublishedAsync<IncidentCancelled>(Topics.IncidentCancelled, cancelled + 1)).Skip(cancelled).Select(e => e.Incident));
        Assert.Equal(foreseen.Obligations.Select(o => o.After),
            (await _service.PublishedAsync<ObligationChanged>(Topics.ObligationChanged, obligations + foreseen.Obligations.Count)).Skip(obligations).Select(e => e.State));
        Assert.Equal((opened + foreseen.Opened.Count, updated + foreseen.Updated.Count), (Count(Topics.IncidentOpened), Count(Topics.IncidentUpdated)));
        var made = (await ChangesAsync()).Skip(changes).ToList();
        Assert.Equal(Words(made), Words(foreseen.Transitions));
        Assert.Contains(foreseen.Transitions, t => t.News == TransitionNews.Cancelled && t.Transition.ObjectId == "in");
        Assert.Contains(foreseen.Transitions, t => t.News == TransitionNews.Opened && t.Transition.ObjectId == "beside");
        Assert.DoesNotContain(foreseen.Transitions, t => t.Transition.ObjectId == "far");
        Assert.Equal(0, foreseen.LeftOutObjects);
        var after = (await _service.Zones.GetZoneAsync(new() { ZoneId = "sochi-2018.dmz" })).Version.Number;
        var difference = await _service.Zones.CompareZoneVersionsAsync(new() { ZoneId = "sochi-2018.dmz", BeforeNumber = before, AfterNumber = after });
        var shift = foreseen.Zones.Single(z => z.ZoneId == "sochi-2018.dmz" && z.ValidTo.Length == 0);
        Assert.Equal((difference.Gained, difference.Lost), (shift.Gained, shift.Lost));
        Assert.Equal("2018-10-18", shift.ValidFrom);
    }

    [Fact]
    public async Task PreviewLineVersion_OfALineThatWasMovedBefore_GoesOnFromThere()
    {
        await _service.Lines.AddLineVersionAsync(Moved(-1, "2018-10-18"));

        var same = await ForeseeAsync(Moved(-1, "2018-10-18"));
        var back = await ForeseeAsync(Moved(0, "2018-10-18"));

        Assert.Empty(same.Zones);
        Assert.Empty(same.Cancelled);
        Assert.Empty(same.Transitions);
        Assert.Equal("sochi-2018.dmz", Assert.Single(back.Zones).ZoneId);
        var again = Assert.Single(back.Updated);
        Assert.NotNull(again.Before.CancelledTime);
        Assert.Null(again.After.CancelledTime);
    }

    [Fact]
    public async Task PreviewLineVersion_Always_StoresNothingAndTellsNobody()
    {
        var (line, zone, published, changes) = (await _service.Lines.GetLineAsync(new() { LineId = LineId }), await _service.Zones.GetZoneAsync(new() { ZoneId = "sochi-2018.dmz" }),
            _service.Sidecar.Published.Count, (await ChangesAsync()).Count);

        for (var i = 0; i < 3; i++)
            await ForeseeAsync(Moved(-1, "2018-10-18"));
        await ReviewAsync();

        Assert.Equal((line, zone), (await _service.Lines.GetLineAsync(new() { LineId = LineId }), await _service.Zones.GetZoneAsync(new() { ZoneId = "sochi-2018.dmz" })));
        Assert.Equal(changes, (await ChangesAsync()).Count);
        await _service.DeliverAsync(GeoZoneFixture.Strikes("report-2", "Another agency"), "event-2");
        await _service.PublishedAsync<IncidentUpdated>(Topics.IncidentUpdated, atLeast: 2);
        Assert.DoesNotContain(_service.Sidecar.Published.Skip(published), e => e.Topic is Topics.IncidentCancelled or Topics.ZoneChanged or Topics.TrackTransitioned);
    }

    [Fact]
    public async Task PreviewLineVersion_OfSomeDays_TellsOfTheseAlone()
    {
        var version = Moved(-1, "2018-10-19");
        var foreseen = (await Previews.PreviewLineVersionAsync(new()
        {
            LineId = LineId,
            Content = version.Content,
            ValidFrom = "2018-10-19",
            ValidTo = "2018-10-21",
            Questions = { Ask("2018-10-18"), Ask("2018-10-19"), Ask("2018-10-20"), Ask("2018-10-21") },
        })).Overturned;

        Assert.Equal([("sochi-2018.dmz", "2018-10-19", "2018-10-21")], foreseen.Zones.Select(z => (z.ZoneId, z.ValidFrom, z.ValidTo)));
        Assert.Equal([false, true, true, false], foreseen.Verdicts.Select(v => v.Overturned));
        Assert.Equal("dmz", Assert.Single(foreseen.Verdicts[1].Before.Zones).ZoneId);
        Assert.Empty(foreseen.Verdicts[1].After.Zones);
        // The tracks are of December.
        Assert.Empty(foreseen.Transitions);
        Assert.Equal(["dmz"], foreseen.Cancelled.Select(i => i.Finding.ZoneId));
    }

    [Fact]
    public async Task PreviewZoneVersion_MovesTheZonesDrawnFromIt()
    {
        var around = new Shape { Circle = new() { Centre = new() { Latitude = 34.45, Longitude = 37.66 }, RadiusLowM = 5_000 } };
        await _service.Zones.CreateZoneAsync(new()
        {
            ZoneId = "without-dmz",
            ValidFrom = "2018-01-01",
            Content = new()
            {
                Name = "Around, without the zone",
                Kind = ZoneKind.BufferZone,
                Sources = { GeoZoneFixture.Sample().Sources },
                Shape = new()
                {
                    Composed = new() { How = Composition.Difference, Parts = { around, new Shape { Zone = new() { ZoneId = "sochi-2018.dmz" } } } },
                },
            },
        });
        var dmz = (await _service.Zones.GetZoneAsync(new() { ZoneId = "sochi-2018.dmz" })).Version;
        var content = dmz.Content.Clone();
        content.Shape = new() { Circle = new() { Centre = around.Circle.Centre, RadiusLowM = 2_000 } };

        var foreseen = (await Previews.PreviewZoneVersionAsync(new() { ZoneId = "sochi-2018.dmz", Content = content, ValidFrom = "2018-11-30" })).Overturned;

        Assert.Equal(["sochi-2018.dmz", "without-dmz"], foreseen.Zones.Select(z => z.ZoneId));
        Assert.Equal(Math.PI * 4e6, foreseen.Zones[1].Lost.InsideAreaM2, Math.PI * 4e6 * 1e-3);
        Assert.Equal(0, foreseen.Zones[1].Gained.InsideAreaM2, 1e-3);
        Assert.Contains(foreseen.Transitions, t => t.News == TransitionNews.Opened && t.Transition is { ObjectId: "beside", Area: "sochi-2018/dmz" });
    }

    [Fact]
    public async Task PreviewZoneVersion_OfAZoneOfNoAgreement_TellsOfItsFencesAndOfNoOthers()
    {
        var content = new ZoneContent
        {
            Name = "Depot",
            Kind = ZoneKind.BufferZone,
            Sources = { GeoZoneFixture.Sample().Sources },
            Shape = new() { Circle = new() { Centre = new() { Latitude = 10.005, Longitude = 10 }, RadiusLowM = 5_000 } },
        };
        await _service.Zones.CreateZoneAsync(new() { ZoneId = "depot", ValidFrom = "2018-01-01", Content = content });
        var from = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(GeoZoneFixture.Now.AddDays(-30));
        foreach (var (id, zone) in new[] { ("watched", "depot"), ("other", "sochi-2018/dmz") })
            await Tracks.PutFenceAsync(new() { Fence = new() { Id = id, Kind = FenceKind.Site, Zones = { zone }, ObjectIds = { "far" }, ValidFrom = from } });
        await Poller.UntilAsync("the zone", async () => (await _service.Zones.JudgePositionAsync(
            new() { Question = new() { Position = content.Shape.Circle.Centre } })).Verdict.Zones.Any(z => z.ZoneId == "depot") ? "" : null);
        content.Shape.Circle.Centre = new() { Latitude = 20, Longitude = 20 };

        // No review told yet of the other that the object was never there: that is not this change's doing.
        var foreseen = (await Previews.PreviewZoneVersionAsync(new() { ZoneId = "depot", Content = content, ValidFrom = "2018-01-01" })).Overturned;

        Assert.Equal(["depot"], foreseen.Zones.Select(z => z.ZoneId));
        Assert.Contains(foreseen.Transitions, t => t.Transition is { FenceId: "watched", Kind: TransitionKind.Absent });
        Assert.DoesNotContain(foreseen.Transitions, t => t.Transition.FenceId == "other");
    }

    [Fact]
    public async Task PreviewVersion_WithFaults_NamesThemAll()
    {
        var wrong = await Assert.ThrowsAsync<RpcException>(() => Previews.PreviewLineVersionAsync(new()
        {
            LineId = LineId,
            Content = new() { Kind = LineKind.LineOfContact },
            ValidFrom = "2018-13-01",
            Questions = { new PositionQuestion { Position = KhanShaykhun, RadiusM = -1 } },
        }).ResponseAsync);
        var noLine = Moved(0, "2018-10-18");
        var gone = await Assert.ThrowsAsync<RpcException>(() => Previews.PreviewLineVersionAsync(new() { LineId = "none", Content = noLine.Content, ValidFrom = "2018-10-18" }).ResponseAsync);
        var content = (await _service.Zones.GetZoneAsync(new() { ZoneId = "sochi-2018.dmz" })).Version.Content.Clone();
        content.Shape = new() { Zone = new() { ZoneId = "sochi-2018.dmz" } };
        var circle = await Assert.ThrowsAsync<RpcException>(() => Previews.PreviewZoneVersionAsync(new() { ZoneId = "sochi-2018.dmz", Content = content, ValidFrom = "2018-10-18" }).ResponseAsync);

        Assert.Equal("LINE_INVALID", wrong.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal("content.name, content.course.positions, content.sources, valid_from, questions[0].radius_m",
            string.Join(", ", wrong.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field)));
        Assert.Equal("LINE_NOT_FOUND", gone.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal(("ZONE_INVALID", "CIRCULAR"), (circle.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason, Assert.Single(circle.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations).Reason));
    }

    [Fact]
    public async Task PreviewLineVersion_OverRest_AnswersInJson()
    {
        using var client = _service.CreateClient();
        using var body = new StringContent($$"""{"content": {{JsonFormatter.Default.Format(Moved(-1, "2018-10-18").Content)}}, "validFrom": "2018-10-18"}""", Encoding.UTF8, "application/json");

        var response = await client.PostAsync(new Uri($"/v1/lines/{LineId}/previews", UriKind.Relative), body);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        var overturned = json.RootElement.GetProperty("overturned");
        Assert.Equal("sochi-2018.dmz", overturned.GetProperty("zones")[0].GetProperty("zoneId").GetString());
        Assert.Equal("dmz", overturned.GetProperty("cancelled")[0].GetProperty("finding").GetProperty("zoneId").GetString());
        Assert.True(overturned.GetProperty("transitions").GetArrayLength() > 0);
    }

    [Fact]
    public async Task PreviewChange_OfALine_TellsTheTransitionsToo()
    {
        var line = GeoZoneFixture.Sample().Lines.Single(l => l.Id == "contact");
        line.Course = Moved(-1, "2018-10-18").Content.Course;

        var foreseen = await Previews.PreviewChangeAsync(new() { AgreementId = "sochi-2018", Lines = { line } });

        Assert.Equal((await ForeseeAsync(Moved(-1, line.ValidFrom))).Transitions, foreseen.Transitions);
        Assert.NotEmpty(foreseen.Transitions);
    }

    private static PositionQuestion Ask(string day) => new()
    {
        Position = KhanShaykhun,
        Instant = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(day + "T12:00:00Z", CultureInfo.InvariantCulture)),
    };

    /// <summary>The line of contact so many degrees to the north and west.</summary>
    private static AddLineVersionRequest Moved(double degrees, string from)
    {
        var line = GeoZoneFixture.Sample().Lines.Single();
        foreach (var position in line.Course.Positions)
        {
            position.Latitude += degrees;
            position.Longitude -= degrees;
        }
        return new()
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
        };
    }

    private static IEnumerable<string> Words(IEnumerable<TransitionChange> changes) =>
        changes.Select(c => $"{c.Transition.ObjectId} {c.News} {c.Transition.Kind} {c.Transition.Id}").Order(StringComparer.Ordinal);

    private async Task<Overturned> ForeseeAsync(AddLineVersionRequest version) =>
        (await Previews.PreviewLineVersionAsync(new() { LineId = version.LineId, Content = version.Content, ValidFrom = version.ValidFrom, ValidTo = version.ValidTo })).Overturned;

    private async Task<List<TransitionChange>> ChangesAsync()
    {
        await using var scope = _service.Services.CreateAsyncScope();
        return [.. await scope.ServiceProvider.GetRequiredService<ITrackStore>().ChangesAsync(0, 1_000, CancellationToken.None)];
    }

    private Task ReviewAsync() => _service.Services.GetServices<IHostedService>().OfType<TrackReview>().Single().ReviewAsync(CancellationToken.None);

    private int Count(string topic) => _service.Sidecar.Published.Count(e => e.Topic == topic);

    private async Task DeliverAsync(string objectId, params (double Minute, double Latitude, double Longitude)[] fixes)
    {
        var positions = fixes.Select(f => new ObservedPosition
        {
            Id = FormattableString.Invariant($"sha256:{objectId}-{f.Minute}"),
            Position = new()
            {
                ObjectId = objectId,
                Time = GeoZoneFixture.Now.AddMinutes(f.Minute - 60).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                Position = new() { Latitude = f.Latitude, Longitude = f.Longitude },
            },
            ReceivedTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(GeoZoneFixture.Now),
        });
        Assert.Equal("Success", (await _service.Channel.DeliverAsync(Topics.PositionObserved, new PositionObserved { Positions = { positions } }, "of-" + objectId)).ToString());
    }
}
