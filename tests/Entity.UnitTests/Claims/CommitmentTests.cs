using Truceline.Entity.Reading;

namespace Truceline.Entity.UnitTests.Claims;

public sealed class CommitmentTests
{
    [Fact]
    public void Read_TwoDutiesInOneSentence_MakesTwoClaims()
    {
        var report = new Reports("Norland agreed to withdraw its artillery from the ridge and to reopen the coast road.").With("norland", EntityType.Location, "Norland", "country");

        var claims = report.Read();

        Assert.Equal([ClaimClasses.WithdrawWeapons, ClaimClasses.RestoreTransit], claims.Select(c => c.Class));
        Assert.All(claims, c => Assert.Equal((ClaimKind.Commitment, AssertionMode.Promised), (c.Kind, c.Mode)));
        Assert.All(claims, c => Assert.Equal(["norland"], c.Actors));
        Assert.Equal("agreed to withdraw its artillery from the ridge", report.EvidenceOf(claims[0]));
        Assert.Equal("to reopen the coast road", report.EvidenceOf(claims[1]));
    }

    [Theory]
    [InlineData("Both armies shall withdraw their troops from the valley.", ClaimClasses.WithdrawForces)]
    [InlineData("Both sides must pull back artillery from the ridge.", ClaimClasses.WithdrawWeapons)]
    [InlineData("The bridge at Tarn must be repaired.", ClaimClasses.RestoreTransit)]
    [InlineData("Unarmed observers will monitor the line.", ClaimClasses.Monitor)]
    [InlineData("The strip is to be patrolled by police.", ClaimClasses.Patrol)]
    [InlineData("A buffer zone will be created along the river.", ClaimClasses.CreateZone)]
    [InlineData("Neither side may fly drones over the zone.", ClaimClasses.Refrain)]
    [InlineData("The sides pledged to halt all attacks.", ClaimClasses.CeaseFire)]
    [InlineData("The militia undertook to let aid convoys into the town.", ClaimClasses.HumanitarianAccess)]
    [InlineData("The parties have agreed to exchange all prisoners.", ClaimClasses.ExchangePrisoners)]
    public void Read_Duty_HasItsClass(string text, string expected)
    {
        var claim = new Reports(text).Single();

        Assert.Equal(ClaimKind.Commitment, claim.Kind);
        Assert.Equal(expected, claim.Class);
    }

    [Fact]
    public void Read_NounOfADuty_IsAClaimWithItsOwnSpan()
    {
        var report = new Reports("The accord provides for the withdrawal of all militias and the release of prisoners.");

        var claims = report.Read();

        Assert.Equal(["the withdrawal of all militias", "the release of prisoners"], claims.Select(report.EvidenceOf));
        Assert.Equal([ClaimClasses.WithdrawForces, ClaimClasses.ExchangePrisoners], claims.Select(c => c.Class));
    }

    [Theory]
    [InlineData("Neither side agreed to reopen the road between Tarn and Velm.")]
    [InlineData("Ada Orlow said she doubted that the rebels would withdraw from the port.")]
    public void Read_WhatNobodyPromised_IsNoCommitment(string text) => Assert.DoesNotContain(
        new Reports(text).With("orlow", EntityType.Person, "Ada Orlow").Read(), c => c.Kind == ClaimKind.Commitment);

    [Fact]
    public void Read_AsideBehindTheSubject_StaysInTheSubject()
    {
        var report = new Reports("Envoy Ada Orlow said all irregulars, among them the River Brigade, must leave the zone.")
            .With("orlow", EntityType.Person, "Ada Orlow").With("brigade", EntityType.ArmedGroup, "River Brigade");

        var claim = report.Single();

        Assert.Equal("all irregulars, among them the River Brigade, must leave the zone", report.EvidenceOf(claim));
        Assert.Equal("orlow", claim.Speaker);
        Assert.DoesNotContain("orlow", claim.Actors);
    }

    [Fact]
    public void Read_TermBeforeTheSubject_IsTheDeadline()
    {
        var day = new DateOnly(2021, 4, 1);
        var report = new Reports("By April 1, the militias must leave the port, the envoy said.").On("April 1", day, isLimit: true);

        var claim = report.Single();

        Assert.Equal(day, claim.Deadline?.Start);
        Assert.Equal("By April 1, the militias must leave the port", report.EvidenceOf(claim));
    }

    [Fact]
    public void Read_TermAsASpanOfTime_CountsFromTheReport()
    {
        var claim = new Reports("Troops must leave the port within 14 days.").Counting("14 days", QuantityKind.Duration, 14 * 86_400).Single();

        Assert.Equal("2021-03-24", claim.Deadline?.Value);
    }

    [Fact]
    public void Read_DutyInReportedSpeech_NamesTheSpeakerAndLeavesTheFrameOut()
    {
        var report = new Reports("\"It is done,\" President Ana Rul said. Militias would leave the harbour, she added.").With("rul", EntityType.Person, "Ana Rul");

        var claim = Assert.Single(report.Read(), c => c.Kind == ClaimKind.Commitment);

        Assert.Equal("rul", claim.Speaker);
        Assert.Equal("Militias would leave the harbour", report.EvidenceOf(claim));
    }

    [Theory]
    [InlineData("Troops could withdraw from the port.")]
    [InlineData("Troops withdrew from the port.")]
    public void Read_WhatIsNotPromised_IsNoCommitment(string text) =>
        Assert.DoesNotContain(new Reports(text).Read(), c => c.Kind == ClaimKind.Commitment);

    [Fact]
    public void Read_PromiseUnderACondition_IsConditional()
    {
        var claim = Assert.Single(new Reports("Troops would withdraw from the port if the shelling stopped, he said.").Read(), c => c.Kind == ClaimKind.Commitment);

        Assert.Equal((ClaimClasses.WithdrawForces, AssertionMode.Conditional), (claim.Class, claim.Mode));
    }
}
