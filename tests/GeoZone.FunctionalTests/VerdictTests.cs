using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Truceline.Events.V1;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;
using Truceline.Type.V1;

namespace Truceline.GeoZone.FunctionalTests;

public sealed class VerdictTests : IAsyncTest
{
    private static readonly Position KhanShaykhun = new() { Latitude = 35.44208, Longitude = 36.65095 };
    private static readonly Position Athens = new() { Latitude = 37.98, Longitude = 23.73 };

    private readonly GeoZoneFixture _service = new();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    /// <summary>The zones around the town, as one replica tells; null while it reads them.</summary>
    internal static async Task<IReadOnlyList<JudgedZone>?> KhanShaykhunAsync(GeoZoneFixture service)
    {
        try
        {
            return (await service.Zones.JudgePositionAsync(new() { Question = new() { Position = KhanShaykhun, RadiusM = 500 } })).Verdict.Zones;
        }
        catch (RpcException loading) when (loading.StatusCode == StatusCode.Unavailable)
        {
            return null;
        }
    }

    /// <summary>Imports the sample and waits until verdicts count it.</summary>
    internal static async Task ImportAsync(GeoZoneFixture service)
    {
        await service.ImportAsync();
        await Poller.UntilAsync("the zones in memory", async () => await KhanShaykhunAsync(service) is { Count: 2 } ? "" : null);
    }

    [Fact]
    public async Task JudgePosition_AfterAnImport_SaysWhatLocatePositionSays()
    {
        await ImportAsync();

        var located = await _service.Zones.LocatePositionAsync(new() { Position = KhanShaykhun, RadiusM = 500 });
        var judged = await _service.Zones.JudgePositionAsync(new() { Question = new() { Position = KhanShaykhun, RadiusM = 500 } });

        Assert.Equal(located.Findings.Select(f => (f.AgreementId, f.ZoneId, f.ZoneName, f.ZoneKind, f.Position)),
            judged.Verdict.Zones.OrderBy(z => z.DistanceM).Select(z => (z.AgreementId, z.ZoneId, z.ZoneName, z.ZoneKind, z.Position)));
        Assert.All(judged.Verdict.Zones, zone =>
        {
            var other = located.Findings.Single(f => f.ZoneId == zone.ZoneId).DistanceM;
            Assert.Equal(other, zone.DistanceM, 2 + Math.Abs(other) * 1e-4);
            Assert.True(zone.PossibleDistanceM <= zone.DistanceM);
        });
        Assert.Equal(GeoZoneFixture.Now, judged.Basis.ReadTime.ToDateTimeOffset());
        Assert.Equal(GeoZoneFixture.Sample().Zones.Count, judged.Basis.ZoneCount);
        Assert.Empty(judged.Basis.UndrawnZones);
    }

    [Fact]
    public async Task JudgePosition_AtAnInstant_TakesTheZonesThatAreValidThen()
    {
        await ImportAsync();
        var midnight = new DateTimeOffset(2018, 10, 15, 0, 0, 0, TimeSpan.Zero);

        var before = await _service.Zones.JudgePositionAsync(new() { Question = At(KhanShaykhun, midnight.AddTicks(-1)) });
        var after = await _service.Zones.JudgePositionAsync(new() { Question = At(KhanShaykhun, midnight) });

        Assert.Equal(["idlib-area"], before.Verdict.Zones.Select(z => z.ZoneId));
        Assert.Equal(["dmz", "idlib-area"], after.Verdict.Zones.Select(z => z.ZoneId).Order());
    }

