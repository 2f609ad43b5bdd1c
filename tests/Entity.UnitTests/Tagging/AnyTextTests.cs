using CsCheck;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Text;
using Truceline.Entity.UnitTests.Stories;

namespace Truceline.Entity.UnitTests.Tagging;

/// <summary>Whatever the text, mentions are whole tokens of it, in order, without overlap.</summary>
public sealed class AnyTextTests
{
    private static readonly EntityType[] Types =
    [
        EntityType.Person, EntityType.Organisation, EntityType.Location, EntityType.Facility, EntityType.Weapon,
        EntityType.MilitaryPlatform, EntityType.Vehicle, EntityType.Nationality,
    ];

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    [InlineData("\ud800 Paris \udc00 London\ud83d")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ")]
    [InlineData("Москва и Дамаск, 北京, القاهرة")]
    [InlineData("\0\u200d\u0301\uffff")]
    public void Tag_OddText_SpansAreValid(string text) => AssertValid(text);

    [Fact]
    public void Tag_RandomText_SpansAreValid() => Gen.String.Sample(AssertValid, iter: 500, threads: 1);

    [Fact]
    public void Tag_SentenceWithoutEnd_SpansAreValid() => AssertValid(string.Concat(Enumerable.Repeat("Syria and Iraq ", 20_000)));

    [Fact]
    public void Tag_ShuffledStory_SpansAreValid()
    {
        var story = GoldStory.Load(GoldStory.Names.First()).Text.Split(' ');
        Gen.Shuffle(story).Select(words => string.Join(' ', words)).Sample(AssertValid, iter: 50, threads: 1);
    }

    private static void AssertValid(string words)
    {
        var text = SegmentedText.Of(words);
        var last = 0;
        foreach (var span in SharedTagger.Tag(text))
        {
            Assert.InRange(span.FirstToken, last, text.Tokens.Count - 1);
            Assert.InRange(span.EndToken, span.FirstToken + 1, text.Tokens.Count);
            Assert.InRange(span.Confidence, float.Epsilon, 1f);
            Assert.Contains(span.Type, Types);
            last = span.EndToken;
        }
    }
}
