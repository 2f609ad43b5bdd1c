using Truceline.Entity.Reading;

namespace Truceline.Entity.UnitTests.Claims;

/// <summary>Wordings that no rule by word can tell from their neighbours, or that stand in other marks than usual.</summary>
public sealed class WordingTests
{
    [Fact]
    public void Read_SingleQuotationMarks_HoldWhatTheSpeakerSaid()
    {
        var report = new Reports("'Nobody slept in the valley,' said Ana Rul. 'We can't go back.'").With("rul", EntityType.Person, "Ana Rul");

        var claims = report.Read();

        Assert.Contains(claims, c => c is { IsQuote: true, Speaker: "rul" } && report.EvidenceOf(c) == "Nobody slept in the valley");
    }

    [Fact]
    public void Read_Apostrophes_OpenNoSpeech()
    {
        var report = new Reports("The rebels' guns shelled the brothers' farm on the ridge.");

        var claim = report.Single();

        Assert.Equal((ClaimKind.Event, ClaimClasses.AssaultShelling, false), (claim.Kind, claim.Class, claim.IsQuote));
    }

    [Theory]
    [InlineData("Gunmen gave the people of Tarn two days to leave.")]
    [InlineData("The militia warned that boats on the lake would be sunk.")]
    [InlineData("\"There is no safe place for them,\" the general said.")]
    [InlineData("If one lorry is stopped, the clan will burn the bridge.")]
    [InlineData("The commander told the monks to go by Friday or see the house bombed.")]
    public void Read_HarmAnnounced_IsAThreat(string text)
    {
        var claim = new Reports(text).Single();

        Assert.Equal((ClaimKind.Statement, ClaimClasses.Threaten, AssertionMode.Threatened), (claim.Kind, claim.Class, claim.Mode));
    }

    [Theory]
    [InlineData("It cannot be excluded that the column was struck by its own side.")]
    [InlineData("A new offensive on Tarn seems imminent.")]
    [InlineData("Whether the jets took off from the coast is anybody's guess.")]
    public void Read_LeftOpen_IsHypothetical(string text) => Assert.Equal(AssertionMode.Hypothetical, new Reports(text).Single().Mode);

    [Fact]
    public void Read_ConditionCutByItsSpeaker_IsOneClaim()
    {
        var report = new Reports("Unless the road is opened, said the mayor, bread will run out within a week.");

        var claim = report.Single();

        Assert.Equal((AssertionMode.Conditional, "Unless the road is opened, said the mayor, bread will run out within a week"), (claim.Mode, report.EvidenceOf(claim)));
    }

    [Fact]
    public void Read_AnswerAfterAPromise_IsADenial()
    {
        var report = new Reports("Norland undertook to move its guns back. A team filmed two howitzers at Tarn. The general staff says the pictures are old.");

        Assert.Contains(report.Read(), c => c is { Kind: ClaimKind.Denial } && report.EvidenceOf(c) == "the pictures are old");
    }

    [Fact]
    public void Read_SamePredicateWithoutAPromise_IsNoDenial()
    {
        var report = new Reports("A team filmed two howitzers at Tarn. The general staff says the pictures are old.");

        Assert.DoesNotContain(report.Read(), c => c.Kind is ClaimKind.Denial);
    }

    [Fact]
    public void Read_PresentThatMayBeANoun_CarriesAClause()
    {
        var report = new Reports("The army enters Tarn as rebel fighters withdraw.");

        Assert.Equal(["The army enters Tarn", "rebel fighters withdraw"], report.Read().Select(report.EvidenceOf));
    }

    [Fact]
    public void Read_WarThatAClauseTellsATotalOf_StandsBesideTheEvent()
    {
        var claims = new Reports("A shell killed two farmers in Tarn, in a war that has taken 14,000 lives.").Read();

        Assert.Equal([(ClaimKind.Event, false), (ClaimKind.Statement, true)], claims.Select(c => (c.Kind, c.Background)));
    }
}
