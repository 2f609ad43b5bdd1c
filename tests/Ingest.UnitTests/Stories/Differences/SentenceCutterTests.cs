using Truceline.Ingest.Stories.Differences;

namespace Truceline.Ingest.UnitTests.Stories.Differences;

public class SentenceCutterTests
{
    [Theory]
    [InlineData("One. Two! Three? Four", new[] { "One.", "Two!", "Three?", "Four" })]
    [InlineData("Gen. Smith left the U.S. base. He said so.", new[] { "Gen. Smith left the U.S. base.", "He said so." })]
    [InlineData("“It is over.” She left.", new[] { "“It is over.”", "She left." })]
    [InlineData("Some 3.5 tons came in.", new[] { "Some 3.5 tons came in." })]
    [InlineData("HEADLINE\n\nText goes\non here.", new[] { "HEADLINE", "Text goes\non here." })]
    [InlineData("سقط القتلى. هل انتهت الحرب؟ نعم", new[] { "سقط القتلى.", "هل انتهت الحرب؟", "نعم" })]
    [InlineData("停火。开始了。", new[] { "停火。", "开始了。" })]
    public void Cut_Texts_GivesTheirSentences(string text, string[] sentences) =>
        Assert.Equal(sentences, SentenceCutter.Cut(text).Select(s => s.Of(text)));

    [Fact]
    public void Cut_ATextWithoutMarks_IsCutAtSpaces()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 2_000));

        Assert.All(SentenceCutter.Cut(text), s => Assert.InRange(s.End - s.Start, 1, SentenceCutter.Longest + 10));
    }
}
