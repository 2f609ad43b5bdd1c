using Truceline.Ingest.Stories.Signatures;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Stories.Signatures;

public class CopyDecisionTests
{
    private static readonly (string Name, string Kind, string Text)[] Copies = Texts.Read("copies.txt");
    private static readonly (string Name, string Kind, string Text)[] SameEvent = Texts.Read("same-event.txt");

    public static TheoryData<string> Kinds => [.. Copies.Skip(1).Select(c => c.Kind)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Similarity_ToTheStory_TellsCopiesFromOthers(string kind)
    {
        var original = Signature(Copies[0].Text);
        foreach (var other in Copies.Where(c => c.Kind == kind))
        {
            var similarity = Similarity(original, Signature(other.Text));

            Assert.True(kind.StartsWith("copy", StringComparison.Ordinal) == similarity > 0, $"{other.Name}: {similarity}");
        }
    }

    [Fact]
    public void Similarity_ReportsOfOneTemplate_AreNoCopies()
    {
        var daily = Copies.Where(c => c.Kind == "other: template").ToArray();

        Assert.Equal(2, daily.Length);
        Assert.Equal(0, Similarity(Signature(daily[0].Text), Signature(daily[1].Text)));
    }

    [Fact]
    public void Similarity_ReportsOfOneEventByTwoAuthors_AreNoCopies()
    {
        foreach (var first in SameEvent)
        {
            foreach (var second in SameEvent.Where(s => s != first))
            {
                Assert.Equal(0, Similarity(Signature(first.Text), Signature(second.Text)));
            }
        }
    }

    [Fact]
    public void Similarity_OfAnyTwo_IsTheSameTheOtherWayRound()
    {
        var all = Copies.Concat(SameEvent).Select(c => Signature(c.Text)).ToArray();

        foreach (var first in all)
        {
            foreach (var second in all)
            {
                Assert.Equal(Similarity(first, second), Similarity(second, first));
            }
        }
    }

    [Theory]
    [InlineData("2024-03-01", "2024-03-02", true)]
    [InlineData("2024-03-01", "2024-04-01", false)]
    [InlineData("2024-03-01", "", true)]
    public void Similarity_ShortText_IsACopyWithinDays(string first, string second, bool isCopy)
    {
        const string Flash = "BREAKING: Explosion heard in the centre of Salihin";
        var similarity = Similarity(Signature(Flash, first), Signature(Flash.Replace("in the", "IN  THE"), second));

        Assert.Equal(isCopy ? 1 : 0, similarity);
        Assert.Equal(0, Similarity(Signature(Flash, first), Signature(Flash + " again", first)));
    }

    [Fact]
    public void Similarity_RowsWithOneText_AreCopiesWhenTheirFieldsAreTheSame()
    {
        var row = new Report { Text = Copies[0].Text, Observation = new Observation { Start = "2024-03-01", Places = { "Salihin" }, FatalitiesLow = 2 } };
        var other = row.Clone();
        other.Observation.Places[0] = "Ostrovna";
        var again = row.Clone();
        again.Observation.Fields["exported"] = "2024-05-05";

        Assert.Equal(0, Similarity(StorySignature.Of(row), StorySignature.Of(other)));
        Assert.Equal(1, Similarity(StorySignature.Of(row), StorySignature.Of(again)));
        Assert.Equal(0, Similarity(StorySignature.Of(row), Signature(row.Text)));
    }

    [Fact]
    public void Similarity_WithoutWords_IsOfNoUse() => Assert.Equal(0, Signature("... !").Words);

    private static double Similarity(StorySignature first, StorySignature second) => CopyDecision.Similarity(first.Record, second.Record, out _);

    private static StorySignature Signature(string text, string published = "") => StorySignature.Of(new Report { Text = text, Published = published });
}
