using CsCheck;
using Truceline.Entity.Reading;
using Truceline.Entity.Reading.Header;

namespace Truceline.Entity.UnitTests.Header;

public sealed class HeaderReaderTests
{
    private static readonly DateTimeOffset Received = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Geneva (Switzerland), Feb 3 (AFP) The envoy said the truce held.", "Geneva", "AFP", "2026-02-03")]
    [InlineData("ADEN, Yemen, Dec 18, 2018 (Reuters) - Clashes broke out near the port.", "ADEN", "Reuters", "2018-12-18")]
    [InlineData("KHARTOUM, 15 April (Xinhua) -- Fighting went on in the capital.", "KHARTOUM", "Xinhua", "2025-04-15")]
    [InlineData("BEIRUT (AP) — Shells hit the village, the army said.", "BEIRUT", "AP", null)]
    [InlineData("TRIPOLI — Rival forces agreed to pull back.", "TRIPOLI", null, null)]
    [InlineData("Rebels pull back\nBy Ann Orr\nBEIRUT/GENEVA (Reuters) - Rebels pulled back.", "BEIRUT", "Reuters", null)]
    [InlineData("The army said (on Monday) that it was over.", null, null, null)]
    [InlineData("Fighting - the worst in years - went on.", null, null, null)]
    public void Read_Dateline_IsTaken(string text, string? place, string? agency, string? date)
    {
        var header = HeaderReader.Read(text, new ReadingContext(null, Received));
        Assert.Equal(place, header.DatelinePlace?.Of(text));
        Assert.Equal(agency, header.Agency);
        Assert.Equal(date is null ? null : DateOnly.Parse(date, null), header.DatelineDate);
    }

    [Theory]
    [InlineData("By Dec. 31 all foreign fighters must leave, the mission said on Monday.")]
    [InlineData("On Monday, November 9, both armies stopped.")]
    [InlineData("By 15 October the strip is to be empty. Yesterday two died.")]
    [InlineData("On 15 September two died. Yesterday one.")]
    [InlineData("From 3 May the crossing stays shut.")]
    [InlineData("Since March 3 - the day of the pact - it was calm.")]
    [InlineData("In August 14 people died.")]
    [InlineData("Until June 2, 2019 the road is closed.")]
    [InlineData("Starting 4 July: patrols on the ridge.")]
    [InlineData("Update, Sept. 14 - two shells fell.")]
    [InlineData("Friday, Sept. 14 - two shells fell.")]
    [InlineData("Monday — two shells fell.")]
    [InlineData("Syria, Sept 14 people said, was calm.")]
    [InlineData("Kherson November 11 was retaken.")]
    public void Read_SentenceThatBeginsWithADate_HasNoDateline(string text)
    {
        var published = new DateOnly(2020, 11, 10);
        var header = HeaderReader.Read(text, new ReadingContext(published, Received));
        Assert.Null(header.DatelinePlace);
        Assert.Null(header.DatelineDate);
        Assert.Equal(published, header.Reference);
    }

    [Theory]
    [InlineData("THE HAGUE, 5 May - Judges sat.", "THE HAGUE", "2019-05-05")]
    [InlineData("NEAR GOMA, Congo, 5 May (ABC) Rebels left.", "NEAR GOMA", "2019-05-05")]
    [InlineData("Kabul, 5 May 2019\nTwo soldiers died.", "Kabul", "2019-05-05")]
    [InlineData("JUBA, May 5 Soldiers left the town.", "JUBA", "2019-05-05")]
    [InlineData("Sanaa, 5 May 2019. Soldiers left the town.", "Sanaa", "2019-05-05")]
    [InlineData("Seoul, May 5: Soldiers left the post.", "Seoul", "2019-05-05")]
    public void Read_PlaceAndMark_AreADateline(string text, string place, string date)
    {
        var header = HeaderReader.Read(text, new ReadingContext(new DateOnly(2019, 5, 6), Received));
        Assert.Equal(place, header.DatelinePlace?.Of(text));
        Assert.Equal(DateOnly.Parse(date, null), header.DatelineDate);
    }