    [Fact]
    public async Task JudgePosition_SeveralFaults_ListsThemAll()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _service.Zones.JudgePositionAsync(new()
        {
            Question = new() { Position = new() { Latitude = double.NaN, Longitude = -181 }, RadiusM = -1, Instant = new() { Nanos = -1 } },
        }).ResponseAsync);

        Assert.Equal("POSITION_INVALID", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal(["question.position.latitude", "question.position.longitude", "question.radius_m", "question.instant"],
            error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field));
    }

    [Fact]
    public async Task JudgePositions_OneOfThemWrong_FailsItAlone()
    {
        await ImportAsync();

        var response = await _service.Zones.JudgePositionsAsync(new()
        {
            Questions = { new PositionQuestion { Position = KhanShaykhun }, new PositionQuestion(), new PositionQuestion { Position = Athens } },
        });

        Assert.Equal([2, 0, 0], response.Verdicts.Select(v => v.Zones.Count));
        Assert.Equal([("questions[1].position", "REQUIRED")], response.Verdicts.SelectMany(v => v.Violations).Select(v => (v.Field, v.Reason)));
    }

    [Fact]
    public async Task JudgePositions_None_AreRefused()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _service.Zones.JudgePositionsAsync(new()).ResponseAsync);

        Assert.Equal("POSITIONS_INVALID", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    [Fact]
    public async Task StreamVerdicts_ManyAndOneWrong_AnswersEachInOrder()
    {
        await ImportAsync();
        using var call = _service.Zones.StreamVerdicts();
        for (var i = 0; i < 100; i++)
            await call.RequestStream.WriteAsync(new() { Question = i == 7 ? null : new() { Position = i % 2 == 0 ? KhanShaykhun : Athens } });
        await call.RequestStream.CompleteAsync();

        List<StreamVerdictsResponse> answers = [];
        await foreach (var answer in call.ResponseStream.ReadAllAsync())
            answers.Add(answer);

        Assert.Equal(Enumerable.Range(0, 100).Select(i => (long)i), answers.Select(a => a.Index));
        Assert.All(answers, a => Assert.Equal(a.Index % 2 == 0 ? 2 : 0, a.Verdict.Zones.Count));
        Assert.Equal(7, Assert.Single(answers, a => a.Verdict.Violations.Count > 0).Index);
    }

    [Fact]
    public async Task FindNearestZones_FarFromAll_GivesTheNearestFirstAndOutside()
    {
        await ImportAsync();

        var all = await _service.Zones.FindNearestZonesAsync(new() { Position = Athens });
        var one = await _service.Zones.FindNearestZonesAsync(new() { Position = Athens, MaxZones = 1 });
        var located = await _service.Zones.LocatePositionAsync(new() { Position = Athens });

        Assert.Equal(located.Findings.Select(f => f.ZoneId).Order(), all.Zones.Select(z => z.ZoneId).Order());
        Assert.Equal(all.Zones.Select(z => z.PossibleDistanceM).Order(), all.Zones.Select(z => z.PossibleDistanceM));
        Assert.All(all.Zones, z => Assert.Equal(ZonePosition.Outside, z.Position));
        Assert.Equal(all.Zones.Take(1), one.Zones);
        Assert.All(all.Zones, z => Assert.Equal(1, z.DistanceM / located.Findings.Single(f => f.ZoneId == z.ZoneId).DistanceM, 1e-4));
    }

    [Fact]
    public async Task JudgeGeometry_SegmentAndArea_TellsWhatIsTouchedAndWhatHoldsThemWhole()
    {
        await ImportAsync();
        var segment = new Line { Positions = { KhanShaykhun, new Position { Latitude = KhanShaykhun.Latitude, Longitude = KhanShaykhun.Longitude + 0.005 } } };
        var away = new Line { Positions = { KhanShaykhun, Athens } };

        var whole = await _service.Zones.JudgeGeometryAsync(new() { Question = new() { Line = segment, RadiusM = 10 } });
        var parts = await _service.Zones.JudgeGeometryAsync(new() { Question = new() { Line = away } });
        var elsewhere = await _service.Zones.JudgeGeometryAsync(new() { Question = new() { Polygon = new() { Outer = new() { Positions = { Athens, new Position { Latitude = 38, Longitude = 24 }, new Position { Latitude = 37, Longitude = 24 } } } } } });

        Assert.Equal(["dmz", "idlib-area"], whole.Verdict.Zones.Select(z => z.Zone.ZoneId).Order());
        Assert.All(whole.Verdict.Zones, z => Assert.True(z.Touched && z.Zone.Position == ZonePosition.Inside && z.Zone.DistanceM < -10));
        Assert.All(parts.Verdict.Zones, z => Assert.True(z.Touched && z.Zone.Position == ZonePosition.Possible && z.Zone.DistanceM == 0));
        Assert.Equal(2, parts.Verdict.Zones.Count);
        Assert.Empty(elsewhere.Verdict.Zones);
        Assert.Equal(whole.Basis, elsewhere.Basis);
    }

    [Fact]
    public async Task JudgeGeometry_PointPartsAndKeptZone_AreAskedAsOne()
    {
        await ImportAsync();
        var near = new Line { Positions = { KhanShaykhun, new Position { Latitude = KhanShaykhun.Latitude, Longitude = KhanShaykhun.Longitude + 0.005 } } };
        var far = new Line { Positions = { Athens, new Position { Latitude = 38, Longitude = 24 } } };

        var point = await JudgeAsync(new() { Point = KhanShaykhun, RadiusM = 10 });
        var one = await JudgeAsync(new() { Lines = new() { Lines = { near } } });
        var parts = await JudgeAsync(new() { Lines = new() { Lines = { near, far } } });
        var areas = await JudgeAsync(new() { Shape = new() { Polygon = new() { Parts = { Around(KhanShaykhun), Around(Athens) } } } });
        var kept = await JudgeAsync(new() { Shape = new() { Zone = new() { ZoneId = "sochi-2018.dmz" } }, Instant = Timestamp.FromDateTimeOffset(GeoZoneFixture.Now) });
        var circle = await JudgeAsync(new() { Shape = new() { Circle = new() { Centre = KhanShaykhun, RadiusLowM = 1, RadiusHighM = 1_000_000 } } });

        Assert.All(point, z => Assert.True(z.Touched && z.Zone.Position == ZonePosition.Inside && z.Zone.DistanceM < -10));
        Assert.Equal(["dmz", "idlib-area"], point.Select(z => z.Zone.ZoneId).Order());
        Assert.All(one, z => Assert.Equal(ZonePosition.Inside, z.Zone.Position));
        Assert.All(parts.Concat(areas), z => Assert.Equal((true, ZonePosition.Possible, 0), (z.Touched, z.Zone.Position, z.Zone.DistanceM)));
        Assert.Equal((2, 2), (parts.Count, areas.Count));
        // All that may belong to the zone is more than what certainly does.
        Assert.Equal((true, ZonePosition.Possible), kept.Single(z => z.Zone.ZoneId == "dmz") is var itself ? (itself.Touched, itself.Zone.Position) : default);
        Assert.All(circle, z => Assert.Equal((true, ZonePosition.Possible), (z.Touched, z.Zone.Position)));

        async Task<IReadOnlyList<JudgedGeometry>> JudgeAsync(GeometryQuestion question) => (await _service.Zones.JudgeGeometryAsync(new() { Question = question })).Verdict.Zones;

        static Polygon Around(Position at) => new()
        {
            Outer = new()
            {
                Positions =
                {
                    new Position { Latitude = at.Latitude - 0.001, Longitude = at.Longitude }, new Position { Latitude = at.Latitude, Longitude = at.Longitude + 0.001 },
                    new Position { Latitude = at.Latitude, Longitude = at.Longitude - 0.001 },
                },
            },
        };
    }

    [Fact]
    public async Task JudgeGeometry_OfWhatIsNotKept_IsRefusedByField()
    {
        await ImportAsync();
        var shape = new Shape { Composed = new() { How = Composition.Union, Parts = { new Shape { Zone = new() { ZoneId = "nowhere" } }, new Shape { Zone = new() { ZoneId = "sochi-2018.dmz" } } } } };

        var error = await Assert.ThrowsAsync<RpcException>(() => _service.Zones.JudgeGeometryAsync(
            new() { Question = new() { Shape = shape, Instant = Timestamp.FromDateTimeOffset(GeoZoneFixture.Now) } }).ResponseAsync);

        Assert.Equal(("question.shape.composed.parts[0].zone.zone_id", "UNKNOWN_ID"),
            Assert.Single(error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations) is var one ? (one.Field, one.Reason) : default);
    }

    [Fact]
    public async Task JudgeGeometry_SeveralFaults_ListsThemAll()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _service.Zones.JudgeGeometryAsync(new() { Question = new() { RadiusM = -1, Instant = new() { Nanos = -1 } } }).ResponseAsync);

        Assert.Equal("GEOMETRY_INVALID", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal(["question.geometry", "question.radius_m", "question.instant"], error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field));
    }

    [Fact]
    public async Task FindNearestZones_TooMany_IsRefused()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _service.Zones.FindNearestZonesAsync(new() { MaxZones = 1_001 }).ResponseAsync);

        Assert.Equal(["position", "max_zones"], error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => v.Field));
    }

    [Fact]
    public async Task ImportAgreement_ThatMovesAZone_IsJudgedByTheNewOneAndAnnounced()
    {
        await ImportAsync();
        var agreement = GeoZoneFixture.Sample();
        var area = agreement.Zones.Single(z => z.Id == "idlib-area");
        area.ValidTo = "2018-11-30";
        agreement.Zones.Single(z => z.Id == "dmz").Name = "Another name";

        await _service.Agreements.ImportAgreementAsync(new() { Agreement = agreement });

        await Poller.UntilAsync("the zones as replaced",
            async () => await KhanShaykhunAsync(_service) is [{ ZoneId: "dmz", ZoneName: "Another name" }] ? "" : null);
        var changes = await _service.PublishedAsync<ZoneChanged>(Topics.ZoneChanged, atLeast: 2);
        Assert.Equal(GeoZoneFixture.Sample().Zones.Select(z => z.Id).Order(), changes[0].ZoneIds);
        Assert.Equal(["dmz", "idlib-area"], changes[1].ZoneIds);
    }

    [Fact]
    public async Task Health_BeforeTheZonesWereRead_IsNotReady()
    {
        using var client = _service.CreateClient();
        await Poller.UntilAsync("readiness", async () => await StatusAsync(client) == HttpStatusCode.OK ? "" : null);

        await using var unread = new GeoZoneFixture(unread: true);
        using var other = unread.CreateClient();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync(other));
        var error = await Assert.ThrowsAsync<RpcException>(() => unread.Zones.JudgePositionAsync(new() { Question = new() { Position = Athens } }).ResponseAsync);
        Assert.Equal("ZONES_LOADING", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
    }

    [Fact]
    public async Task JudgePosition_OverRest_AnswersInJson()
    {
        await ImportAsync();
        using var client = _service.CreateClient();

        var response = await client.PostAsJsonAsync("/v1/zones:judge", new
        {
            question = new { position = new { latitude = 35.93, longitude = 36.63 }, radiusM = 100, instant = "2018-11-01T00:00:00Z" },
        });
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal("ZONE_POSITION_INSIDE", json.RootElement.GetProperty("verdict").GetProperty("zones")[0].GetProperty("position").GetString());
    }

    private static PositionQuestion At(Position position, DateTimeOffset instant) => new() { Position = position, Instant = instant.ToTimestamp() };

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return answer.StatusCode;
    }

    private Task ImportAsync() => ImportAsync(_service);
}
