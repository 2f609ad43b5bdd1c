using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Tagging;
using Truceline.Entity.Training.Tagging;
using Truceline.Entity.Training.Tagging.Corpora;

namespace Truceline.Entity.Training.UnitTests;

public sealed class LabellingTests
{
    private static readonly WordEncoder Encoder = SmallTraining.Encoder();

    [Fact]
    public void Read_SentencesOfOneDocument_AreJoinedWithTheirSpans()
    {
        var first = SmallTraining.Village[0];

        Assert.Equal(4, SmallTraining.Village.Count);
        Assert.Equal(["Mira Kovan", "Ostrel", "Harbour Union", "Kovan", "Ostrel", "Ostrelian"], first.Spans.Select(s => s.Span.Of(first.Text)));
    }

    [Fact]
    public void Read_CharactersBeyondTheBasicPlane_AreCountedAsOne()
    {
        var third = SmallTraining.Village[2];

        Assert.Equal("Vell", third.Spans[^1].Span.Of(third.Text));
    }

    [Fact]
    public void Label_MentionOfTwoTokens_BeginsAndEnds()
    {
        var labelled = Labelling.Label(Document(Corpus.UniversalNer, "Mira Kovan spoke.", (0, 10, "PER")), Encoder);

        Assert.Equal([1UL << TagLabel.Begin(TagType.Person), 1UL << TagLabel.Last(TagType.Person), 1UL, 1UL], labelled.Views[0].Allowed);
    }

    [Fact]
    public void Label_HalfAToken_IsLeftOpen()
    {
        var labelled = Labelling.Label(Document(Corpus.UniversalNer, "Ostrel-backed men came.", (0, 6, "LOC")), Encoder);

        Assert.Equal(1UL | TagLabel.SetOf(TagType.Location), labelled.Views[0].Allowed[0]);
    }

    [Fact]
    public void Label_NominalMention_IsOutsideInTheNews()
    {
        var labelled = Labelling.Label(Document(Corpus.Re3d, "They left the region and the Amel Valley.", (10, 20, "Location"), (25, 40, "Location")), Encoder);
        var news = labelled.Views.Single(v => v.Profile == TaggingProfile.News).Allowed;

        Assert.Equal(1UL, news[3]);
        Assert.Equal(1UL, news[5]);
        Assert.Equal(1UL << TagLabel.Begin(TagType.Location), news[6]);
    }

    [Fact]
    public void Label_StoryWithPlacesOnly_LeavesOtherNamesOpen()
    {
        var labelled = Labelling.Label(Document(Corpus.GeoVirus, "Kovan is in Ostrel.", (12, 18, "toponym")), Encoder);
        var news = labelled.Views.Single(v => v.Profile == TaggingProfile.News).Allowed;

        Assert.True(TagLabel.Has(news[0], TagLabel.Unit(TagType.Person)));
        Assert.False(TagLabel.Has(news[0], TagLabel.Unit(TagType.Location)));
        Assert.Equal(1UL << TagLabel.Unit(TagType.Location), news[3]);
    }

    [Fact]
    public void Label_ReportSentenceWithANameAndNoMark_IsLeftOpenToNewsOnly()
    {
        var labelled = Labelling.Label(Document(Corpus.Re3d, "Mira left for Ostrel. The men saw Kovan there. It rained.", (14, 20, "Location")), Encoder);

        Assert.Equal([TaggingProfile.News, TaggingProfile.Defence], labelled.Views.Select(view => view.Profile).Order());
        Assert.All(labelled.Views, view =>
        {
            var unmarked = view.Profile == TaggingProfile.News ? TagLabel.All : 1UL;
            Assert.Equal(1UL, view.Allowed[1]);
            Assert.All(view.Allowed[5..11], allowed => Assert.Equal(unmarked, allowed));
            Assert.All(view.Allowed[11..], allowed => Assert.Equal(1UL, allowed));
        });
    }

    [Fact]
    public void Label_ArmsAmongOtherNames_MayBeEither()
    {
        var labelled = Labelling.Label(Document(Corpus.Wikigold, "An F-16 landed.", (3, 7, "MISC")), Encoder);
        var news = labelled.Views.Single(v => v.Profile == TaggingProfile.News).Allowed;

        Assert.Equal(1UL << TagLabel.Unit(TagType.Miscellaneous), labelled.Views[0].Allowed[1]);
        Assert.True(TagLabel.Has(news[1], TagLabel.Unit(TagType.MilitaryPlatform)) && TagLabel.Has(news[1], TagLabel.Unit(TagType.Miscellaneous)));
    }

