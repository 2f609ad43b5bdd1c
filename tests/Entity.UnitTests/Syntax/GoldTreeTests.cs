using Truceline.Entity.Reading.Syntax;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.UnitTests.Syntax;

/// <summary>The shipped model on sentences annotated by hand, none of which it was trained on.</summary>
public sealed class GoldTreeTests
{
    private static readonly TreeExample[] Gold = [.. ConlluFile.Read(Path.Combine(AppContext.BaseDirectory, "Syntax", "gold.conllu"))];

    [Fact]
    public void Gold_EverySentence_IsATreeWithoutCrossingArcs()
    {
        Assert.True(Gold.Length >= 120);
        Assert.All(Gold, example => Assert.True(example.IsProjective(), string.Join(' ', example.Words)));
    }

    [Fact]
    public void Gold_Tokens_AreThoseOfTheTokenizer() =>
        Assert.All(Gold, example => Assert.Equal(example.Words, TokensOf(string.Join(' ', example.Words).Replace(" 's", "'s", StringComparison.Ordinal))));

    [Fact]
    public void Parse_GoldSentences_ScoresNoLessThanItsBars()
    {
        var scores = TreeScores.Of(Gold, SharedSyntax.Parser);

        Assert.True(scores.Tags >= 0.955, scores.ToString());
        Assert.True(scores.Heads >= 0.87, scores.ToString());
        Assert.True(scores.Labelled >= 0.835, scores.ToString());
        Assert.True(scores.ArgumentF1 >= 0.83, scores.ToString());
        Assert.True(scores.ClauseF1 >= 0.74, scores.ToString());
    }

    [Fact]
    public void Parse_ManyThreads_GivesTheSameTrees()
    {
        SyntaxToken[][] expected = [.. Gold.Select(Parsed)];

        Parallel.For(0, Gold.Length * 4, i => Assert.Equal(expected[i % Gold.Length], Parsed(Gold[i % Gold.Length])));
    }

    private static SyntaxToken[] Parsed(TreeExample example)
    {
        var tree = SharedSyntax.Parser.Parse(example.Words, example.Kinds);
        return [.. Enumerable.Range(0, tree.Count).Select(i => tree[i])];
    }

    private static string[] TokensOf(string text)
    {
        var segmented = SegmentedText.Of(text);
        return [.. Enumerable.Range(0, segmented.Tokens.Count).Select(i => segmented.TextOf(i))];
    }
}
