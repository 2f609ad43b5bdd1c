using Truceline.Entity.ClaimDesk;
using Truceline.Entity.V1;
using Truceline.Type.V1;

namespace Truceline.Entity.UnitTests.ClaimDesk;

public sealed class RereadingTests
{
    [Fact]
    public void Plan_OfTheSameClaims_ChangesNothing()
    {
        var plan = Rereading.Plan([Known("a", 0, 10)], [Claim("a", 0, 10)]);

        Assert.False(Assert.Single(plan.Claims).IsNews);
        Assert.Empty(plan.Gone);
    }

    [Fact]
    public void Plan_OfTheSameWordsUnderAnotherId_ReplacesAndCarriesTheCorrection()
    {
        var plan = Rereading.Plan([Known("a", 0, 10, ClaimCorrectionKind.Reject)], [Claim("b", 2, 12, "assault_aerial")]);

        var claim = Assert.Single(plan.Claims);
        Assert.Equal(("b", ReviewState.Rejected), (claim.AsRead.Id, claim.Effective.Review.State));
        Assert.Equal(["class", "evidence"], claim.Fields.Order(StringComparer.Ordinal));
        Assert.Equal("b", Assert.Single(plan.Gone).Replacement!.Id);
    }

    [Fact]
    public void Plan_OfWhatIsNotFoundAgain_WithdrawsItUnlessAnAnalystConfirmedIt()
    {
        var plan = Rereading.Plan([Known("a", 0, 10), Known("b", 20, 30, ClaimCorrectionKind.Accept)], [Claim("c", 50, 60)]);

        Assert.Equal("a", Assert.Single(plan.Gone).Claim.AsRead.Id);
        Assert.Null(plan.Gone[0].Replacement);
        var kept = Assert.Single(plan.Claims, c => c.IsKept);
        Assert.Equal("b", kept.AsRead.Id);
        Assert.Null(Assert.Single(plan.Claims, c => c.AsRead.Id == "c").Before);
    }

    [Fact]
    public void Plan_OfAnEditedClaimThatIsReadOtherwise_KeepsTheEdit()
    {
        var edit = Correction(ClaimCorrectionKind.Edit);
        (edit.Edited, edit.UpdateMask) = (new Claim { Class = "meeting" }, new Google.Protobuf.WellKnownTypes.FieldMask { Paths = { "class" } });
        var read = Claim("a", 0, 10, "assault_aerial");
        read.Object = "a bridge";

        var claim = Assert.Single(Rereading.Plan([new KnownClaim(Claim("a", 0, 10), [edit])], [read]).Claims);

        Assert.Equal(("meeting", "a bridge", "assault_aerial"), (claim.Effective.Class, claim.Effective.Object, claim.AsRead.Class));
        Assert.True(claim.IsNews);
    }

    [Fact]
    public void Apply_OfARevertedCorrection_LeavesWhatWasRead()
    {
        var reverted = Correction(ClaimCorrectionKind.Reject);
        reverted.RevertTime = new();

        Assert.Equal(Claim("a", 0, 10), ClaimReviews.Apply(Claim("a", 0, 10), [reverted]));
    }

    private static KnownClaim Known(string id, int start, int end, ClaimCorrectionKind? kind = null) =>
        new(Claim(id, start, end), kind is { } said ? [Correction(said)] : []);

    private static ClaimCorrection Correction(ClaimCorrectionKind kind) => new() { Id = "c", Kind = kind, CorrectedBy = "desk", Reason = "so it is", Sequence = 1 };

    private static Claim Claim(string id, int start, int end, string @class = "assault_shelling") => new()
    {
        Id = id,
        Kind = ClaimKind.Event,
        Class = @class,
        Evidence = new Evidence { ReportId = "r", Span = new Span { Start = start, End = end } },
    };
}
