using Truceline.Entity.Reading;

namespace Truceline.Entity.UnitTests.Claims;

public sealed class StatementTests
{
    [Fact]
    public void Read_Quotation_HasItsSpeakerAndNoMarks()
    {
        var report = new Reports("\"This valley belongs to all of us,\" Governor Ana Rul said after the talks.").With("rul", EntityType.Person, "Ana Rul");

        var claim = report.Single();

        Assert.Equal("This valley belongs to all of us", report.EvidenceOf(claim));
        Assert.Equal((ClaimKind.Statement, true, "rul"), (claim.Kind, claim.IsQuote, claim.Speaker));
    }

    [Fact]
    public void Read_HeSaid_IsTheLastPersonWhoSpoke()
    {
        var report = new Reports("General Ivo Kant said the road was quiet. \"Everyone may use it by day,\" he said.").With("kant", EntityType.Person, "Ivo Kant");

        Assert.Contains(report.Read(), c => c is { IsQuote: true, Speaker: "kant" });
    }

    [Fact]
    public void Read_SpeakerBehindTheVerb_IsFound()
    {
        var report = new Reports("\"Nobody has told us where to go,\" said Ivo Kant, a farmer.").With("kant", EntityType.Person, "Ivo Kant");

        Assert.Equal("kant", report.Single().Speaker);
    }

    [Fact]
    public void Read_Warning_IsHypothetical()
    {
        var report = new Reports("The Red Cross warned that an attack could trigger an exodus.").With("icrc", EntityType.Organisation, "Red Cross");

        var claim = report.Single();

        Assert.Equal((ClaimKind.Statement, ClaimClasses.Warn, AssertionMode.Hypothetical, "icrc"), (claim.Kind, claim.Class, claim.Mode, claim.Speaker));
    }

    [Theory]
    [InlineData("Norland accused the rebels of breaking the truce.", ClaimClasses.Accuse)]
    [InlineData("Norland called for a ceasefire.", ClaimClasses.Demand)]
    [InlineData("Norland urged both sides to stop fighting.", ClaimClasses.Demand)]
    [InlineData("Norland threatened to close the border.", ClaimClasses.Threaten)]
    public void Read_SpeechAct_HasItsClassAndSpeaker(string text, string expected)
    {
        var claim = new Reports(text).With("norland", EntityType.Location, "Norland", "country").Single();

        Assert.Equal((ClaimKind.Statement, expected, "norland"), (claim.Kind, claim.Class, claim.Speaker));
    }

    [Theory]
    [InlineData("Norland denied shelling the town.", ClaimClasses.DenyEvent)]
    [InlineData("Norland rejected accusations that its jets had bombed the town.", ClaimClasses.DenyEvent)]
    [InlineData("Norland said there would be no attack on the town.", ClaimClasses.NoMilitaryAction)]
    [InlineData("Norland said it was not preparing an offensive.", ClaimClasses.NoMilitaryAction)]
    public void Read_Denial_HasItsClassAndSpeaker(string text, string expected)
    {
        var claim = new Reports(text).With("norland", EntityType.Location, "Norland", "country").Single();

        Assert.Equal((ClaimKind.Denial, expected, AssertionMode.Negated, "norland"), (claim.Kind, claim.Class, claim.Mode, claim.Speaker));
    }

    [Theory]
    [InlineData("Norland opposes the junta in Vell.")]
    [InlineData("The two movements are at war with the council in Vell.")]
    public void Read_StandingOpposition_IsBackground(string text)
    {
        var claim = new Reports(text).Single();

        Assert.Equal((ClaimKind.Statement, ClaimClasses.Opposes, true), (claim.Kind, claim.Class, claim.Background));
    }

    [Fact]
    public void Read_DisputedWordInReportedSpeech_IsItsSpeakers()
    {
        var report = new Reports("General Ivo Kant said terrorists had shelled the mill.").With("kant", EntityType.Person, "Ivo Kant");

        var term = Assert.Single(Assert.Single(report.Read(), c => c.Kind == ClaimKind.Event).Terms);

        Assert.Equal(("terrorists", "kant"), (term.Word, term.SaidBy));
    }

    [Fact]
    public void Read_DisputedWordOfAnUnnamedSpeaker_KeepsTheNounPhrase()
    {
        var report = new Reports("A nurse in Vell said the regime had shelled the mill.");

        var term = Assert.Single(Assert.Single(report.Read(), c => c.Kind == ClaimKind.Event).Terms);

        Assert.Equal((null, "nurse in Vell"), (term.SaidBy, term.Name));
    }

    [Fact]
    public void Read_DisputedWordOfTheReport_IsNobodysInIt()
    {
        var report = new Reports("Terrorists shelled the mill in Vell on Monday.");

        var term = Assert.Single(report.Single().Terms);

        Assert.Equal((null, null), (term.SaidBy, term.Name));
    }
}
