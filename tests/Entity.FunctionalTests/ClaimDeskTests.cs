using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Entity.FunctionalTests;

/// <summary>Corrections of claims, and happenings as they are served.</summary>
public sealed class ClaimDeskTests : IAsyncTest
{
    private const string Three = "Shelling killed 3 civilians in Taiz on Monday, the Observatory said.";
    private const string Five = "Shelling killed 5 civilians in Taiz on Monday, residents told Example News.";

    private readonly EntityServer _server = new();

    private ClaimService.ClaimServiceClient Desk => new(_server.Service.Channel);

    private HappeningService.HappeningServiceClient Happenings => new(_server.Service.Channel);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task ListHappenings_OfTwoReports_GivesOneWithBothFigures()
    {
        await _server.ReadAsync("a", Three);
        await _server.ReadAsync("b", Five);

        var summary = Assert.Single((await Happenings.ListHappeningsAsync(new ListHappeningsRequest { FromDate = "2019-03-11", ToDate = "2019-03-11", ContradictedOnly = true })).Happenings);
        var happening = (await Happenings.GetHappeningAsync(new GetHappeningRequest { HappeningId = summary.Id })).Happening;

        Assert.Equal([3, 5], happening.Figures.Select(f => f.Quantity.Low).Order());
        Assert.Contains(happening.Contradictions, c => c.Kind == ContradictionKind.Figures);
        Assert.NotEmpty(happening.Reasons);
        Assert.Equal(2, summary.ClaimCount);
        Assert.All((await _server.Readings.ListClaimsAsync(new ListClaimsRequest { HappeningId = summary.Id })).Claims, c => Assert.Equal(summary.Id, c.HappeningId));
        Assert.Empty((await Happenings.ListHappeningsAsync(new ListHappeningsRequest { Box = Box(50, 0, 60, 10) })).Happenings);
        Assert.Single((await Happenings.ListHappeningsAsync(new ListHappeningsRequest { Box = Box(10, 40, 17, 50) })).Happenings);
    }

    [Fact]
    public async Task RejectClaim_ThenReverted_WithdrawsAndGivesBack()
    {
        await _server.ReadAsync("a", Three);
        await _server.ReadAsync("b", Five);
        var claim = (await ClaimsAsync()).First(c => c.Evidence.Quote.Contains('5', StringComparison.Ordinal));
        var before = claim.HappeningId;

        var rejected = await Desk.RejectClaimAsync(new RejectClaimRequest { ClaimId = claim.Id, CorrectedBy = "desk", Reason = "a misprint" });
        var left = (await Happenings.GetHappeningAsync(new GetHappeningRequest { HappeningId = before })).Happening;
        var withdrawn = await Poller.UntilAsync("claims.withdrawn", () => Task.FromResult(_server.Service.Sidecar.Published.FirstOrDefault(p => p.Topic == Topics.ClaimsWithdrawn)));

        Assert.Equal(ReviewState.Rejected, rejected.Claim.Review.State);
        Assert.DoesNotContain(await ClaimsAsync(), c => c.Id == claim.Id);
        Assert.Equal(claim.Id, Assert.Single((await _server.Readings.ListClaimsAsync(new ListClaimsRequest { Review = ReviewState.Rejected })).Claims).Id);
        Assert.Equal([3], left.Figures.Select(f => f.Quantity.Low));
        var told = Assert.Single(withdrawn.Read<ClaimsWithdrawn>().Claims);
        Assert.Equal((claim.Id, WithdrawalReason.Rejected, rejected.Claim.Revision), (told.ClaimId, told.Reason, told.Revision));
        Assert.Equal("CLAIM_REJECTED", await RefusalAsync(() => Desk.AcceptClaimAsync(new AcceptClaimRequest { ClaimId = claim.Id, CorrectedBy = "desk", Reason = "no" }).ResponseAsync));

        await Desk.RevertClaimCorrectionAsync(new RevertClaimCorrectionRequest { CorrectionId = rejected.Correction.Id, CorrectedBy = "desk", Reason = "no misprint" });
        var again = (await ClaimsAsync()).Single(c => c.Id == claim.Id);
        var listed = Assert.Single((await Desk.ListClaimCorrectionsAsync(new ListClaimCorrectionsRequest { ClaimId = claim.Id })).Corrections);

        Assert.Null(again.Review);
        Assert.Equal(before, again.HappeningId);
        Assert.Equal(("desk", "no misprint"), (listed.RevertedBy, listed.RevertReason));
        Assert.Equal("CORRECTION_REVERTED", await RefusalAsync(() => Desk.RevertClaimCorrectionAsync(
            new RevertClaimCorrectionRequest { CorrectionId = rejected.Correction.Id, CorrectedBy = "desk", Reason = "again" }).ResponseAsync));
    }

