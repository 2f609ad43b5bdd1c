using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Claims;
using Truceline.Entity.Reading.Claims.Learned;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.UnitTests.Claims.Learned;

public sealed class ClauseArbiterTests
{
    private const string Text = "The Karsa brigade shelled the market in Dolma.";
    private const string ModelRule = "clause-model/fixed";

    [Fact]
    public void Read_JudgeLeavesAllToTheRules_IsWhatTheRulesRead()
    {
        var judge = new FixedJudge { Judges = _ => false };

        Assert.Equal(Keys(Read(Text, null)), Keys(Read(Text, judge)));
        Assert.Single(Read(Text, judge));
    }

    [Theory]
    [InlineData(0.9f, 0)]
    [InlineData(0.5f, 1)]
    public void Read_NoClaimIsBelieved_DropsTheRulesClaimWhenSure(float none, int claims) =>
        Assert.Equal(claims, Read(Text, new FixedJudge((ClauseOutcome.Event, 1 - none)) { Class = (ClaimClasses.AssaultShelling, 1) }).Count);

    [Fact]
    public void Read_ThreatIsBelieved_IsAThreatOfItsSubject()
    {
        var claim = Assert.Single(Read(Text, new FixedJudge((ClauseOutcome.Threat, 0.9f)) { Class = (ClaimClasses.Threaten, 0.8f) }));

        Assert.Equal((ClaimKind.Statement, AssertionMode.Threatened, ClaimClasses.Threaten, ModelRule, 0.9), (claim.Kind, claim.Mode, claim.Class, claim.Rule, Math.Round(claim.Confidence, 3)));
        Assert.Equal("Karsa brigade", Assert.Single(claim.Chain).Name);
        Assert.Equal(Assert.Single(Read(Text, null)).Evidence, claim.Evidence);
    }

    [Fact]
    public void Read_OtherOutcomeIsBarelyBelieved_StaysWithTheRules()
    {
        var claim = Assert.Single(Read(Text, new FixedJudge((ClauseOutcome.Threat, 0.4f), (ClauseOutcome.Event, 0.35f), (ClauseOutcome.Plan, 0.25f)) { Class = (ClaimClasses.AssaultShelling, 1) }));

        Assert.Equal((ClaimKind.Event, AssertionMode.Asserted, ClaimClasses.AssaultShelling), (claim.Kind, claim.Mode, claim.Class));
        Assert.NotEqual(ModelRule, claim.Rule);
    }

    [Theory]
    [InlineData(0.8f, ClaimClasses.AssaultAerial)]
    [InlineData(0.3f, ClaimClasses.AssaultShelling)]
    public void Read_OtherClassIsBelieved_IsTakenWhenSure(float belief, string expected)
    {
        var claim = Assert.Single(Read(Text, new FixedJudge((ClauseOutcome.Event, 1)) { Class = (ClaimClasses.AssaultAerial, belief) }));

        Assert.Equal(expected, claim.Class);
        Assert.Equal(expected == ClaimClasses.AssaultAerial, claim.Rule == ModelRule);
    }

    [Fact]
    public void Read_ClassDoesNotFitTheKind_IsNotTaken() =>
        Assert.Equal(ClaimClasses.AssaultShelling, Assert.Single(Read(Text, new FixedJudge((ClauseOutcome.Event, 1)) { Class = (ClaimClasses.Threaten, 1) })).Class);

    [Theory]
    [InlineData(0.95f, true)]
    [InlineData(0.7f, false)]
    public void Read_StandingFactIsBelieved_IsBackgroundWhenSure(float belief, bool expected) =>
        Assert.Equal(expected, Assert.Single(Read(Text, new FixedJudge((ClauseOutcome.Event, 1)) { Class = (ClaimClasses.AssaultShelling, 1), Background = belief })).Background);

    [Theory]
    [InlineData(0.9f, 1)]
    [InlineData(0.5f, 0)]
    public void Read_PartThatNoRuleTellsOf_IsToldWhenSure(float belief, int claims)
    {
        const string bare = "Silence along the river.";
        Assert.Empty(Read(bare, null));

        var made = Read(bare, new FixedJudge((ClauseOutcome.Statement, belief)));

        Assert.Equal(claims, made.Count);
        Assert.All(made, c => Assert.Equal((ClaimKind.Statement, ClaimClasses.Say, ModelRule, "Silence along the river"), (c.Kind, c.Class, c.Rule, c.Evidence.Of(bare))));
    }

    [Fact]
    public void Read_ShippedModel_NamesItsVersionInWhatItTells()
    {
        var judge = ClauseJudge.Load();

        Assert.All(Read("Our patience is spent, and so are their bridges, the general warned the town.", judge).Where(c => c.Rule.StartsWith("clause-model", StringComparison.Ordinal)), c => Assert.Equal($"clause-model/{judge.Version}", c.Rule));
        Assert.StartsWith($"{ClauseModelFile.Format}.", judge.Version, StringComparison.Ordinal);
    }

    private static IEnumerable<(ClaimKey, AssertionMode, string)> Keys(IReadOnlyList<ClaimDraft> claims) => claims.Select(c => (c.Key, c.Mode, c.Rule));

    private static IReadOnlyList<ClaimDraft> Read(string text, IClauseJudge? judge) => new ClaimReader(ClaimModels.Default with { Judge = judge }).Read(
        SegmentedText.Of(text), new ReportHeader(null, null, null, null, "en", new TextSpan(0, text.Length), new DateOnly(2021, 3, 10)), [], [], []);
}
