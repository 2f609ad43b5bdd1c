using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.Training.Tagging;

namespace Truceline.Entity.Training.UnitTests;

public sealed class LexiconStartTests
{
    [Theory]
    [InlineData(2f, 1)]
    [InlineData(0f, 0)]
    public void Set_BeforeAnyTraining_LexiconAloneDecides(float strength, int found)
    {
        var encoder = SmallTraining.Encoder();
        var weights = new NetworkWeights(new NetworkShape(encoder.Vectors.Length, 16, SmallTraining.Options.BagBits, 32));
        var output = new float[33 * TagLabel.RowLength];

        LexiconStart.Set(weights, output, new TrainerOptions { ArmsStart = strength });

        output.CopyTo(weights.OutputOf(TaggingProfile.News));
        var spans = new List<TaggedSpan>();
        var text = SegmentedText.Of("tank");
        new Tagger(ModelBuilder.Build(encoder, weights, "start")).Tag(text, new TextSpan(0, text.Text.Length), spans);
        Assert.Equal(found, spans.Count(s => s is { FirstToken: 0, TokenCount: 1, Type: EntityType.MilitaryPlatform }));
    }
}
