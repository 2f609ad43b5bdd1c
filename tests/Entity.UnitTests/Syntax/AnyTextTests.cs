using CsCheck;
using Truceline.Entity.Reading.Syntax;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.UnitTests.Syntax;

public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
        ["soldiers", "attacked", "was", "by", ",", "\"", "the", "and", "which", "said", "to", "not", "12,000", "Aleppo", "'s", ".", "…", "(", "\ud800", "٣", "-", "don't", "of"];

    [Fact]
    public void Parse_AnyTokens_MakesOneTreeWithoutCrossingArcs() =>
        Gen.String[Gen.Char, 0, 80].Sample(text => Check(text), iter: 300);

    [Fact]
    public void Parse_AnyWordsOfReports_MakesOneTreeAndEveryQuestionIsAnswered() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Sample(words => Check(string.Join(' ', words)), iter: 300);

    [Fact]
    public void Parse_SentenceLongerThanThePieces_MakesOneTree() =>
        Check(string.Join(' ', Enumerable.Repeat("and killed the men who", 400)));

    [Fact]
    public void Parse_NoTokens_IsAnEmptyTree()
    {
        var tree = SharedSyntax.Parser.Parse([], []);
        Assert.Equal(0, tree.Count);
        Assert.Equal(-1, tree.Root);
    }

    private static void Check(string text)
    {
        var segmented = SegmentedText.Of(text);
        foreach (var sentence in segmented.Sentences)
        {
            var tree = SharedSyntax.Parser.Parse(segmented, sentence);
            Assert.Equal(sentence.TokenCount, tree.Count);
            Assert.Single(Enumerable.Range(0, tree.Count), i => tree.HeadOf(i) < 0);
            for (var i = 0; i < tree.Count; i++)
            {
                Assert.True(tree.IsUnder(i, tree.Root));
                // Subtrees without gaps are what a tree without crossing arcs has.
                var (first, end) = tree.SpanOf(i);
                for (var k = first; k < end && end - first < 80; k++)
                    Assert.True(tree.IsUnder(k, i), text);
                Assert.InRange(tree.SubjectOf(i), -1, tree.Count - 1);
                Assert.InRange(tree.DoerOf(i), -1, tree.Count - 1);
                Assert.InRange(tree.UndergoerOf(i), -1, tree.Count - 1);
                Assert.InRange(tree.ClauseOf(i), 0, tree.Count - 1);
                Assert.NotEmpty(tree.ConjunctsOf(i));
                _ = tree.IsNegated(i);
            }
        }
    }
}
