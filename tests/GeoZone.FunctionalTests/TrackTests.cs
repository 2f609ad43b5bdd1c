using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Truceline.Events.V1;
using Truceline.GeoZone.Storage;
using Truceline.GeoZone.Tracks;
using Truceline.GeoZone.V1;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;
using Truceline.Type.V1;

namespace Truceline.GeoZone.FunctionalTests;

public sealed class TrackTests : IAsyncTest
{
    private const double DegreeM = 111_319.5;
    private static readonly DateTimeOffset Start = GeoZoneFixture.Now.AddHours(-2);

    // A fence of a kilometre around a place on the equator.
    private static readonly Fence Depot = new()
    {
        Id = "depot",
        Kind = FenceKind.Area,
        Shape = new() { Circle = new() { Centre = new() { Latitude = 0, Longitude = 10 }, RadiusLowM = 1_000 } },
        MarginM = 0,
    };

    private readonly GeoZoneFixture _service = new();
    private int _events;

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private TrackService.TrackServiceClient Client => new(_service.Channel);

    [Fact]
    public async Task PositionObserved_IntoAZoneOfAnAgreement_IsToldListedAndAnnounced()
    {
        await ReadyAsync();
        await _service.ImportAsync();
        await Poller.UntilAsync("the zones", async () => await VerdictTests.KhanShaykhunAsync(_service) is { Count: 2 } ? "" : null);

        await DeliverAsync(At("tank-1", 0, new Position { Latitude = 37.98, Longitude = 23.73 }), At("tank-1", 3_600, new Position { Latitude = 35.44208, Longitude = 36.65095 }));

        var told = (await Client.ListTransitionsAsync(new() { ObjectId = "tank-1" })).Transitions;
        Assert.Equal(2, told.Count);
        Assert.All(told, t => Assert.Equal((TransitionKind.Entered, ZonePosition.Inside, "zones", Start, Start.AddHours(1)),
            (t.Kind, t.Verdict, t.FenceId, t.EarliestTime.ToDateTimeOffset(), t.Time.ToDateTimeOffset())));
        Assert.Contains(told, t => t.Area.EndsWith("/dmz", StringComparison.Ordinal) && t.DistanceM < 0);
        var announced = Assert.Single(await _service.PublishedAsync<TrackTransitioned>(Topics.TrackTransitioned, 1)).Changes;
        Assert.Equal(told.Select(t => t.Id).Order(), announced.Select(c => c.Transition.Id).Order());
        Assert.Equal([1, 2], announced.Select(c => c.Sequence));
        var track = (await Client.GetTrackAsync(new() { ObjectId = "tank-1" })).Track;
        Assert.Equal(2, track.Standings.Count);
        Assert.Equal(Start.AddHours(1), track.LastFix.Time.ToDateTimeOffset());
    }

