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
