using Truceline.Entity.V1;
using Truceline.GeoZone.Claims;
using Truceline.GeoZone.Obligations;
using Truceline.GeoZone.V1;
using static Truceline.GeoZone.UnitTests.Claims;

namespace Truceline.GeoZone.UnitTests.Obligations;

public sealed class BearingRulesTests
{
    private static Bearing BearingOn(string term, ReceivedClaim claim) =>
        BearingRules.BearingOf(claim, Sample.Term(term), Sample.Prepared())?.Bearing ?? Bearing.Unspecified;

    private static ReceivedClaim Saying(ReceivedClaim claim, string quote)
    {
        claim.Claim.Evidence.Quote = quote;
        return claim;
    }

    [Fact]
    public void BearingOf_CommitmentOfTheSameClassAndDeadline_Restates() =>
        Assert.Equal(Bearing.Restates, BearingOn("create-zone", Commitment("c", "create_zone", "2018-10-15", null)));

    [Fact]
    public void BearingOf_CommitmentInTheSameArea_RestatesWhateverItsDeadline() =>
        Assert.Equal(Bearing.Restates, BearingOn("withdraw-heavy-weapons", Commitment("c", "withdraw_weapons", "2018-10-15", Idlib)));

    [Fact]
    public void BearingOf_CommitmentWithAnotherDeadlineAndNoPlace_DoesNotBear() =>
        Assert.Equal(Bearing.Unspecified, BearingOn("create-zone", Commitment("c", "create_zone", "2019-05-01", null, ["Russia"])));

    [Fact]
    public void BearingOf_CommitmentElsewhere_DoesNotBear() =>
        Assert.Equal(Bearing.Unspecified, BearingOn("create-zone", Commitment("c", "create_zone", "2018-10-15", Damascus, ["Russia"])));

    [Theory]
    [InlineData("Russia", Bearing.Restates)]
    [InlineData("Ruritania", Bearing.Unspecified)]
    public void BearingOf_CommitmentWithoutPlaceAndDeadline_NeedsAPartyOfTheAgreement(string actor, Bearing expected) =>
        Assert.Equal(expected, BearingOn("create-zone", Commitment("c", "create_zone", null, null, [actor])));

    [Theory]
    [InlineData("the roads from Latakia to Aleppo and from Latakia to Hama must be restored", Bearing.Restates)]
    [InlineData("the road from Homs to Tartus must be restored", Bearing.Unspecified)]
    public void BearingOf_CommitmentOnRoads_NeedsTheTownsAtTheirEnds(string quote, Bearing expected) =>
        Assert.Equal(expected, BearingOn("restore-transit", Saying(Commitment("c", "restore_transit", "2018-12-31", null, ["Russia"]), quote)));

    [Fact]
    public void BearingOf_PromiseThatNamesWhatOneTermIsAbout_RestatesThatOneOnly()
    {
        var claim = Saying(Commitment("c", "monitor", null, Idlib, ["Turkey"]), "mobile patrols will monitor the zone");

        Assert.Equal(Bearing.Restates, BearingOn("patrol-zone", claim));
        Assert.Equal(Bearing.Unspecified, BearingOn("keep-posts", claim));
    }

    [Theory]
    [InlineData("2018-11-01", Bearing.Breaks)]
    [InlineData("2018-09-16", Bearing.Unspecified)]
    public void BearingOf_AttackInTheArea_BreaksFromTheDayOnWhichTheTermBinds(string date, Bearing expected) =>
        Assert.Equal(expected, BearingOn("no-assault", Event("c", "assault_aerial", date, Idlib, ["Syrian army"])));

    [Theory]
    [InlineData("2018-08-17/2018-09-17", Bearing.Unspecified)]
    [InlineData("2018-09-01/2018-10-15", Bearing.Breaks)]
    public void BearingOf_AttacksOverAPeriod_BreakIfMostOfItLiesInTheTermsTime(string period, Bearing expected) =>
        Assert.Equal(expected, BearingOn("no-assault", Event("c", "assault_aerial", period, Idlib, ["Syrian army"])));

