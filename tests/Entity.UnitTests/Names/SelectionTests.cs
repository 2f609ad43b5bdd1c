using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Names;

namespace Truceline.Entity.UnitTests.Names;

public sealed class SelectionTests
{
    [Fact]
    public void Best_KnownNameAndPatternOverTheSameWords_KeepsTheKnownName()
    {
        var chosen = Assert.Single(Selection.Best([Proposal(3, 5, 0.7), Proposal(3, 5, 0.95)]));
        Assert.Equal(0.95, chosen.Score);
    }

    [Fact]
    public void Best_LongerNameOfASureSource_BeatsTheWordWithin() =>
        Assert.Equal((0, 1), Span(Assert.Single(Selection.Best([Proposal(1, 1, 0.95), Proposal(0, 1, 0.8)]))));

    [Fact]
    public void Best_LongerNameOfAnUnsureSource_GivesWay() =>
        Assert.Equal((1, 2), Span(Assert.Single(Selection.Best([Proposal(1, 2, 0.95), Proposal(0, 3, 0.3)]))));

    [Fact]
    public void Best_OneAgainstTwoThatExplainAsMuch_KeepsTheOne() =>
        Assert.Single(Selection.Best([Proposal(0, 0, 0.9), Proposal(1, 1, 0.9), Proposal(0, 1, 0.9)]));

    [Fact]
    public void Best_NothingOverlaps_KeepsAllInOrder() =>
        Assert.Equal([(0, 1), (2, 2), (7, 9)], Selection.Best([Proposal(7, 9, 0.2), Proposal(0, 1, 0.5), Proposal(2, 2, 0.9)]).Select(Span));

    [Fact]
    public void Best_Nothing_IsNothing() => Assert.Empty(Selection.Best([]));

    private static NameMention Proposal(int first, int last, double score) => new(first, last, EntityType.Organisation, "x") { Score = score };

    private static (int First, int Last) Span(NameMention mention) => (mention.First, mention.Last);
}
