using Truceline.Ingest.Stories.Differences;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Stories.Differences;

public class TextComparerTests
{
    private const string First =
        "Shells fell on the market of Taiz on Monday. At least 30 people were killed, a doctor said. The port stayed open.\n\nTalks go on in Geneva.";

    [Fact]
    public void Compare_TheSameText_FindsNothing()
    {
        var comparison = TextComparer.Compare(First, First);

        Assert.Empty(comparison.Difference.Changes);
        Assert.Equal(1, comparison.Similarity);
    }

    [Fact]
    public void Compare_OtherTypesetting_FindsNothing()
    {
        var comparison = TextComparer.Compare("He said: \"We go on.\"\nThey left — at last.", "He said: “We go on.”  They left - at\u00ADlast.".Replace("at\u00ADlast", "at last", StringComparison.Ordinal));

        Assert.Empty(comparison.Difference.Changes);
        Assert.Equal(1, comparison.Similarity);
    }

    [Fact]
    public void Compare_AnUpdatedFigure_ShowsTheSentenceAndTheFigure()
    {
        var comparison = TextComparer.Compare(First, First.Replace("30 people", "34 people", StringComparison.Ordinal));

        var change = Assert.Single(comparison.Difference.Changes);
        Assert.Equal(TextChangeKind.Replaced, change.Kind);
        Assert.Equal("At least 30 people were killed, a doctor said.", change.BeforeText);
        Assert.Equal("At least 34 people were killed, a doctor said.", change.AfterText);
        var figure = Assert.Single(comparison.Difference.Figures);
        Assert.Equal(("30", "34"), (figure.Before, figure.After));
        Assert.InRange(comparison.Similarity, 0.9, 0.99);
    }

    [Fact]
    public void Compare_ByWords_ShowsTheWordsOnly()
    {
        var comparison = TextComparer.Compare(First, First.Replace("30 people", "34 people", StringComparison.Ordinal), byWords: true);

        var change = Assert.Single(comparison.Difference.Changes);
        Assert.Equal(("30", "34"), (change.BeforeText, change.AfterText));
    }

    [Theory]
    [InlineData("thirty people", "forty-one people", "thirty", "forty-one")]
    [InlineData("1,200 people", "1,350 people", "1,200", "1,350")]
    public void Compare_FiguresInOtherForms_AreFound(string was, string @is, string before, string after)
    {
        var old = $"The clashes near the old bridge displaced {was} last week, the mission said.";
        var figure = Assert.Single(TextComparer.Compare(old, old.Replace(was, @is, StringComparison.Ordinal)).Difference.Figures);

        Assert.Equal((before, after), (figure.Before, figure.After));
    }

    [Fact]
    public void Compare_SentencesAddedAndRemoved_SaysWhich()
    {
        var later = "Shells fell on the market of Taiz on Monday. At least 30 people were killed, a doctor said. A truce began at noon.\n\nTalks go on in Geneva.";
        var changes = TextComparer.Compare(First, later).Difference.Changes;

        Assert.Equal([(TextChangeKind.Removed, "The port stayed open."), (TextChangeKind.Added, "A truce began at noon.")],
            changes.Select(c => (c.Kind, c.BeforeText + c.AfterText)));
    }

    [Fact]
    public void Compare_AstralCharacters_CountsCodePoints()
    {
        const string Old = "🕊🕊 The guns are silent. Nobody was hurt today.";
        const string New = "🕊🕊🕊 The guns are silent. Two were hurt today. 🕊";
        var oldPoints = Old.EnumerateRunes().Select(r => r.ToString()).ToArray();
        var newPoints = New.EnumerateRunes().Select(r => r.ToString()).ToArray();

        var changes = TextComparer.Compare(Old, New).Difference.Changes;

        Assert.NotEmpty(changes);
        Assert.All(changes.Where(c => c.Before is not null), c => Assert.Equal(c.BeforeText, string.Concat(oldPoints[c.Before.Start..c.Before.End])));
        Assert.All(changes.Where(c => c.After is not null), c => Assert.Equal(c.AfterText, string.Concat(newPoints[c.After.Start..c.After.End])));
    }

    [Fact]
    public void Compare_UnrelatedTexts_HaveNextToNothingInCommon()
    {
        const string Other = "The council elected a new chair in its spring session. Farmers asked for more water from the dam. It rained in the hills.";

        Assert.InRange(TextComparer.Compare(First, Other).Similarity, 0, 0.05);
    }

    [Fact]
    public void Compare_ASecondTextFromTheFirstOne_ReadsTheSameBackwards()
    {
        var later = First.Replace("stayed open", "was shut", StringComparison.Ordinal) + " More rain is expected.";

        Assert.Equal(TextComparer.Compare(First, later).Similarity, TextComparer.Compare(later, First).Similarity, 6);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("", "Something.")]
    [InlineData("\uD83D", "a \uDC00 b")]
    [InlineData("...!?", "…")]
    public void Compare_OddTexts_EndsWithValidSpans(string before, string after)
    {
        var comparison = TextComparer.Compare(before, after);

        Assert.InRange(comparison.Similarity, 0, 1);
        Assert.All(comparison.Difference.Changes, c => Assert.True((c.After?.End ?? 0) <= after.Length && (c.Before?.End ?? 0) <= before.Length));
    }

    [Fact]
    public void Compare_LongTextsWithNothingInCommon_StaysWithinItsBounds()
    {
        var old = string.Join(' ', Enumerable.Range(0, 12_000).Select(i => $"A{i}."));
        var later = string.Join(' ', Enumerable.Range(0, 12_000).Select(i => $"B{i}."));

        var comparison = TextComparer.Compare(old, later);

        Assert.True(comparison.Difference.Truncated);
        Assert.Equal(500, comparison.Difference.Changes.Count);
    }
}
