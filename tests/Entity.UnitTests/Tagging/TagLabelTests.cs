using Truceline.Entity.Reading.Tagging;

namespace Truceline.Entity.UnitTests.Tagging;

public sealed class TagLabelTests
{
    [Fact]
    public void After_OpenSpan_OnlyItsOwnTypeGoesOn()
    {
        var after = TagLabel.After(TagLabel.Begin(TagType.Weapon));

        Assert.Equal((1UL << TagLabel.Inside(TagType.Weapon)) | (1UL << TagLabel.Last(TagType.Weapon)), after);
    }

    [Fact]
    public void After_ClosedSpan_NothingGoesOn()
    {
        var after = TagLabel.After(TagLabel.Last(TagType.Person));

        Assert.True(TagLabel.Has(after, TagLabel.Outside));
        Assert.True(TagLabel.Has(after, TagLabel.Begin(TagType.Person)));
        Assert.True(TagLabel.Has(after, TagLabel.Unit(TagType.Location)));
        Assert.False(TagLabel.Has(after, TagLabel.Inside(TagType.Person)));
        Assert.False(TagLabel.Has(after, TagLabel.Last(TagType.Person)));
    }

    [Fact]
    public void Final_OpenSpan_IsNotAmongThem()
    {
        Assert.False(TagLabel.Has(TagLabel.Final, TagLabel.Begin(TagType.Location)));
        Assert.False(TagLabel.Has(TagLabel.Final, TagLabel.Inside(TagType.Location)));
        Assert.True(TagLabel.Has(TagLabel.Final, TagLabel.Last(TagType.Location)));
    }

    [Fact]
    public void Decode_ScoresForInvalidLabels_MakesAValidSequence()
    {
        var decoder = new LabelDecoder(new float[TagLabel.Count * TagLabel.RowLength], TagLabel.All);
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var scores = new float[12 * TagLabel.RowLength];
            for (var i = 0; i < scores.Length; i++)
                scores[i] = (random.NextSingle() * 30) - 15;
            var labels = new byte[12];

            decoder.Decode(scores, labels);

            var before = TagLabel.Outside;
            foreach (var label in labels)
            {
                Assert.True(TagLabel.Has(TagLabel.After(before), label));
                before = label;
            }
            Assert.True(TagLabel.Has(TagLabel.Final, before));
        }
    }

    [Fact]
    public void Decode_LabelsThatAreNotKnown_AreNotGiven()
    {
        var known = 1UL | TagLabel.SetOf(TagType.Location);
        var decoder = new LabelDecoder(new float[TagLabel.Count * TagLabel.RowLength], known);
        var scores = new float[TagLabel.RowLength * 3];
        scores[TagLabel.RowLength + TagLabel.Unit(TagType.Person)] = 9;
        scores[TagLabel.RowLength + TagLabel.Unit(TagType.Location)] = 5;
        var labels = new byte[3];

        decoder.Decode(scores, labels);

        Assert.Equal([0, (byte)TagLabel.Unit(TagType.Location), 0], labels);
    }
}
