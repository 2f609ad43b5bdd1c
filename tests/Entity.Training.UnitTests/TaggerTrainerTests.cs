using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Training.UnitTests;

public sealed class TaggerTrainerTests
{
    private static readonly TaggerModel Model = SmallTraining.Train(SmallTraining.Options);

    [Fact]
    public void Train_Twice_MakesTheSameBytes() =>
        Assert.Equal(TaggerModelFile.Write(Model), TaggerModelFile.Write(SmallTraining.Train(SmallTraining.Options)));

    [Fact]
    public void Train_OtherSeed_MakesOtherBytes() =>
        Assert.NotEqual(TaggerModelFile.Write(Model), TaggerModelFile.Write(SmallTraining.Train(SmallTraining.Options with { Seed = 5 })));

    [Fact]
    public void Train_SmallCorpus_IsLearned()
    {
        var tagger = new Tagger(Model, TaggingProfile.WebText);
        var (right, gold) = (0, 0);
        foreach (var document in SmallTraining.Village)
        {
            var text = SegmentedText.Of(document.Text);
            var spans = new List<TaggedSpan>();
            tagger.Tag(text, new TextSpan(0, document.Text.Length), spans);
            var found = spans.Select(s => text.SpanOf(s.FirstToken, s.EndToken - 1)).ToHashSet();
            gold += document.Spans.Count(s => s.Type != "OTH");
            right += document.Spans.Count(s => s.Type != "OTH" && found.Contains(s.Span));
        }

        Assert.InRange(right, gold * 9 / 10, gold);
    }

    [Fact]
    public void Write_TrainedModel_IsReadBack()
    {
        var bytes = TaggerModelFile.Write(Model);

        var read = TaggerModelFile.Read(bytes);

        Assert.Equal(Model.Weights.Shape, read.Weights.Shape);
        Assert.All(Model.Weights.Parts.Zip(read.Weights.Parts), pair => Assert.Equal(pair.First, pair.Second));
        Assert.Equal(bytes, TaggerModelFile.Write(read));
    }
}
