using Truceline.Entity.Reading;
using Truceline.Entity.UnitTests.Stories;

namespace Truceline.Entity.UnitTests.Names;

/// <summary>Who is spoken of where: short reports of seven wars, composed and annotated for this test, with the mentions of each person and body joined.</summary>
public sealed class ChainTests
{
    /// <summary>Reports that no rule was written on.</summary>
    private static readonly string[] HeldOut = ["congo", "syria"];

    private static readonly string[] Known = [.. ChainStory.Names.Except(HeldOut)];

    [Fact]
    public void Read_KnownReports_ChainsNearlyAll() => AssertReaches(Known, 0.85, 0.80);

    [Fact]
    public void Read_HeldOutReports_ChainsMost() => AssertReaches(HeldOut, 0.80, 0.70);

    [Theory]
    [InlineData("sudan", "rsf", "The group")]
    [InlineData("karabakh", "ammod", "The ministry")]
    [InlineData("philippines", "milf", "the front")]
    public void Read_NounForAName_IsAMentionOfIt(string name, string chain, string noun)
    {
        var story = ChainStory.Load(name);
        var gold = story.Mentions.Single(m => m.Chain == chain && m.Span.Of(story.Text) == noun).Span;

        var owner = Read(story).Single(e => e.Mentions.Any(m => m.Span.Of(story.Text).EndsWith(noun.Split(' ')[1], StringComparison.Ordinal) && gold.Contains(m.Span)));

        Assert.Contains(story.Mentions, m => m.Chain == chain && m.Span != gold && owner.Mentions.Any(o => o.Span.Overlaps(m.Span)));
    }

    private static void AssertReaches(IEnumerable<string> names, double precision, double recall)
    {
        var score = ChainScore.Of(names.Select(ChainStory.Load), Read);
        Assert.True(score.Precision >= precision && score.Recall >= recall, score.ToString());
    }

    private static IReadOnlyList<NamedEntity> Read(ChainStory story) =>
        SharedReader.Instance.Read(story.Text, new ReadingContext(story.Published, new DateTimeOffset(story.Published, new TimeOnly(18, 0), TimeSpan.Zero))).Entities;
}
