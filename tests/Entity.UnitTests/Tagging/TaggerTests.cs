using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.UnitTests.Stories;

namespace Truceline.Entity.UnitTests.Tagging;

public sealed class TaggerTests
{
    [Fact]
    public void Tag_PersonsPlacesAndBodies_AreFound()
    {
        var read = SharedTagger.Read("Angela Merkel flew to Paris on Monday for talks, the Foreign Ministry in Berlin said.");

        Assert.Contains("Person: Angela Merkel", read);
        Assert.Contains("Location: Paris", read);
        Assert.Contains("Location: Berlin", read);
        Assert.Contains("Organisation: Foreign Ministry", read);
    }

    [Fact]
    public void Tag_UnknownNames_AreToldByTheirContext()
    {
        var read = SharedTagger.Read("Colonel Dargo Vesmin told reporters that shells had hit the village of Tal Burqash, near Aleppo.");

        Assert.Contains("Person: Dargo Vesmin", read);
        Assert.Contains("Location: Tal Burqash", read);
        Assert.Contains("Location: Aleppo", read);
    }

    [Fact]
    public void Tag_TextWithoutNames_FindsNothing() =>
        Assert.Empty(SharedTagger.Read("It rained all night and nobody slept, but the morning was quiet."));

    [Fact]
    public void Tag_Range_LeavesTheRestAlone()
    {
        var text = SegmentedText.Of("Paris is far. London is near. Madrid is hot.");
        var spans = new List<TaggedSpan>();

        SharedTagger.Instance.Tag(text, text.Sentences[1].Span, spans);

        Assert.Equal("London", text.TextOf(Assert.Single(spans).FirstToken));
    }

    [Fact]
    public void Tag_ManyThreads_AllReadTheSame()
    {
        var text = SegmentedText.Of(string.Join("\n\n", GoldStory.Names.Select(n => GoldStory.Load(n).Text)));
        var expected = SharedTagger.Tag(text);

        var results = Enumerable.Range(0, 16).AsParallel().WithDegreeOfParallelism(4).Select(_ => SharedTagger.Tag(text)).ToList();

        Assert.NotEmpty(expected);
        Assert.All(results, r => Assert.Equal(expected, r));
    }

    [Fact]
    public void Tag_TextsInAnyOrder_AreReadTheSame()
    {
        var texts = GoldStory.Names.Select(n => SegmentedText.Of(GoldStory.Load(n).Text)).ToList();

        var forwards = texts.ConvertAll(SharedTagger.Tag);
        var backwards = Enumerable.Reverse(texts).Select(SharedTagger.Tag).Reverse().ToList();

        Assert.Equal(forwards, backwards);
    }

    [Fact]
    public void Card_ShippedModel_NamesItsSourcesAndHashes()
    {
        var card = SharedTagger.Instance.Card;

        Assert.Equal(64, card.TrainerHash.Length);
        Assert.NotEmpty(card.Scores);
        Assert.All(card.Sources, s => Assert.Equal(64, s.Sha256.Length));
        Assert.Contains(card.Sources, s => s.Name.Contains("EWT", StringComparison.Ordinal));
        Assert.DoesNotContain(card.Sources, s => s.Licence.Length == 0);
        Assert.Contains(card.TrainerHash[..8], SharedTagger.Instance.Version, StringComparison.Ordinal);
    }
}