    [Fact]
    public async Task GetClaim_ThatIs_GivesItAsTheListDoes()
    {
        await _server.ReadAsync("a", Three);
        var listed = (await ClaimsAsync())[0];

        Assert.Equal(listed, (await Desk.GetClaimAsync(new GetClaimRequest { ClaimId = listed.Id })).Claim);
        var missing = await Assert.ThrowsAsync<RpcException>(async () => await Desk.GetClaimAsync(new GetClaimRequest { ClaimId = "none" }));
        var empty = await Assert.ThrowsAsync<RpcException>(async () => await Desk.GetClaimAsync(new GetClaimRequest()));
        Assert.Equal((StatusCode.NotFound, "CLAIM_NOT_FOUND"), (missing.StatusCode, missing.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason));
        Assert.Equal((StatusCode.InvalidArgument, "CLAIM_INVALID"), (empty.StatusCode, empty.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason));
    }

    [Fact]
    public async Task ListHappenings_FigureOfSomebodyWithoutAName_IsTheirs()
    {
        await _server.ReadAsync("a", "Shelling killed 3 civilians in Taiz on Monday, a regional governor said.");

        var summary = Assert.Single((await Happenings.ListHappeningsAsync(new ListHappeningsRequest())).Happenings);
        var happening = (await Happenings.GetHappeningAsync(new GetHappeningRequest { HappeningId = summary.Id })).Happening;

        Assert.Contains("governor", Assert.Single(happening.Figures).SaidBy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EditClaim_OfClassAndCount_IsShownTellsAndStaysWhenReadAgain()
    {
        await _server.ReadAsync("a", Three);
        var claim = (await ClaimsAsync()).First(c => c.Kind == ClaimKind.Event);

        var edited = await Desk.EditClaimAsync(new EditClaimRequest
        {
            ClaimId = claim.Id,
            Claim = new Claim { Class = "assault_aerial", Fatalities = new CountRange { Low = 3, High = 4 } },
            UpdateMask = new FieldMask { Paths = { "class", "fatalities", "actors" } },
            CorrectedBy = "desk",
            Reason = "an air strike",
        });
        await _server.ReadAsync("a", Three);
        var now = (await ClaimsAsync()).Single(c => c.Id == claim.Id);
        var told = await Poller.UntilAsync("the edited claim", () => Task.FromResult(_server.Service.Sidecar.Published.Where(p => p.Topic == Topics.ClaimsExtracted)
            .SelectMany(p => p.Read<ClaimsExtracted>().Claims).FirstOrDefault(c => c.Class == "assault_aerial")));

        Assert.Equal(("assault_aerial", 3L, 4L), (now.Class, now.Fatalities.Low, now.Fatalities.High));
        Assert.NotEqual(claim.Coding, now.Coding);
        Assert.Contains("Air", now.Coding.AcledSubType, StringComparison.Ordinal);
        Assert.Equal((ReviewState.Edited, "desk"), (now.Review.State, now.Review.CorrectedBy));
        Assert.Equal(claim.Provenance, now.Provenance);
        Assert.True(told.Revision > claim.Revision);
        Assert.Equal(edited.Claim.Id, claim.Id);
        Assert.Equal(now.Id, Assert.Single((await _server.Readings.ListClaimsAsync(new ListClaimsRequest { Class = "assault_aerial" })).Claims).Id);
    }

    [Fact]
    public async Task LinkClaims_ThenUnlinked_ShowsAndHidesTheTie()
    {
        await _server.ReadAsync("a", Three);
        await _server.ReadAsync("b", Five);
        var claims = (await ClaimsAsync()).Where(c => c.Kind == ClaimKind.Event).ToList();
        var (one, other) = (claims[0].Id, claims[1].Id);

        var linked = await Desk.LinkClaimsAsync(new LinkClaimsRequest { ClaimId = one, OtherClaimId = other, Relation = ClaimRelation.SameMatter, CorrectedBy = "desk", Reason = "one strike" });
        Assert.Contains(linked.Claim.Links, l => l.ClaimId == other && l.Relation == ClaimRelation.SameMatter);
        Assert.Equal("LINK_EXISTS", await RefusalAsync(() => Desk.LinkClaimsAsync(
            new LinkClaimsRequest { ClaimId = one, OtherClaimId = other, Relation = ClaimRelation.SameMatter, CorrectedBy = "desk", Reason = "again" }).ResponseAsync));

        await Desk.UnlinkClaimsAsync(new UnlinkClaimsRequest { ClaimId = one, OtherClaimId = other, Relation = ClaimRelation.SameMatter, CorrectedBy = "desk", Reason = "two" });
        Assert.DoesNotContain((await ClaimsAsync()).Single(c => c.Id == one).Links, l => l.ClaimId == other);
    }

    [Fact]
    public async Task ReportErased_WithAnEditedClaim_LeavesNoWord()
    {
        var report = await _server.ReadAsync("a", "Shelling killed 3 civilians in Taiz on Monday, Foreign Minister Nadia Example said.");
        var claim = (await ClaimsAsync()).First(c => c.Kind == ClaimKind.Event);
        await Desk.EditClaimAsync(new EditClaimRequest
        {
            ClaimId = claim.Id,
            Claim = new Claim { Object = "what Nadia Example saw", Actors = { new Participant { EntityId = "person-x", Name = "Nadia Example", Type = EntityType.Person } } },
            UpdateMask = new FieldMask { Paths = { "object", "actors" } },
            CorrectedBy = "desk",
            Reason = "Nadia Example says so",
        });

        await _server.DeliverAsync(Topics.ReportErased, new ReportErased { ReportIds = { report }, Whole = true, ErasedTime = Timestamp.FromDateTimeOffset(DateTimeOffset.UnixEpoch) });

        Assert.DoesNotContain("Nadia", string.Join('\n', (await ClaimsAsync()).Select(c => c.ToString())), StringComparison.Ordinal);
        Assert.DoesNotContain("Nadia", (await Desk.ListClaimCorrectionsAsync(new ListClaimCorrectionsRequest())).ToString(), StringComparison.Ordinal);
        Assert.Equal("desk", Assert.Single((await Desk.ListClaimCorrectionsAsync(new ListClaimCorrectionsRequest())).Corrections).CorrectedBy);
    }

    [Fact]
    public async Task EditClaim_Invalid_NamesEveryField()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await Desk.EditClaimAsync(
            new EditClaimRequest { Claim = new Claim { Class = "An Attack" }, UpdateMask = new FieldMask { Paths = { "class", "id" } } }));

        Assert.Equal(
            ["claim.class", "claim_id", "corrected_by", "reason", "update_mask.paths[1]"],
            error.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(v => v.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task EditClaim_OfWhatCannotBe_NamesEveryField()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await Desk.EditClaimAsync(new EditClaimRequest
        {
            ClaimId = "x",
            CorrectedBy = "desk",
            Reason = "r",
            Claim = new Claim { Class = "banana_split", Actors = { new Participant { Name = "Nobody" } }, Quantities = { new Type.V1.Quantity { Low = 3, High = 1 } } },
            UpdateMask = new FieldMask { Paths = { "class", "actors", "quantities" } },
        }));

        Assert.Equal(
            ["claim.actors[0].entity_id", "claim.class", "claim.quantities[0]"],
            error.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(v => v.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task GetHappening_ThatIsNone_IsNotFound()
    {
        var error = await Assert.ThrowsAsync<RpcException>(async () => await Happenings.GetHappeningAsync(new GetHappeningRequest { HappeningId = "x" }));

        Assert.Equal("HAPPENING_NOT_FOUND", error.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
    }

    private static GeoBox Box(double south, double west, double north, double east) => new()
    {
        SouthWest = new Type.V1.Position { Latitude = south, Longitude = west },
        NorthEast = new Type.V1.Position { Latitude = north, Longitude = east },
    };

    private async Task<IReadOnlyList<Claim>> ClaimsAsync() => (await _server.Readings.ListClaimsAsync(new ListClaimsRequest())).Claims;

    private static async Task<string> RefusalAsync(Func<Task> call)
    {
        var error = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(StatusCode.FailedPrecondition, error.StatusCode);
        return error.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason;
    }
}
