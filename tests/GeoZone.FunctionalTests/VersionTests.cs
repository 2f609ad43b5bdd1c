using Google.Rpc;
using Grpc.Core;
using Truceline.Events.V1;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;
using Position = Truceline.Type.V1.Position;

namespace Truceline.GeoZone.FunctionalTests;

/// <summary>Lines and zones with their versions, over the calls.</summary>
public sealed class VersionTests : IAsyncTest
{
    private readonly GeoZoneFixture _service = new();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task AddLineVersion_OfALineWithZones_MakesNewVersionsOfAllDrawnFromIt()
    {
        await KeepAsync();

        var moved = await _service.Lines.AddLineVersionAsync(new() { LineId = "front", Content = Kept.Line(36.5), ValidFrom = "2018-06-01" });

        Assert.Equal(["band", "outside-band", "outside-twice"], moved.ChangedZoneIds);
        Assert.Equal([("2018-01-01", "2018-06-01"), ("2018-06-01", "")], moved.Versions.Select(v => (v.Times.ValidFrom, v.Times.ValidTo)));
        foreach (var id in moved.ChangedZoneIds)
        {
            var before = await _service.Zones.GetZoneAsync(new() { ZoneId = id, AsOfDate = "2018-05-31" });
            var after = await _service.Zones.GetZoneAsync(new() { ZoneId = id, AsOfDate = "2018-06-01" });
            Assert.Equal("front", after.Version.ChangedBy);
            Assert.Contains("36.5", after.Version.DrawnFrom.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("36.5", before.Version.DrawnFrom.ToString(), StringComparison.Ordinal);
        }
        var news = await _service.PublishedAsync<ZoneChanged>(Topics.ZoneChanged, 5);
        Assert.Equal(("", "front"), (news[^1].AgreementId, news[^1].ChangedBy));
        Assert.Equal(moved.ChangedZoneIds, news[^1].ZoneIds);
    }

    [Fact]
    public async Task AddLineVersion_ThereAndBack_GivesTheFirstGeometryAndKeepsWhatWasKnown()
    {
        await KeepAsync();
        var first = (await _service.Zones.GetZoneAsync(new() { ZoneId = "outside-twice" })).Version;
        await _service.Lines.AddLineVersionAsync(new() { LineId = "front", Content = Kept.Line(36.5), ValidFrom = "2018-06-01" });
        var away = (await _service.Zones.GetZoneAsync(new() { ZoneId = "outside-twice" })).Version;

        await _service.Lines.AddLineVersionAsync(new() { LineId = "front", Content = Kept.Line(36), ValidFrom = "2018-06-01" });
        var back = (await _service.Zones.GetZoneAsync(new() { ZoneId = "outside-twice" })).Version;

        Assert.Equal(first.DrawnFrom, back.DrawnFrom);
        Assert.NotEqual(first.DrawnFrom, away.DrawnFrom);
        var meanwhile = await _service.Zones.GetZoneAsync(new() { ZoneId = "outside-twice", KnownTime = away.Times.KnownFrom });
        Assert.Equal(away.DrawnFrom, meanwhile.Version.DrawnFrom);
        Assert.Equal(back.Times.KnownFrom, meanwhile.Version.Times.KnownTo);
        var earlier = await _service.Zones.GetZoneAsync(new() { ZoneId = "outside-twice", KnownTime = first.Times.KnownFrom });
        Assert.Equal((first.Number, first.DrawnFrom), (earlier.Version.Number, earlier.Version.DrawnFrom));
    }

    [Fact]
    public async Task CompareZoneVersions_OfAMovedBand_SaysWhatWasGainedAndLost()
    {
        await KeepAsync();
        await _service.Lines.AddLineVersionAsync(new() { LineId = "front", Content = Kept.Line(36.5), ValidFrom = "2018-06-01" });

        var versions = (await _service.Zones.ListZoneVersionsAsync(new() { ZoneId = "band" })).Versions;
        var known = versions.Where(v => v.Times.KnownTo is null).ToList();
        var difference = await _service.Zones.CompareZoneVersionsAsync(
            new() { ZoneId = "band", BeforeNumber = known[0].Number, AfterNumber = known[1].Number });

        // 15 km wide, half a degree of latitude long; half a degree of longitude apart, so that nothing overlaps.
        Assert.Equal(15_000 * 55_475, difference.Gained.InsideAreaM2, 15_000 * 55_475 * 0.01);
        Assert.Equal(difference.Gained.InsideAreaM2, difference.Lost.InsideAreaM2, 15_000 * 55_475 * 0.01);
        Assert.Equal(20_000 * 55_475, difference.Lost.PossibleAreaM2, 20_000 * 55_475 * 0.01);
        Assert.NotEmpty(difference.Gained.Inside);
    }

    [Fact]
    public async Task CreateZone_TheSameAgain_ChangesNothingAndAnotherIsRefused()
    {
        await KeepAsync();
        var request = Kept.Zone("band", new() { AgreedBand = Kept.Band() });

        var again = await _service.Zones.CreateZoneAsync(request);
        Assert.True(again.AlreadyKnown);
        Assert.Single(again.Versions);
        request.Content.Name = "Another";
        var error = await Assert.ThrowsAsync<RpcException>(() => _service.Zones.CreateZoneAsync(request).ResponseAsync);

        Assert.Equal((StatusCode.FailedPrecondition, "ZONE_EXISTS"), (error.StatusCode, error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason));
        var etag = (await _service.Zones.GetZoneAsync(new() { ZoneId = request.ZoneId })).Zone.Etag;
        AssertNames(error, "zone_id", $"its etag is {etag}.");
    }

    [Fact]
    public async Task AddZoneVersion_WithAnEtagOfBefore_IsAborted()
    {
        await KeepAsync();
        var etag = (await _service.Zones.GetZoneAsync(new() { ZoneId = "band" })).Zone.Etag;
        await _service.Lines.AddLineVersionAsync(new() { LineId = "front", Content = Kept.Line(36.5), ValidFrom = "2018-06-01" });

        var request = new AddZoneVersionRequest { ZoneId = "band", Content = Kept.Zone("band", Kept.Circle()).Content, ValidFrom = "2018-07-01", Etag = etag };
        var error = await Assert.ThrowsAsync<RpcException>(() => _service.Zones.AddZoneVersionAsync(request).ResponseAsync);
        request.Etag = (await _service.Zones.GetZoneAsync(new() { ZoneId = "band" })).Zone.Etag;
        var taken = await _service.Zones.AddZoneVersionAsync(request);

        Assert.Equal((StatusCode.Aborted, "CONCURRENT_CHANGE"), (error.StatusCode, error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason));
        AssertNames(error, "etag", $"the present etag, {request.Etag}.");
        Assert.Equal(3, taken.Versions.Count);
    }

    [Fact]
    public async Task CorrectZoneVersion_OfAPastVersion_ReplacesItAndNothingElse()
    {
        await KeepAsync();
        var added = await _service.Zones.AddZoneVersionAsync(new() { ZoneId = "band", Content = Kept.Zone("band", Kept.Circle()).Content, ValidFrom = "2018-07-01" });
        var past = added.Versions[0];
        var content = past.Content.Clone();
        content.Name = "As it was in truth";

        var corrected = await _service.Zones.CorrectZoneVersionAsync(new() { ZoneId = "band", Number = past.Number, Content = content, ValidFrom = "2018-02-01" });
        var error = await Assert.ThrowsAsync<RpcException>(
            () => _service.Zones.CorrectZoneVersionAsync(new() { ZoneId = "band", Number = past.Number, Content = content }).ResponseAsync);

        Assert.Equal([("As it was in truth", "2018-02-01", "2018-07-01"), ("Zone band", "2018-07-01", "")],
            corrected.Versions.Select(v => (v.Content.Name, v.Times.ValidFrom, v.Times.ValidTo)));
        Assert.Equal(added.Versions[1], corrected.Versions[1]);
        Assert.Equal("VERSION_SUPERSEDED", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        AssertNames(error, "number", "the etag is ");
    }

    [Fact]
    public async Task CreateZone_OnTheSideOfAPartyThatIsNotBesideTheLine_IsRefused()
    {
        await KeepAsync();
        var band = Kept.Band();
        band.SidePartyId = "south";

        var error = await Assert.ThrowsAsync<RpcException>(() => _service.Zones.CreateZoneAsync(Kept.Zone("nowhere", new() { AgreedBand = band })).ResponseAsync);
        var nested = await Assert.ThrowsAsync<RpcException>(() => _service.Zones.CreateZoneAsync(Kept.Zone("nowhere",
            new() { Composed = new() { How = Composition.Union, Parts = { Kept.Circle(), new Shape { AgreedBand = band } } } })).ResponseAsync);

        AssertNames(error, "content.shape.agreed_band.side_party_id", "west, east");
        AssertNames(nested, "content.shape.composed.parts[1].agreed_band.side_party_id", "west, east");
        Assert.Equal("UNKNOWN_ID", Assert.Single(error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations).Reason);
    }

    [Fact]
    public async Task CreateZone_WithAWidthForEachSide_HoldsWhatIsWithinEach()
    {
        await KeepAsync();
        var band = new Band { LineId = "front", Sides = { new PartyReach { PartyId = "west", Reach = new() { FarLowM = 5_000 } }, new PartyReach { PartyId = "east", Reach = new() { FarLowM = 2_000 } } } };
        await _service.Zones.CreateZoneAsync(Kept.Zone("uneven", new() { AgreedBand = band }));
        var line = (await _service.Lines.GetLineAsync(new() { LineId = "front" })).Version.Content.Course.Positions;
        var metre = 1 / (111_319.5 * Math.Cos(35.75 * Math.PI / 180));

        foreach (var (eastM, isInside) in new[] { (-4_900, true), (-5_100, false), (1_900, true), (2_100, false) })
        {
            var at = new Position { Latitude = 35.75, Longitude = line[0].Longitude + eastM * metre };
            await Poller.UntilAsync($"{eastM} m", async () =>
                (await _service.Zones.JudgePositionAsync(new() { Question = new() { Position = at } })) is var verdict && verdict.Basis.ZoneCount > 0
                && verdict.Verdict.Zones.Any(z => z.ZoneId == "uneven") == isInside ? "" : null);
        }
    }

    [Fact]
    public async Task CreateZone_OnBothSidesWithoutSayingWhatIsMeasured_IsRefused()
    {
        await KeepAsync();
        var band = Kept.Band();
        band.SidePartyId = "";

        var error = await Assert.ThrowsAsync<RpcException>(() => _service.Zones.CreateZoneAsync(Kept.Zone("both", new() { AgreedBand = band })).ResponseAsync);

        AssertNames(error, "content.shape.agreed_band.measure", "BAND_MEASURE_EACH_SIDE");
    }

    private static void AssertNames(RpcException error, string field, string description)
    {
        var violation = Assert.Single(error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations);
        Assert.Equal(field, violation.Field);
        Assert.Contains(description, violation.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EndLine_WithZones_LeavesThemNowhereFromThenOn()
    {
        await KeepAsync();

        var ended = await _service.Lines.EndLineAsync(new() { LineId = "front", ValidTo = "2018-08-01" });
        var again = await _service.Lines.EndLineAsync(new() { LineId = "front", ValidTo = "2018-08-01" });

        Assert.Equal(["band", "outside-band", "outside-twice"], ended.ChangedZoneIds);
        Assert.True(again.AlreadyKnown);
        Assert.NotNull((await _service.Zones.GetZoneAsync(new() { ZoneId = "band", AsOfDate = "2018-07-31" })).Version.DrawnFrom);
        Assert.Null((await _service.Zones.GetZoneAsync(new() { ZoneId = "band", AsOfDate = "2018-08-01" })).Version.DrawnFrom);
        Assert.Null((await _service.Lines.GetLineAsync(new() { LineId = "front", AsOfDate = "2018-08-01" })).Version);
    }

    [Fact]
    public async Task AddZoneVersion_DrawnFromItself_IsRefused()
    {
        await KeepAsync();

        var error = await Assert.ThrowsAsync<RpcException>(() => _service.Zones.AddZoneVersionAsync(new()
        {
            ZoneId = "band",
            Content = Kept.Zone("band", Kept.Without("outside-twice")).Content,
            ValidFrom = "2018-07-01",
        }).ResponseAsync);

        Assert.Equal([("content.shape", "CIRCULAR")], Violations(error));
        Assert.Single((await _service.Zones.ListZoneVersionsAsync(new() { ZoneId = "band" })).Versions);
    }

    [Fact]
    public async Task CreateZone_SeveralFaults_ListsThemAll()
    {
        var shape = new Shape { Composed = new() { How = Composition.Union, Parts = { new Shape { AgreedBand = new() }, new Shape { Circle = new() { RadiusLowM = -1 } } } } };
        var error = await Assert.ThrowsAsync<RpcException>(
            () => _service.Zones.CreateZoneAsync(new() { ZoneId = "A", Content = new() { Shape = shape }, ValidTo = "tomorrow" }).ResponseAsync);

        Assert.Equal("ZONE_INVALID", error.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason);
        Assert.Equal(["content.kind", "content.name", "content.shape.composed.parts[0].agreed_band.far_low_m", "content.shape.composed.parts[0].agreed_band.line_id",
            "content.shape.composed.parts[0].agreed_band.near_m", "content.shape.composed.parts[1].circle.centre",
            "content.shape.composed.parts[1].circle.radius_low_m", "content.sources", "valid_from", "valid_to", "zone_id"], Violations(error).Select(v => v.Field).Order());
    }

    [Fact]
    public async Task CreateZone_NamingWhatIsNotKept_SaysWhichOne()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _service.Zones.CreateZoneAsync(Kept.Zone("lost", Kept.Without("nowhere"))).ResponseAsync);

        Assert.Equal([("content.shape.composed.parts[1].zone.zone_id", "UNKNOWN_ID")], Violations(error));
    }

    [Fact]
    public async Task ListZones_ByPages_GivesAllOfTheDayOnce()
    {
        await KeepAsync();
        await _service.ImportAsync();

        var ids = new List<string>();
        var request = new ListZonesRequest { AsOfDate = "2018-11-01", PageSize = 2 };
        do
        {
            var page = await _service.Zones.ListZonesAsync(request);
            ids.AddRange(page.Versions.Select(v => v.ZoneId));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(["band", "circle", "outside-band", "outside-twice", "sochi-2018.dmz", "sochi-2018.idlib-area"], ids);
    }

    [Fact]
    public async Task ImportAgreement_WithLinesAndZones_KeepsThemAsVersions()
    {
        await _service.ImportAsync();
        var agreement = GeoZoneFixture.Sample();

        var zone = await _service.Zones.GetZoneAsync(new() { ZoneId = "sochi-2018.dmz" });
        var lines = await _service.Lines.ListLinesAsync(new() { AgreementId = agreement.Id });

        Assert.Equal(agreement.Zones.Single(z => z.Id == "dmz").ValidFrom, zone.Version.Times.ValidFrom);
        Assert.Equal(agreement.Sources, zone.Version.Content.Sources);
        Assert.Equal(agreement.Lines.Select(l => $"sochi-2018.{l.Id}").Order(), lines.Versions.Select(v => v.LineId));
        Assert.Equal(agreement.Lines[0].Course, zone.Version.DrawnFrom.Band.Line);
    }

    private static IEnumerable<(string Field, string Reason)> Violations(RpcException error) =>
        error.GetRpcStatus()!.GetDetail<BadRequest>()!.FieldViolations.Select(v => (v.Field, v.Reason));

    private async Task KeepAsync()
    {
        await _service.Lines.CreateLineAsync(new() { LineId = "front", Content = Kept.Line(36), ValidFrom = "2018-01-01" });
        foreach (var zone in new[] { Kept.Zone("band", new() { AgreedBand = Kept.Band() }), Kept.Zone("circle", Kept.Circle()), Kept.Zone("outside-band", Kept.Without("band")),
            Kept.Zone("outside-twice", Kept.Without("outside-band")) })
            await _service.Zones.CreateZoneAsync(zone);
    }
}
