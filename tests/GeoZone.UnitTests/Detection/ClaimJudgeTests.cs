using Truceline.Entity.V1;
using Truceline.GeoZone.Claims;
using Truceline.GeoZone.Detection;
using Truceline.GeoZone.V1;
using Truceline.Type.V1;
using static Truceline.GeoZone.UnitTests.Claims;

namespace Truceline.GeoZone.UnitTests.Detection;

public sealed class ClaimJudgeTests
{
    private static List<Violation> Judge(ReceivedClaim claim) => [.. ClaimJudge.Judge(claim, Sample.Prepared())];

    private static string[] Rules(ReceivedClaim claim) => [.. Judge(claim).Select(v => v.Rule.Id)];

    [Fact]
    public void Judge_AttackInsideBothZones_BreaksTheRuleOfEach() =>
        Assert.Equal(["dmz-no-fire", "area-no-hostilities"], Rules(Event("a", "assault_shelling", "2018-11-01", KhanShaykhun)));

    [Theory]
    [InlineData("2018-10-14", new[] { "area-no-hostilities" })]
    [InlineData("2018-10-15", new[] { "dmz-no-fire", "area-no-hostilities" })]
    [InlineData("2017-05-05", new string[0])]
    public void Judge_BeforeAZoneIsValid_ItsRulesDoNotBind(string date, string[] rules) =>
        Assert.Equal(rules, Rules(Event("a", "assault_shelling", date, KhanShaykhun)));

    [Fact]
    public void Judge_PeriodThatBeganBeforeTheRule_IsNotCertain()
    {
        var violation = Judge(Event("a", "assault_aerial", "2018-10-01/2018-10-31", KhanShaykhun)).Single(v => v.Rule.Id == "dmz-no-fire");

        Assert.False(violation.IsCertain);
    }

    [Fact]
    public void Judge_WholeProvince_IsPossibleAtBest()
    {
        var violation = Assert.Single(Judge(Event("a", "assault_aerial", "2018-08-17/2018-09-17", IdlibProvince)));

        Assert.Equal(ZonePosition.Possible, violation.Place.Position);
        Assert.False(violation.IsCertain);
        var small = Place("p", "Idlib", "province", 35.93, 36.63, 100);
        Assert.Equal(ZonePosition.Possible, Assert.Single(Judge(Event("a", "assault_aerial", "2018-09-17", small))).Place.Position);
    }

    [Fact]
    public void Judge_NameOfSeveralPlaces_IsPossibleUnlessTheOthersAreUnlikely()
    {
        var claim = Event("a", "assault_aerial", "2018-09-18", Idlib);
        claim.Claim.Place.Candidates.Clear();
        claim.Claim.Place.Candidates.Add(Place("far", "Idlib", "village", 33.5, 36.3, 1_000, 0.6));
        claim.Claim.Place.Candidates.Add(Place("near", "Idlib", "city", 35.93, 36.63, 1_000, 0.4));

        var violation = Assert.Single(Judge(claim));
        Assert.Equal((ZonePosition.Possible, "near"), (violation.Place.Position, violation.Place.Place.GazetteerId));
        claim.Claim.Place.Candidates[1].Score = 0.05;
        Assert.Empty(Judge(claim));
    }

    [Theory]
    [InlineData("Syrian army", new[] { "dmz-no-heavy-weapons" })]
    [InlineData("Somebody", new[] { "dmz-no-heavy-weapons" })]
    [InlineData("Turkish army", new string[0])]
    public void Judge_RuleForSomeParties_ConcernsThemAndTheUnknown(string actor, string[] rules)
    {
        var violations = Judge(Event("a", "mobilize_troops", "2018-11-01", KhanShaykhun, [actor]));

        Assert.Equal(rules, violations.Select(v => v.Rule.Id));
        Assert.All(violations, v => Assert.Equal(IncidentKind.WeaponInViolation, v.Kind));
        Assert.All(violations, v => Assert.Equal(actor == "Syrian army", v.IsCertain));
    }

    [Theory]
    [InlineData(ClaimKind.Event, AssertionMode.Planned)]
    [InlineData(ClaimKind.Event, AssertionMode.Hypothetical)]
    [InlineData(ClaimKind.Event, AssertionMode.Negated)]
    [InlineData(ClaimKind.Event, AssertionMode.Historical)]
    [InlineData(ClaimKind.Event, AssertionMode.Conditional)]
    [InlineData(ClaimKind.Statement, AssertionMode.Asserted)]
    [InlineData(ClaimKind.Commitment, AssertionMode.Asserted)]
    [InlineData(ClaimKind.Denial, AssertionMode.Asserted)]
    public void Judge_WhatIsNotSaidToHaveHappened_BreaksNothing(ClaimKind kind, AssertionMode mode) =>
        Assert.Empty(Judge(Make("a", kind, mode, "assault_aerial", "2018-11-01", KhanShaykhun, null, "Agency A")));

    [Fact]
    public void Judge_OtherClassOrNoPlace_BreaksNothing()
    {
        Assert.Empty(Judge(Event("a", "meeting", "2018-11-01", KhanShaykhun)));
        Assert.Empty(Judge(Event("a", "assault_aerial", "2018-11-01", null)));
        Assert.Empty(Judge(Event("a", "assault_aerial", "2018-11-01", Damascus)));
    }

    [Fact]
    public void Judge_NoDate_CountsOnTheDayOfTheReportAndIsNotCertain() =>
        Assert.All(Judge(Event("a", "assault_aerial", null, KhanShaykhun, ["Syrian army"])), v => Assert.False(v.IsCertain));
}
