using Truceline.GeoZone.Claims;
using Truceline.GeoZone.Obligations;
using Truceline.GeoZone.V1;
using Truceline.Type.V1;
using static Truceline.GeoZone.UnitTests.Claims;

namespace Truceline.GeoZone.UnitTests.Obligations;

public sealed class ObligationEvaluatorTests
{
    private static readonly DateTimeOffset Known = new(2018, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private static ObligationState StateOf(string term, string asOf, params ReceivedClaim[] claims)
    {
        var agreement = Sample.Prepared();
        var evidence = claims.Select(c => BearingRules.BearingOf(c, Sample.Term(term), agreement)).OfType<TermEvidence>().ToList();
        return ObligationEvaluator.Evaluate("sochi-2018", Sample.Term(term), evidence, DateOnly.Parse(asOf, null), Known);
    }

    private static ReceivedClaim Withdrawal(string id, string origin, string? saidBy = null)
    {
        var claim = Event(id, "retreat_withdraw", "2018-10-09", KhanShaykhun, ["National Liberation Front"], origin);
        claim.Claim.Object = "tanks";
        if (saidBy is not null)
            claim.Claim.Speaker = new() { Name = saidBy };
        return claim;
    }

    private static ReceivedClaim Attack(string id, string origin = "Agency A", string actor = "Syrian army") =>
        Event(id, "assault_aerial", "2018-11-01", Idlib, [actor], origin);

    [Theory]
    [InlineData("create-zone", "2018-09-16", Compliance.NotYetDue)]
    [InlineData("create-zone", "2018-10-15", Compliance.NotYetDue)]
    [InlineData("create-zone", "2018-10-16", Compliance.Undetermined)]
    [InlineData("no-assault", "2018-09-16", Compliance.NotYetDue)]
    [InlineData("no-assault", "2019-09-17", Compliance.Undetermined)]
    [InlineData("patrol-zone", "2019-09-17", Compliance.Undetermined)]
    public void Evaluate_NothingReported_IsNeverCompliant(string term, string asOf, Compliance expected)
    {
        var state = StateOf(term, asOf);

        Assert.Equal(expected, state.Verdict.Compliance);
        Assert.Equal(Verification.Unverified, state.Verdict.Verification);
        Assert.Equal(AttributionKind.NotAttributable, state.Verdict.Attribution.Kind);
        Assert.Equal(ImplementationLevel.Unspecified, state.Implementation);
        Assert.EndsWith(".", state.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_Restated_StaysNotYetDueAndSaysSo()
    {
        var state = StateOf("create-zone", "2018-11-01", Commitment("c", "create_zone", "2018-10-15", null));

        Assert.Equal(Compliance.Undetermined, state.Verdict.Compliance);
        Assert.Equal(Bearing.Restates, Assert.Single(state.Evidence).Bearing);
        Assert.Contains("restated in one claim", state.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_CertainBreach_IsViolatedUnverifiedAndAttributed()
    {
        var state = StateOf("no-assault", "2018-12-01", Attack("a"));

        Assert.Equal(Compliance.Violated, state.Verdict.Compliance);
        Assert.Equal(Verification.Unverified, state.Verdict.Verification);
        Assert.Equal(["syrian-government"], state.Verdict.Attribution.PartyIds);
    }

    [Fact]
    public void Evaluate_BreachAfterTheDay_IsNotKnownOnThatDay() =>
        Assert.Equal(Compliance.Undetermined, StateOf("no-assault", "2018-10-31", Attack("a")).Verdict.Compliance);

    [Fact]
    public void Evaluate_BreachSomewhereInTheProvinceOrByNobodyNamed_IsPossible()
    {
        var somewhere = Event("a", "assault_aerial", "2018-11-01", IdlibProvince, ["Syrian army"]);
        var byNobody = Event("b", "assault_aerial", "2018-11-01", Idlib);

        Assert.Equal(Compliance.PossiblyViolated, StateOf("no-assault", "2018-12-01", somewhere).Verdict.Compliance);
        Assert.Equal(Compliance.PossiblyViolated, StateOf("no-assault", "2018-12-01", byNobody).Verdict.Compliance);
    }

    [Fact]
    public void Evaluate_TwoOrigins_CorroborateAndOneOriginTwiceDoesNot()
    {
        Assert.Equal(Verification.Corroborated, StateOf("no-assault", "2018-12-01", Attack("a"), Attack("b", "Agency B")).Verdict.Verification);
        Assert.Equal(Verification.Unverified, StateOf("no-assault", "2018-12-01", Attack("a"), Attack("b", "agency a")).Verdict.Verification);
        Assert.Equal(Verification.Unverified, StateOf("no-assault", "2018-12-01", Attack("a", ""), Attack("b", "")).Verdict.Verification);
    }

    [Fact]
    public void Evaluate_DenialAfterTheBreach_DisputesItAndOneBeforeDoesNot()
    {
        Assert.Equal(Verification.Disputed,
            StateOf("no-assault", "2018-12-01", Attack("a"), Denial("d", "deny", "2018-11-02", Idlib)).Verdict.Verification);
        Assert.Equal(Verification.Unverified,
            StateOf("no-assault", "2018-12-01", Attack("a"), Denial("d", "deny", "2018-09-17", Idlib)).Verdict.Verification);
    }

    [Fact]
    public void Evaluate_DenialOfWhatIsToCome_StandsBesideTheBreachWithoutDisputingIt()
    {
        var state = StateOf("no-assault", "2018-12-01", Attack("a"), Denial("d", "no_military_action", "2018-11-02", Idlib));

        Assert.Equal(Verification.Unverified, state.Verdict.Verification);
        Assert.Equal([Bearing.Breaks, Bearing.DeniesBreach], state.Evidence.Select(e => e.Bearing));
    }

    [Fact]
    public void Evaluate_ReportsThatNameDifferentDoers_DisputeTheAttribution()
    {
        var attribution = StateOf("no-assault", "2018-12-01", Attack("a"), Attack("b", "Agency B", "Russia")).Verdict.Attribution;

        Assert.Equal(AttributionKind.Disputed, attribution.Kind);
        Assert.Equal(["russia", "syrian-government"], attribution.PartyIds);
    }

    [Theory]
    [InlineData("2018-10-10", Compliance.NotYetDue)]
    [InlineData("2018-10-11", Compliance.Compliant)]
    public void Evaluate_VerifierSaysThatItWasDone_IsCompliantOnceDue(string asOf, Compliance expected)
    {
        var state = StateOf("withdraw-heavy-weapons", asOf, Withdrawal("a", "Agency A", "Turkish Defence Ministry"));

        Assert.Equal(expected, state.Verdict.Compliance);
        Assert.Equal(Verification.Verified, state.Verdict.Verification);
        Assert.Equal(ImplementationLevel.Complete, state.Implementation);
    }

    [Fact]
    public void Evaluate_OneOriginSaysThatItWasDone_IsNotEnough()
    {
        var state = StateOf("withdraw-heavy-weapons", "2018-10-11", Withdrawal("a", "Agency A"));

        Assert.Equal(Compliance.Undetermined, state.Verdict.Compliance);
        Assert.Equal(ImplementationLevel.Minimal, state.Implementation);
    }

    [Fact]
    public void Evaluate_DoneAndBroken_IsPossiblyViolatedAndDisputed()
    {
        var state = StateOf("withdraw-heavy-weapons", "2018-12-01", Withdrawal("a", "Agency A", "Turkish Defence Ministry"),
            Event("b", "mobilize_troops", "2018-11-01", KhanShaykhun, ["National Liberation Front"]));

        Assert.Equal(Compliance.PossiblyViolated, state.Verdict.Compliance);
        Assert.Equal(Verification.Disputed, state.Verdict.Verification);
    }

    [Fact]
    public void Evaluate_Declaration_CanBeNeitherKeptNorBroken()
    {
        var term = Sample.Term("no-assault");
        term.Modality = Modality.Declaration;
        var evidence = BearingRules.BearingOf(Attack("a"), term, Sample.Prepared())!;

        var state = ObligationEvaluator.Evaluate("sochi-2018", term, [evidence], new(2018, 12, 1), Known);

        Assert.Equal(Compliance.Undetermined, state.Verdict.Compliance);
    }

    [Fact]
    public void Evaluate_EvidenceInAnyOrder_GivesTheSameState() => Assert.Equal(
        StateOf("no-assault", "2018-12-01", Attack("a"), Attack("b", "Agency B"), Denial("d", "deny", "2018-11-02", Idlib)),
        StateOf("no-assault", "2018-12-01", Denial("d", "deny", "2018-11-02", Idlib), Attack("b", "Agency B"), Attack("a")));
}
