using CsCheck;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.UnitTests.Text;

public sealed class SegmentedTextTests
{
    [Theory]
    [InlineData("Yemen's Sana'a and the rebels' camp", "Yemen|'s|Sana'a|and|the|rebels|'|camp")]
    [InlineData("a 15-20 km strip", "a|15|-|20|km|strip")]
    [InlineData("122mm shells, 1,200.5 tons", "122|mm|shells|,|1,200.5|tons")]
    [InlineData("the U.S. envoy -- S-300", "the|U.S.|envoy|--|S-300")]
    [InlineData("on the 15th, pro-government al-Hasakah’s", "on|the|15th|,|pro-government|al-Hasakah|’s")]
    [InlineData("Lt. J.K. Orr", "Lt|.|J.K.|Orr")]
    [InlineData("(Reuters) — \"No,\"", "(|Reuters|)|—|\"|No|,|\"")]
    public void Of_Text_CutsTokens(string text, string expected)
    {
        var segmented = SegmentedText.Of(text);
        Assert.Equal(expected, string.Join('|', segmented.Tokens.Select(segmented.TextOf)));
    }

    [Theory]
    [InlineData("Lt. Gen. Amara Diallo met the envoy. He left on Sept. 4.", "Lt. Gen. Amara Diallo met the envoy.|He left on Sept. 4.")]
    [InlineData("He met J. Orr in the U.S. Embassy. They talked.", "He met J. Orr in the U.S. Embassy.|They talked.")]
    [InlineData("It lies in the U.S. The army left.", "It lies in the U.S.|The army left.")]
    [InlineData("\"Stop!\" he cried. \"We will not.\" Then silence", "\"Stop!\" he cried.|\"We will not.\"|Then silence")]
    [InlineData("A headline without a stop\nTAIZ: Shells fell.", "A headline without a stop|TAIZ: Shells fell.")]
    [InlineData("Fell 3.5 km off. (It burnt.) More", "Fell 3.5 km off.|(It burnt.)|More")]
    [InlineData("lines that are broken\nat a column by the\nsender. They are put\ntogether again", "lines that are broken\nat a column by the\nsender.|They are put\ntogether again")]
    public void Of_Text_CutsSentences(string text, string expected)
    {
        var segmented = SegmentedText.Of(text);
        Assert.Equal(expected.Split('|'), segmented.Sentences.Select(s => s.Span.Of(text)));
    }

    [Fact]
    public void Of_BlankLine_StartsParagraph() =>
        Assert.Equal([0, 0, 1], SegmentedText.Of("One. Two.\n\nThree.").Sentences.Select(s => s.Paragraph));

    [Theory]
    [InlineData("")]
    [InlineData(" \n ")]
    public void Of_NothingToRead_HasNoSentence(string text) => Assert.Empty(SegmentedText.Of(text).Sentences);

    [Fact]
    public void SentenceAt_Position_FindsSentenceThere()
    {
        var segmented = SegmentedText.Of("One two. Three four.");
        Assert.Equal("Three four.", segmented.SentenceAt(12)?.Span.Of(segmented.Text));
        Assert.Null(segmented.SentenceAt(100));
    }

    [Fact]
    public void Of_AnyString_CoversAllButWhiteSpace() => Gen.String.Sample(CoversAllButWhiteSpace);

    [Fact]
    public void Of_AnyNewsLikeString_CoversAllButWhiteSpace() =>
        Gen.String["aAz 's.'’\"-–(9,5)\n\r\u2029é\ud83d\ude00\ud800لж。"].Sample(CoversAllButWhiteSpace);

    private static void CoversAllButWhiteSpace(string text)
    {
        var segmented = SegmentedText.Of(text);
        var at = 0;
        foreach (var token in segmented.Tokens)
        {
            Assert.True(token.Span.Start >= at && token.Span.Length > 0 && token.Span.End <= text.Length);
            Assert.True(string.IsNullOrWhiteSpace(text[at..token.Span.Start]));
            at = token.Span.End;
        }
        Assert.True(string.IsNullOrWhiteSpace(text[at..]));

        var next = 0;
        foreach (var sentence in segmented.Sentences)
        {
            Assert.Equal(next, sentence.FirstToken);
            Assert.True(sentence.TokenCount > 0);
            next = sentence.EndToken;
        }
        Assert.Equal(segmented.Tokens.Count, next);
    }
}
