using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.UnitTests;

public sealed class OwnCorpusTests
{
    [Fact]
    public void Read_MarkedSentences_AreTextAndSpans()
    {
        var document = Assert.Single(OwnCorpus.Read("sample", "# head\n[PER Mira Kovan] left.\nA [WEAPON mortar] fell near [LOC Ostrel].\n"));

        Assert.Equal("Mira Kovan left.\n\nA mortar fell near Ostrel.", document.Text);
        Assert.Equal([("PER", "Mira Kovan"), ("WEAPON", "mortar"), ("LOC", "Ostrel")], document.Spans.Select(s => (s.Type, s.Span.Of(document.Text))));
    }

    [Fact]
    public void Read_BlankLine_SeparatesDocuments()
    {
        var documents = OwnCorpus.Read("sample", "One.\nTwo.\n\n# aside\n\n[LOC Ostrel] slept.").ToList();

        Assert.Equal(["sample:1", "sample:2"], documents.Select(d => d.Id));
        Assert.Equal("Ostrel slept.", documents[1].Text);
    }

    [Theory]
    [InlineData("[LOC Ostrel slept.")]
    [InlineData("Ostrel] slept.")]
    [InlineData("[ORG council of [LOC Ostrel]] met.")]
    [InlineData("[LOC ] slept.")]
    [InlineData("[Ostrel] slept.")]
    public void Read_BracketOfNoSpan_Throws(string line) => Assert.Throws<FormatException>(() => OwnCorpus.Read("sample", line).ToList());

    [Fact]
    public void ReadAll_EveryFile_HasKnownTypesOnly()
    {
        string[] known = ["PER", "ORG", "LOC", "FAC", "WEAPON", "PLATFORM", "VEHICLE", "NATIONALITY"];

        var types = OwnCorpus.ReadAll().SelectMany(d => d.Spans).Select(s => s.Type).ToHashSet();

        Assert.Equal(known.Order(), types.Order());
    }
}