    [Fact]
    public void BearingOf_AttackByOneWhoIsNotBound_DoesNotBear() =>
        Assert.Equal(Bearing.Unspecified, BearingOn("no-assault", Event("c", "assault_aerial", "2018-11-01", Idlib, ["Hayat Tahrir al-Sham"])));

    [Fact]
    public void BearingOf_AttackElsewhereOrNowhere_DoesNotBear()
    {
        Assert.Equal(Bearing.Unspecified, BearingOn("no-assault", Event("c", "assault_aerial", "2018-11-01", Damascus, ["Syrian army"])));
        Assert.Equal(Bearing.Unspecified, BearingOn("no-assault", Event("c", "assault_aerial", "2018-11-01", null, ["Syrian army"])));
    }

    [Theory]
    [InlineData("2018-10-10", Bearing.Unspecified)]
    [InlineData("2018-10-11", Bearing.Breaks)]
    public void BearingOf_ForcesInTheZone_BreakADutyOnlyAfterItsDeadline(string date, Bearing expected) =>
        Assert.Equal(expected, BearingOn("withdraw-heavy-weapons", Event("c", "mobilize_troops", date, KhanShaykhun, ["National Liberation Front"])));

    [Fact]
    public void BearingOf_WithdrawalOfSomethingElse_DoesNotFulfil()
    {
        var weapons = Event("c", "retreat_withdraw", "2018-10-08", KhanShaykhun, ["National Liberation Front"]);
        weapons.Claim.Object = "tanks and mortars";

        Assert.Equal(Bearing.Fulfils, BearingOn("withdraw-heavy-weapons", weapons));
        weapons.Claim.Object = "prisoners";
        Assert.Equal(Bearing.Unspecified, BearingOn("withdraw-heavy-weapons", weapons));
    }

    [Theory]
    [InlineData("no_military_action")]
    [InlineData("deny")]
    [InlineData("assault_aerial")]
    public void BearingOf_DenialOfAnAttack_DeniesTheBreach(string claimClass)
    {
        Assert.Equal(Bearing.DeniesBreach, BearingOn("no-assault", Denial("c", claimClass, "2018-11-01", Idlib)));
        Assert.Equal(Bearing.Unspecified, BearingOn("create-zone", Denial("c", claimClass, "2018-11-01", Idlib)));
    }

    [Theory]
    [InlineData(ClaimKind.Event, AssertionMode.Planned)]
    [InlineData(ClaimKind.Event, AssertionMode.Hypothetical)]
    [InlineData(ClaimKind.Event, AssertionMode.Historical)]
    [InlineData(ClaimKind.Event, AssertionMode.Conditional)]
    [InlineData(ClaimKind.Statement, AssertionMode.Asserted)]
    [InlineData(ClaimKind.Commitment, AssertionMode.Promised)]
    [InlineData(ClaimKind.Denial, AssertionMode.Hypothetical)]
    public void BearingOf_WhatIsNotSaidToHaveHappened_BreaksNothing(ClaimKind kind, AssertionMode mode) => Assert.Equal(
        Bearing.Unspecified, BearingOn("no-assault", Make("c", kind, mode, "assault_aerial", "2018-11-01", Idlib, ["Syrian army"], "Agency A")));

    [Fact]
    public void BearingOf_NewspaperOfAVerifiersCountry_IsNoVerifier()
    {
        var claim = Event("c", "assault_aerial", "2018-11-01", Idlib, ["Syrian army"]);
        claim.Claim.Source = new() { Name = "Daily Paper", Country = "TR" };
        Assert.False(BearingRules.BearingOf(claim, Sample.Term("no-assault"), Sample.Prepared())!.IsByVerifier);

        claim.Claim.Source = new() { Name = "Turkish Defence Ministry", Country = "TR" };
        Assert.True(BearingRules.BearingOf(claim, Sample.Term("no-assault"), Sample.Prepared())!.IsByVerifier);
    }
}
