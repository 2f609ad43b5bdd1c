using Truceline.Entity.Reading.Syntax;

namespace Truceline.Entity.UnitTests.Syntax;

public sealed class ClausesTests
{
    private static readonly SentenceTree Passive = HandTree.Of(
        "Towns/NOUN/3/nsubj:pass were/AUX/3/aux:pass shelled/VERB/0/root and/CCONJ/5/cc burned/VERB/3/conj by/ADP/7/case rebels/NOUN/5/obl:agent");

    private static readonly SentenceTree Relative = HandTree.Of(
        "Men/NOUN/5/nsubj who/PRON/3/nsubj fled/VERB/1/acl:relcl did/AUX/5/aux deny/VERB/0/root burning/VERB/5/xcomp homes/NOUN/6/obj they/PRON/9/nsubj held/VERB/7/acl:relcl");

    private static readonly SentenceTree Control = HandTree.Of(
        "Paris/PROPN/2/nsubj urged/VERB/0/root Kigali/PROPN/2/obj to/PART/5/mark withdraw/VERB/2/xcomp and/CCONJ/8/cc not/PART/8/neg attack/VERB/5/conj");

    private static readonly SentenceTree Speech = HandTree.Of(
        "Gunmen/NOUN/6/nsubj he/PRON/3/nsubj said/VERB/6/parataxis will/AUX/6/aux never/ADV/6/neg surrender/VERB/0/root");

    [Fact]
    public void SubjectOf_CoordinatedPassive_IsThatOfTheFirst()
    {
        Assert.Equal(Passive.At("Towns"), Passive.SubjectOf(Passive.At("burned")));
        Assert.True(Passive.IsPassive(Passive.At("burned")));
    }

    [Fact]
    public void DoerOf_PassiveWithBy_IsTheAgentAndTheSubjectUndergoes()
    {
        Assert.Equal(Passive.At("rebels"), Passive.DoerOf(Passive.At("burned")));
        Assert.Equal(Passive.At("Towns"), Passive.UndergoerOf(Passive.At("shelled")));
        Assert.Equal(-1, Passive.DoerOf(Passive.At("shelled")));
    }

    [Fact]
    public void SubjectOf_RelativePronoun_IsTheNounItStandsFor() =>
        Assert.Equal(Relative.At("Men"), Relative.SubjectOf(Relative.At("fled")));

    [Fact]
    public void SubjectOf_ComplementWithoutObject_IsTheGovernorsSubject() =>
        Assert.Equal(Relative.At("Men"), Relative.SubjectOf(Relative.At("burning")));

    [Fact]
    public void ObjectOf_RelativeClauseWithSubjectAlone_IsTheNounAbove() =>
        Assert.Equal(Relative.At("homes"), Relative.ObjectOf(Relative.At("held")));

    [Fact]
    public void SubjectOf_ControlledVerb_IsTheObjectAlsoForItsConjunct()
    {
        Assert.Equal(Control.At("Kigali"), Control.SubjectOf(Control.At("withdraw")));
        Assert.Equal(Control.At("Kigali"), Control.SubjectOf(Control.At("attack")));
    }

    [Fact]
    public void SubjectOf_PromiseWithObject_IsWhoPromised()
    {
        var tree = HandTree.Of("Seoul/PROPN/2/nsubj promised/VERB/0/root Tokyo/PROPN/2/obj to/PART/5/mark leave/VERB/2/xcomp");

        Assert.Equal(tree.At("Seoul"), tree.SubjectOf(tree.At("leave")));
    }

    [Fact]
    public void IsNegated_NotUnderTheSecondVerb_DeniesItAlone()
    {
        Assert.True(Control.IsNegated(Control.At("attack")));
        Assert.False(Control.IsNegated(Control.At("withdraw")));
    }

    [Theory]
    [InlineData("No/DET/2/det soldier/NOUN/4/nsubj:pass was/AUX/4/aux:pass hurt/VERB/0/root", "hurt")]
    [InlineData("They/PRON/3/nsubj didn't/AUX/3/aux fire/VERB/0/root", "fire")]
    [InlineData("They/PRON/5/nsubj can/AUX/5/aux no/ADV/4/advmod longer/ADV/5/advmod fire/VERB/0/root", "fire")]
    public void IsNegated_DenialInSubjectOrAuxiliary_IsSeen(string line, string verb)
    {
        var tree = HandTree.Of(line);

        Assert.True(tree.IsNegated(tree.At(verb)));
    }

    [Fact]
    public void SpeechOf_VerbInTheMidst_IsTheClauseAround()
    {
        Assert.Equal(Speech.At("surrender"), Speech.SpeechOf(Speech.At("said")));
        Assert.Equal(Speech.At("will"), Speech.ModalOf(Speech.At("surrender")));
    }

    [Fact]
    public void ConjunctsOf_AnyMember_AreAllInOrder()
    {
        int[] all = [Passive.At("shelled"), Passive.At("burned")];

        Assert.Equal(all, Passive.ConjunctsOf(Passive.At("burned")));
        Assert.Equal(all, Passive.ConjunctsOf(Passive.At("shelled")));
    }

    [Fact]
    public void ClauseOf_ObjectInRelativeClause_IsItsVerb()
    {
        Assert.Equal(Relative.At("held"), Relative.ClauseOf(Relative.At("they")));
        Assert.Equal((1, 3), Relative.ClauseSpan(Relative.At("who")));
        Assert.Equal(Relative.At("burning"), Relative.GoverningVerb(Relative.At("homes")));
    }

    [Fact]
    public void CaseOf_FixedPreposition_IsAllItsWords()
    {
        var tree = HandTree.Of("According/ADP/4/case to/ADP/1/fixed the/DET/4/det army/NOUN/5/obl fled/VERB/0/root");

        Assert.Equal("according to", tree.CaseOf(tree.At("army")));
    }

    [Fact]
    public void Construct_HeadsInACircle_Throws() =>
        Assert.Throws<ArgumentException>(() => HandTree.Of("a/X/2/dep b/X/1/dep c/X/0/root"));
}