    [Fact]
    public async Task PositionObserved_FirstFixesAtOnce_BeginOneTrackWithoutAFailure()
    {
        await ReadyAsync(Depot);
        List<string> failures = [];
        using var listening = new TrackFailures(failures);

        var delivered = Task.WhenAll(Enumerable.Range(0, 12).Select(i => DeliverAsync(At("tank", 60 * i, i % 2 == 0 ? 500 : 2_000))));
        // Whoever meets another at a track that is there looks again a moment later.
        await Poller.UntilAsync("all events", () =>
        {
            Advance(TimeSpan.FromMilliseconds(100));
            return Task.FromResult(delivered.IsCompleted ? "" : null);
        });
        await delivered;

        Assert.Empty(failures);
        Assert.Equal(Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? "Entered " : "Exited ") + 60 * i), await HoldingAsync("tank"));
    }

    [Fact]
    public async Task PositionObserved_LateAndAgain_OverturnsWhatItShowsToBeWrongOnce()
    {
        await ReadyAsync(Depot);
        await DeliverAsync(At("tank", 0, 2_000), At("tank", 60, 500));
        var late = At("tank", 30, 900);
        await DeliverAsync(late);
        await DeliverAsync(late);

        Assert.Equal(["Entered 30"], await HoldingAsync("tank"));
        var changes = (await _service.PublishedAsync<TrackTransitioned>(Topics.TrackTransitioned, 2)).SelectMany(e => e.Changes).ToList();
        Assert.Equal([TransitionNews.Opened, TransitionNews.Opened, TransitionNews.Cancelled], changes.Select(c => c.News));
        Assert.Equal([1, 2, 3], changes.Select(c => c.Sequence));
    }

    [Fact]
    public async Task PositionObserved_LaterThanTheBound_HasTheWholeCourseToldAgain()
    {
        await ReadyAsync(Depot);
        await DeliverAsync([.. Enumerable.Range(0, 40).Where(i => i % 7 != 3).Select(i => At("patrol", 60 * i, i % 10 < 5 ? 500 : 1_500))]);
        // Up to half an hour late, the bound being five minutes; the last first.
        foreach (var i in Enumerable.Range(0, 40).Where(i => i % 7 == 3).Reverse())
            await DeliverAsync(At("patrol", 60 * i, i % 10 < 5 ? 500 : 1_500));

        Assert.Equal(Enumerable.Range(0, 40).Where(i => i % 5 == 0).Select(i => (i % 10 == 0 ? "Entered " : "Exited ") + 60 * i), await HoldingAsync("patrol"));
    }

    [Fact]
    public async Task PositionObserved_OnAServiceThatWasStartedAgain_GoesOnFromTheStoredState()
    {
        await ReadyAsync(Depot);
        await DeliverAsync(At("tank", 0, 2_000), At("tank", 60, 500));
        await using var again = new GeoZoneFixture(dataFolder: _service.DataFolder);
        await ReadyAsync(again);

        await DeliverAsync(again, At("tank", 120, 400), At("tank", 180, 2_000), At("tank", 30, 800));

        Assert.Equal(["Entered 30", "Exited 180"], await HoldingAsync("tank", again));
    }

    [Fact]
    public async Task PutFence_WithAShapeThatCorrectsTheOneBefore_TellsAgainWhoIsInside()
    {
        await ReadyAsync(Depot);
        await DeliverAsync(At("left", 0, 2_000), At("left", 60, 500), At("left", 120, 600));
        await DeliverAsync(At("joined", 0, 3_000), At("joined", 60, 2_500));
        var moved = Depot.Clone();
        moved.Shape.Circle.Centre.Longitude = 10 + 2_500 / DegreeM;
        var put = await Client.PutFenceAsync(new() { Fence = moved, ShapeFromTime = DateTimeOffset.UnixEpoch.ToTimestamp() });
        Assert.Empty(put.Fence.FormerShapes);

        await ReviewAsync();

        // The first two kilometres of the other one were inside of the new fence.
        Assert.Equal(["Entered 0", "Exited 60"], await HoldingAsync("left"));
        Assert.Equal(["Entered 0"], await HoldingAsync("joined"));
    }

    [Fact]
    public async Task PutFence_WithAnotherShapeAroundObjects_TellsWhoIsInAndOutSinceThen()
    {
        await ReadyAsync(Depot);
        await DeliverAsync(At("left", 6_000, 2_000), At("left", 6_600, 500), At("left", 7_190, 600));
        await DeliverAsync(At("joined", 7_000, 3_000), At("joined", 7_190, 2_500));
        await DeliverAsync(At("stayed", 7_000, 3_000), At("stayed", 7_190, 950));
        await ReviewAsync();
        var moved = Depot.Clone();
        (moved.Shape.Circle.Centre.Longitude, moved.Shape.Circle.RadiusLowM) = (10 + 2_500 / DegreeM, 1_600);
        var put = await Client.PutFenceAsync(new() { Fence = moved });
        var at = GeoZoneFixture.Now.ToTimestamp();
        Assert.Equal((Depot.Shape, at), (Assert.Single(put.Fence.FormerShapes).Shape, put.Fence.FormerShapes[0].UntilTime));

        Advance(TimeSpan.FromSeconds(25));
        await ReviewAsync();

        Assert.Equal(["Entered 6600", "Exited 7200"], await HoldingAsync("left"));
        Assert.Equal(["Entered 7200"], await HoldingAsync("joined"));
        Assert.Equal(["Entered 7190"], await HoldingAsync("stayed"));
        Assert.All((await Client.ListTransitionsAsync(new())).Transitions.Where(t => t.Time.Equals(at)), t => Assert.Equal(TransitionCause.FenceChanged, t.Cause));
        var changes = (await _service.PublishedAsync<TrackTransitioned>(Topics.TrackTransitioned, 4)).SelectMany(e => e.Changes);
        Assert.All(changes, c => Assert.Equal(TransitionNews.Opened, c.News));

        // What is put again unchanged keeps what it was.
        Assert.Equal(put.Fence, (await Client.PutFenceAsync(new() { Fence = moved })).Fence);
        await DeliverAsync(At("joined", 7_230, 500));
        Assert.Equal(["Entered 7200", "Exited 7230"], await HoldingAsync("joined"));
    }

    [Fact]
    public async Task PutFence_OverALineThatIsKept_TellsWhoCrossesItInAnyOrderOfFixes()
    {
        var line = Kept.Line(10);
        (line.Course.Positions[0].Latitude, line.Course.Positions[1].Latitude) = (-0.1, 0.1);
        await _service.Lines.CreateLineAsync(new() { LineId = "front", Content = line, ValidFrom = "2018-01-01" });
        await ReadyAsync(new Fence { Id = "over", Kind = FenceKind.Line, LineId = "front", MarginM = 25 });

        await DeliverAsync(At("tank", 0, -2_000), At("tank", 600, 800));
        await DeliverAsync(At("tank", 1_200, -300));
        // Late: it was back in between, beyond any bound of lateness.
        await DeliverAsync(At("tank", 300, 400), At("tank", 400, -400));

        Assert.Equal(["Crossed 300", "Crossed 400", "Crossed 600", "Crossed 1200"], await HoldingAsync("tank"));
        var told = (await Client.ListTransitionsAsync(new() { FenceId = "over" })).Transitions;
        Assert.Equal(("front", LineDirection.ToLeft, "east", "west"), (told[0].Area, told[0].Direction, told[0].FromPartyId, told[0].ToPartyId));
        Assert.Equal("east", told[^1].ToPartyId);

        // The line is moved to where nobody crossed it.
        var moved = line.Clone();
        foreach (var position in moved.Course.Positions)
            position.Longitude = 11;
        var version = (await _service.Lines.ListLineVersionsAsync(new() { LineId = "front" })).Versions[0];
        await _service.Lines.CorrectLineVersionAsync(new() { LineId = "front", Number = version.Number, Content = moved });
        await Poller.UntilAsync("the crossings cancelled", async () =>
        {
            await ReviewAsync();
            return (await HoldingAsync("tank")).Length > 0 ? null : "";
        });
    }

    [Fact]
    public async Task PutFence_OverALineWithWhatItDoesNotHave_IsRefusedByField()
    {
        await ReadyAsync();
        var fence = new Fence { Id = "over", Kind = FenceKind.Line, Zones = { "a/*" }, Dwell = Duration.FromTimeSpan(TimeSpan.FromHours(1)) };
        var area = new Fence { Id = "area", Kind = FenceKind.Area, LineId = "front" };

        var refused = await Assert.ThrowsAsync<RpcException>(() => Client.PutFenceAsync(new() { Fence = fence }).ResponseAsync);
        var conflict = await Assert.ThrowsAsync<RpcException>(() => Client.PutFenceAsync(new() { Fence = area }).ResponseAsync);
        area.Kind = FenceKind.Line;
        var unknown = await Assert.ThrowsAsync<RpcException>(() => Client.PutFenceAsync(new() { Fence = area }).ResponseAsync);

        Assert.Equal(["fence.dwell CONFLICT", "fence.line REQUIRED", "fence.zones CONFLICT"], Reasons(refused));
        Assert.Equal(["fence.line_id CONFLICT"], Reasons(conflict));
        Assert.Equal(["fence.line_id UNKNOWN_ID"], Reasons(unknown));

        static IEnumerable<string> Reasons(RpcException error) =>
            error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => $"{v.Field} {v.Reason}").Order();
    }

    [Fact]
    public async Task PutFence_WithAnotherSite_TellsWhoIsAwayFromItSinceThen()
    {
        await ReadyAsync();
        var site = new Fence { Id = "store", Kind = FenceKind.Site, Shape = Depot.Shape, ObjectIds = { "howitzer-3" }, ValidFrom = Start.ToTimestamp() };
        await Client.PutFenceAsync(new() { Fence = site });
        await DeliverAsync(At("howitzer-3", 0, 100));
        await ReviewAsync();
        var moved = site.Clone();
        moved.Shape.Circle.Centre.Longitude += 0.1;
        await Client.PutFenceAsync(new() { Fence = moved });

        Advance(TimeSpan.FromSeconds(25));
        await ReviewAsync();

        var told = Assert.Single((await Client.ListTransitionsAsync(new())).Transitions);
        Assert.Equal((TransitionKind.Absent, TransitionCause.FenceChanged, GeoZoneFixture.Now.ToTimestamp()), (told.Kind, told.Cause, told.Time));
    }

    [Fact]
    public async Task Review_FenceThatClosesAroundWhoStandsInIt_TellsItWithoutAFix()
    {
        await ReadyAsync();
        var fence = Depot.Clone();
        fence.ValidFrom = GeoZoneFixture.Now.AddSeconds(20).ToTimestamp();
        await Client.PutFenceAsync(new() { Fence = fence });
        await DeliverAsync(At("tank", 7_200, 100));
        await ReviewAsync();
        Assert.Empty(await HoldingAsync("tank"));

        Advance(TimeSpan.FromSeconds(25));
        await ReviewAsync();

        var told = Assert.Single((await Client.ListTransitionsAsync(new())).Transitions);
        Assert.Equal((TransitionKind.Entered, TransitionCause.FenceChanged, fence.ValidFrom), (told.Kind, told.Cause, told.Time));
    }

    [Fact]
    public async Task Review_WeaponThatIsNotInItsStore_IsAbsentUntilItIsBack()
    {
        await ReadyAsync();
        var site = new Fence { Id = "store", Kind = FenceKind.Site, Shape = Depot.Shape, ObjectIds = { "howitzer-3" }, MaxGap = Duration.FromTimeSpan(TimeSpan.FromSeconds(20)) };
        await Client.PutFenceAsync(new() { Fence = site });
        await DeliverAsync(At("howitzer-3", 7_200, 100));
        await ReviewAsync();
        Assert.Empty(await HoldingAsync("howitzer-3"));

        Advance(TimeSpan.FromSeconds(40));
        await ReviewAsync();
        await ReviewAsync();
        Assert.Equal(["Absent 7220"], await HoldingAsync("howitzer-3"));

        await DeliverAsync(At("howitzer-3", 7_230, 200));
        await ReviewAsync();
        Assert.Equal(["Absent 7220", "Present 7230"], await HoldingAsync("howitzer-3"));
    }

    [Fact]
    public async Task Review_ManyThatMoveAsOne_AreAConvoy()
    {
        await ReadyAsync();
        await DeliverAsync([.. from minute in Enumerable.Range(0, 12) from i in Enumerable.Range(0, 6) select At($"truck-{i}", 60 * minute, 600 * minute - 150 * i)]);

        await ReviewAsync();
        await ReviewAsync();

        var told = Assert.Single((await Client.ListTransitionsAsync(new() { FenceId = "convoys" })).Transitions, t => t.Kind == TransitionKind.ConvoyFormed);
        Assert.Equal(["truck-0", "truck-1", "truck-2", "truck-3", "truck-4", "truck-5"], told.Members);
    }

    [Fact]
    public async Task WatchTransitions_FromTheFirst_GivesWhatWasAndWhatComes()
    {
        await ReadyAsync(Depot);
        await DeliverAsync(At("tank", 0, 2_000), At("tank", 60, 500));
        using var watch = Client.WatchTransitions(new() { AfterSequence = 0, FenceId = "depot" });

        Assert.Equal(TransitionKind.Entered, (await NextAsync(watch)).Transition.Kind);
        await DeliverAsync(At("tank", 120, 2_500));
        Assert.Equal((2L, TransitionKind.Exited), await NextAsync(watch) is var next ? (next.Sequence, next.Transition.Kind) : default);
    }

    [Fact]
    public async Task StreamFixes_Batches_AreAnsweredWithWhatTheyTell()
    {
        await ReadyAsync(Depot);
        using var call = Client.StreamFixes();
        await call.RequestStream.WriteAsync(new() { Fixes = { Fix("a", 0, 2_000), Fix("a", 60, 500), new TrackFix { ObjectId = "b" }, Fix("a", 60, 500) } });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        var first = call.ResponseStream.Current;
        await call.RequestStream.WriteAsync(new() { Fixes = { Fix("a", 30, 800), Fix("a", -600, 800) } });
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        var second = call.ResponseStream.Current;
        await call.RequestStream.CompleteAsync();

        Assert.Equal((2, 1, 1), (first.AcceptedCount, first.KnownCount, first.RejectedCount));
        Assert.Equal(["fixes[2].time", "fixes[2].position"], first.Violations.Select(v => v.Field));
        Assert.Equal(TransitionKind.Entered, Assert.Single(first.Changes).Transition.Kind);
        Assert.Equal((1, 1), (second.AcceptedCount, second.LateCount));
        Assert.Equal([TransitionNews.Opened, TransitionNews.Cancelled], second.Changes.Select(c => c.News));
        Assert.Empty((await Client.ListTransitionsAsync(new())).Transitions);
    }

    [Fact]
    public async Task PutFence_OverAllZonesOfAnAgreement_WatchesThoseThatComeLaterAndNoOthers()
    {
        await ReadyAsync(Depot);
        var put = await Client.PutFenceAsync(new() { Fence = new() { Id = "sochi", Kind = FenceKind.Area, Zones = { "sochi-2018/*", "sotschi/*" }, ObjectPrefix = "tank" } });
        Assert.Equal(["sochi-2018/*", "sotschi/*"], put.UnknownZones);
        var elsewhere = GeoZoneFixture.Sample();
        elsewhere.Id = "another";
        await _service.Agreements.ImportAgreementAsync(new() { Agreement = elsewhere });
        await _service.ImportAsync();
        await Poller.UntilAsync("the zones", async () => await VerdictTests.KhanShaykhunAsync(_service) is { Count: 4 } ? "" : null);

        await DeliverAsync(At("tank-1", 0, new Position { Latitude = 37.98, Longitude = 23.73 }), At("tank-1", 3_600, new Position { Latitude = 35.44208, Longitude = 36.65095 }), At("tank-1", 3_700, 500));

        Assert.Equal(["sotschi/*"], (await Client.GetFenceAsync(new() { FenceId = "sochi" })).UnknownZones);
        var told = (await Client.ListTransitionsAsync(new() { FenceId = "sochi" })).Transitions;
        Assert.Equal(["sochi-2018/dmz", "sochi-2018/idlib-area"], told.Where(t => t.Kind == TransitionKind.Entered).Select(t => t.Area).Order());
        Assert.All(told, t => Assert.StartsWith("sochi-2018/", t.Area, StringComparison.Ordinal));
    }

    [Fact]
    public async Task PutFence_SeveralFaults_ListsThemAll()
    {
        var fence = new Fence { Id = "Zones!", Kind = FenceKind.Route, MarginM = -1, ApproachM = 20_000, Windows = { new FenceWindow { FromMinute = 1440, Days = { 7 } } }, MinDwell = new() { Seconds = -1 } };

        var error = await Assert.ThrowsAsync<RpcException>(() => Client.PutFenceAsync(new() { Fence = fence }).ResponseAsync);

        Assert.Equal("FENCE_INVALID", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal(
            ["fence.id", "fence.shape", "fence.windows[0].days", "fence.windows[0].from_minute", "fence.windows[0].minutes", "fence.margin_m", "fence.approach_m", "fence.min_dwell"],
            error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field));
    }

    [Fact]
    public async Task PutFence_OnAZoneThatIsNotKept_IsRefusedByItsName()
    {
        await ReadyAsync();
        await _service.ImportAsync();
        var agreement = GeoZoneFixture.Sample();
        var (zone, name) = (agreement.Zones[0].Id, $"{agreement.Id}/{agreement.Zones[0].Id}");

        var error = await Assert.ThrowsAsync<RpcException>(() => Client.PutFenceAsync(new()
        {
            Fence = new() { Id = "watch", Kind = FenceKind.Area, Zones = { name, "nozone", $"{agreement.Id}.{zone}", $"{agreement.Id}/nozone" } },
        }).ResponseAsync);
        await Client.PutFenceAsync(new() { Fence = new() { Id = "watch", Kind = FenceKind.Area, Zones = { name } } });

        var violations = error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations;
        Assert.Equal([("fence.zones[1]", "UNKNOWN_ID"), ("fence.zones[2]", "UNKNOWN_ID"), ("fence.zones[3]", "UNKNOWN_ID")], violations.Select(v => (v.Field, v.Reason)));
        Assert.Contains("nozone", violations[0].Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fences_OverRest_ArePutListedAndTakenOut()
    {
        using var http = _service.CreateClient();
        using var put = await http.PostAsJsonAsync("/v1/fences", new { id = "depot", kind = "FENCE_KIND_AREA", shape = new { circle = new { centre = new { latitude = 0, longitude = 10 }, radiusLowM = 1000 } } });
        put.EnsureSuccessStatusCode();

        using var list = JsonDocument.Parse(await http.GetStringAsync(new Uri("/v1/fences", UriKind.Relative)));
        Assert.Equal("depot", list.RootElement.GetProperty("fences")[0].GetProperty("id").GetString());
        using var gone = await http.DeleteAsync(new Uri("/v1/fences/depot", UriKind.Relative));
        gone.EnsureSuccessStatusCode();
        Assert.Equal("FENCE_NOT_FOUND", (await Assert.ThrowsAsync<RpcException>(() => Client.GetFenceAsync(new() { FenceId = "depot" }).ResponseAsync)).GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => Client.GetTrackAsync(new() { ObjectId = "nobody" }).ResponseAsync)).StatusCode);
    }

    [Fact]
    public async Task Retention_PastItsDays_ClearsFixesTransitionsAndTracks()
    {
        await ReadyAsync(Depot);
        var year = 366 * 86_400;
        await DeliverAsync(At("tank", -year, 2_000), At("tank", 60 - year, 500));
        Assert.NotEmpty(await HoldingAsync("tank"));

        await _service.Services.GetServices<IHostedService>().OfType<TrackRetention>().Single().ClearAsync(CancellationToken.None);

        Assert.Empty(await HoldingAsync("tank"));
        Assert.Equal(StatusCode.NotFound, (await Assert.ThrowsAsync<RpcException>(() => Client.GetTrackAsync(new() { ObjectId = "tank" }).ResponseAsync)).StatusCode);
    }

    private static ObservedPosition At(string objectId, double second, double eastM) => At(objectId, second, new Position { Latitude = 0, Longitude = 10 + eastM / DegreeM });

    private static ObservedPosition At(string objectId, double second, Position position) => new()
    {
        Id = FormattableString.Invariant($"sha256:{objectId}-{second}"),
        Position = new() { ObjectId = objectId, Time = Start.AddSeconds(second).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), Position = position },
        ReceivedTime = GeoZoneFixture.Now.ToTimestamp(),
    };

    private static TrackFix Fix(string objectId, double second, double eastM) => new()
    {
        ObjectId = objectId,
        Time = Start.AddSeconds(second).ToTimestamp(),
        Position = new() { Latitude = 0, Longitude = 10 + eastM / DegreeM },
    };

    private static Task ReadyAsync(GeoZoneFixture service) =>
        Poller.UntilAsync("the zones to be read", async () => await VerdictTests.KhanShaykhunAsync(service) is not null ? "" : null);

    private static async Task<TransitionChange> NextAsync(AsyncServerStreamingCall<WatchTransitionsResponse> watch)
    {
        while (await watch.ResponseStream.MoveNext(CancellationToken.None))
        {
            if (watch.ResponseStream.Current.Change is { } change)
                return change;
        }
        throw new InvalidOperationException("The stream ended.");
    }

    private async Task ReadyAsync(params Fence[] fences)
    {
        await ReadyAsync(_service);
        foreach (var fence in fences)
            await Client.PutFenceAsync(new() { Fence = fence });
    }

    private Task DeliverAsync(params ObservedPosition[] positions) => DeliverAsync(_service, positions);

    private async Task DeliverAsync(GeoZoneFixture service, params ObservedPosition[] positions) => Assert.Equal("Success",
        (await service.Channel.DeliverAsync(Topics.PositionObserved, new PositionObserved { Positions = { positions } }, $"e-{Interlocked.Increment(ref _events)}")).ToString());

    private async Task<string[]> HoldingAsync(string objectId, GeoZoneFixture? service = null)
    {
        var client = service is null ? Client : new TrackService.TrackServiceClient(service.Channel);
        return [.. (await client.ListTransitionsAsync(new() { ObjectId = objectId })).Transitions.Reverse()
            .Select(t => FormattableString.Invariant($"{t.Kind} {(t.Time.ToDateTimeOffset() - Start).TotalSeconds}"))];
    }

    private void Advance(TimeSpan time) => ((FakeTimeProvider)_service.Services.GetRequiredService<TimeProvider>()).Advance(time);

    private Task ReviewAsync() => _service.Services.GetServices<IHostedService>().OfType<TrackReview>().Single().ReviewAsync(CancellationToken.None);
}