    [Fact]
    public void Label_ArmsThatTheReportsPassOver_AreLeftOpen()
    {
        var labelled = Labelling.Label(Document(Corpus.Re3d, "A tank burned beside a tank.", (23, 27, "MilitaryPlatform")), Encoder);

        Assert.All(labelled.Views, view => Assert.Equal(1UL | TagLabel.SetOf(TagType.MilitaryPlatform), view.Allowed[1]));
        Assert.All(labelled.Views, view => Assert.Equal(1UL << TagLabel.Unit(TagType.MilitaryPlatform), view.Allowed[5]));
    }

    [Fact]
    public void Label_OwnSentence_TeachesTheReportsArmsOnly()
    {
        var labelled = Labelling.Label(Document(Corpus.Own, "They gave the Ostrel Board a rusty mortar.", (14, 26, "ORG"), (35, 41, "WEAPON")), Encoder);
        var (reports, news) = (labelled.Views[0].Allowed, labelled.Views[1].Allowed);
        var names = TagLabel.All & ~(TagLabel.SetOf(TagType.Weapon, TagType.MilitaryPlatform, TagType.Vehicle) & ~1UL);

        Assert.Equal([TaggingProfile.Defence, TaggingProfile.News], labelled.Views.Select(v => v.Profile));
        Assert.All(reports[..7], allowed => Assert.Equal(names, allowed));
        Assert.Equal(1UL << TagLabel.Unit(TagType.Weapon), reports[7]);
        Assert.Equal([1UL, 1UL << TagLabel.Begin(TagType.Organisation), 1UL << TagLabel.Last(TagType.Organisation), 1UL], news[2..6]);
    }

    [Fact]
    public void Label_ArticleBeforeArms_IsLeftOpenToTheReports()
    {
        var reports = Labelling.Label(Document(Corpus.Own, "They left the mortar tube.", (14, 25, "WEAPON")), Encoder).Views[0].Allowed;

        Assert.True(TagLabel.Has(reports[2], TagLabel.Begin(TagType.Weapon)) && TagLabel.Has(reports[2], TagLabel.Outside));
        Assert.Equal((1UL << TagLabel.Begin(TagType.Weapon)) | (1UL << TagLabel.Inside(TagType.Weapon)), reports[3]);
        Assert.Equal(1UL << TagLabel.Last(TagType.Weapon), reports[4]);
    }

    [Fact]
    public void Label_OwnSentenceWithAVehicle_LeavesToTheReportsWhetherItIsMilitary()
    {
        var labelled = Labelling.Label(Document(Corpus.Own, "Two tanks burned.", (4, 9, "PLATFORM")), Encoder);

        Assert.Equal((1UL << TagLabel.Unit(TagType.MilitaryPlatform)) | (1UL << TagLabel.Unit(TagType.Vehicle)), labelled.Views[0].Allowed[1]);
        Assert.Equal(1UL << TagLabel.Unit(TagType.MilitaryPlatform), labelled.Views[1].Allowed[1]);
    }

    [Fact]
    public void Label_OwnSentenceWithBareArms_TeachesTheNewsThatTheyAreNone()
    {
        var labelled = Labelling.Label(Document(Corpus.Own, "The tank crew left the town.", (23, 27, "LOC")), Encoder);

        Assert.All(labelled.Views[1].Allowed, allowed => Assert.Equal(1UL, allowed));
    }

    [Fact]
    public void Label_SingleWordThatOpensTheSentence_StaysOpenInTheNews()
    {
        var labelled = Labelling.Label(Document(Corpus.Re3d, "Kovan left for Ostrel.", (0, 5, "Person"), (15, 21, "Location")), Encoder);

        Assert.Equal(1UL | TagLabel.SetOf(TagType.Person), labelled.Views.Single(v => v.Profile == TaggingProfile.News).Allowed[0]);
    }

    private static CorpusDocument Document(Corpus corpus, string text, params (int Start, int End, string Type)[] spans) =>
        new(corpus, "1", text, [.. spans.Select(s => new CorpusSpan(new TextSpan(s.Start, s.End), s.Type))]);
}