    [Fact]
    public void Read_DatelineWithWeekdayInLead_TakesTheYearThatFits()
    {
        var header = HeaderReader.Read("Minsk, Sep 5 (ABC) Envoys said Friday that guns fell silent.", new ReadingContext(null, Received));
        Assert.Equal(new DateOnly(2025, 9, 5), header.DatelineDate);
        var earlier = HeaderReader.Read("Minsk, Feb 12 (ABC) Envoys said Thursday that guns fell silent.", new ReadingContext(null, new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(new DateOnly(2015, 2, 12), earlier.DatelineDate);
        Assert.Equal(earlier.DatelineDate, earlier.Reference);
    }

    [Fact]
    public void Read_PublicationSoonAfterDateline_SettlesTheYear()
    {
        var header = HeaderReader.Read("Minsk, Sep 5 (ABC) Envoys met on Monday.", new ReadingContext(new DateOnly(2014, 9, 6), Received));
        Assert.Equal(new DateOnly(2014, 9, 5), header.DatelineDate);
    }

    [Fact]
    public void Read_NoDateline_RefersToPublicationElseReceipt()
    {
        Assert.Equal(new DateOnly(2019, 5, 4), HeaderReader.Read("No dateline here.", new ReadingContext(new DateOnly(2019, 5, 4), Received)).Reference);
        Assert.Equal(new DateOnly(2026, 3, 1), HeaderReader.Read("", new ReadingContext(null, Received)).Reference);
    }

    [Fact]
    public void Read_SyndicationNoticeAndSignature_AreSetApart()
    {
        const string Text = "Goma, Mar 2 (ABC) The rebels left the town. Calm returned. (ABC) KL MN\n(This report comes unedited from a syndicated feed, Daily Lantern Staff did not change it)";
        var header = HeaderReader.Read(Text, new ReadingContext(null, Received));
        Assert.EndsWith("Calm returned.", header.Body.Of(Text), StringComparison.Ordinal);
        Assert.Equal("Daily Lantern", header.Outlet);
        Assert.Equal("ABC", header.Agency);
    }

    [Theory]
    [InlineData("The army said that it was ready to leave the town by the end of the week.", "en")]
    [InlineData("L'armée a dit que les soldats de la force sont dans la ville et que le calme est revenu.", "fr")]
    [InlineData("قال الجيش إن الهدنة صامدة في المدينة", "ar")]
    [InlineData("Перемирие соблюдается, сообщили наблюдатели", "ru")]
    [InlineData("12 34", "und")]
    [InlineData("No drone flew today.", "en")]
    [InlineData("Idlib calm, UN says", "en")]
    [InlineData("More than 30 per cent; over 12 km; nearly 5 km; less than 2 hours.", "en")]
    [InlineData("Position 36 12 08 N 37 08 03 E recorded. Shelling killed two.", "en")]
    [InlineData("De Mistura arrives", "und")]
    [InlineData("CEASEFIRE HOLDS IN THE NORTH OF THE CITY", "en")]
    [InlineData("15 Eylül'de İdlib'de iki sivil öldürüldü.", "tr")]
    [InlineData("Dos civiles murieron en la ciudad.", "es")]
    [InlineData("Zwei Soldaten wurden bei der Stadt von einer Mine getötet.", "de")]
    [InlineData("Due civili sono morti nella città.", "it")]
    [InlineData("Dois civis morreram na cidade e não há trégua.", "pt")]
    [InlineData("Deux civils ont été tués dans le village.", "fr")]
    public void Read_Language_IsGuessed(string text, string expected) =>
        Assert.Equal(expected, HeaderReader.Read(text, new ReadingContext(null, Received)).Language);

    [Theory]
    [InlineData("SANAA, Feb ٣ (Saba) - The guns fell silent.")]
    [InlineData("Feb ٣, 2018\nThe guns fell silent.")]
    [InlineData("Feb 3, 2٠18\nThe guns fell silent.")]
    public void Read_FiguresOfAnotherScript_AreNoDate(string text) =>
        Assert.Null(HeaderReader.Read(text, new ReadingContext(null, Received)).DatelineDate);

    [Fact]
    public void Read_AnyString_KeepsSpansInTheText()
    {
        string[] parts = ["GENEVA", "Geneva", " (AFP)", " -", " — ", ", ", "Feb 30", "Sep 17", "Feb ", "٣", "१२", ", 2018", "Monday", "\n", "(c) 2018 X", ".", "é", "\ud83d", " "];
        Gen.OneOf(Gen.String, Gen.Int[0, parts.Length - 1].Array[0, 12].Select(a => string.Concat(a.Select(i => parts[i])))).Sample(text =>
        {
            var header = HeaderReader.Read(text, new ReadingContext(null, Received));
            Assert.InRange(header.Body.Start, 0, header.Body.End);
            Assert.InRange(header.Body.End, 0, text.Length);
            if (header.DatelinePlace is { } place)
                Assert.True(place.Start >= 0 && place.Length > 0 && place.End <= text.Length);
        });
    }

    [Theory]
    [InlineData("The envoys met and the guns fell silent in the north of the town.", null, true)]
    [InlineData("Les deux armées se sont retirées de la ville et le calme est revenu dans les rues.", null, false)]
    [InlineData("انسحبت القوات من المدينة", null, false)]
    [InlineData("35.5744, 36.7049", null, true)]
    [InlineData("Truce", "fr", false)]
    [InlineData("Truce", "en-GB", true)]
    public void Read_Language_SaysWhetherItIsKnown(string text, string? handedOver, bool expected) =>
        Assert.Equal(expected, HeaderReader.Read(text, new ReadingContext(null, Received, null, handedOver)).LanguageSupported);
}
