using Truceline.Ingest.Documents;
using Truceline.Ingest.Normalising;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Normalising;

public class NormaliserTests
{
    private const string Story = "Shells fell beside the road at dawn, two residents said. The army gave no figures of those who were hurt.";

    [Fact]
    public void Normalise_AnOutletThatIsHandedIn_CountsMoreThanTheFeedsTitle()
    {
        var content = new ReportContent { Text = new MappedText(Story, TextMap.Identity(Story.Length)), Outlet = "RSS - Latest" };

        var (report, _) = Normaliser.Normalise(content, new DocumentHints { Outlet = "Example Times" });

        Assert.Equal(("Example Times", "example times"), (report.Origin.Outlet, report.Origin.Key));
    }

    [Fact]
    public void Normalise_AWireStory_TellsItsOrigin()
    {
        const string Text = $"UPDATE 1-Shells fall 😀\n\nBy Jane Doe\n\nGENEVA, Feb 3, 2024 (Reuters) - {Story}\n\n(Reporting by Jane Doe; Editing by John Roe)\n\n© 2024 Example Times. All rights reserved.";

        var report = Normalise(Text, new DocumentHints { Outlet = "Example Times", Title = "Shells fall - Example Times" });

        Assert.Equal("Example Times", report.Origin.Outlet);
        Assert.Equal("Reuters", report.Origin.Agency);
        Assert.Equal(["Jane Doe"], report.Origin.Bylines);
        Assert.Equal("GENEVA", report.Origin.DatelinePlace);
        Assert.Equal("GENEVA, Feb 3, 2024 (Reuters) -", Quote(Text, report.Origin.Dateline));
        Assert.Equal("reuters", report.Origin.Key);
        Assert.Equal("2024-02-03", report.Published);
        Assert.Equal("en", report.Language);
        Assert.Equal("Shells fall", report.Title);
        Assert.Equal(Text, report.Text);
        Assert.Equal(
            [(BoilerplateKind.Credit, "By Jane Doe"), (BoilerplateKind.Credit, "(Reporting by Jane Doe; Editing by John Roe)"), (BoilerplateKind.Copyright, "© 2024 Example Times. All rights reserved.")],
            report.Boilerplate.Select(b => (b.Kind, Quote(Text, b.Span))));
    }

    [Theory]
    [InlineData("© 2024 AFP", "AFP")]
    [InlineData("Copyright 2024 The Associated Press. All rights reserved.", "AP")]
    [InlineData("Source: Reuters", "Reuters")]
    [InlineData("Источник: РИА Новости", "RIA Novosti")]
    [InlineData("(With inputs from PTI)", "PTI")]
    [InlineData("By The Associated Press", "AP")]
    [InlineData("Associated Press writer Jane Doe contributed to this report.", "AP")]
    [InlineData("المصدر: رويترز", "Reuters")]
    [InlineData("Photo: Jane Doe/AFP", "")]
    [InlineData("The minister told Reuters that talks go on.", "")]
    public void Normalise_ANote_TellsTheAgency(string note, string agency) => Assert.Equal(agency, Normalise($"{Story}\n\n{note}").Origin.Agency);

    [Fact]
    public void Normalise_FieldsOfTheDocument_CountBeforeTheText()
    {
        var content = new ReportContent
        {
            Text = Mapped($"GENEVA, Feb 3 (Reuters) - {Story}"),
            Agency = "Agence France-Presse",
            Bylines = ["Doe, Jane", "admin"],
            DatelinePlace = "Geneva",
            Published = "2024-02-05",
            Language = "en_us",
        };

        var report = Normaliser.Normalise(content, new DocumentHints { Published = "2020-01-01", Language = "fr" }).Report;

        Assert.Equal(("AFP", "Jane Doe", "Geneva", "2024-02-05", "en-US"), (report.Origin.Agency, report.Origin.Bylines.Single(), report.Origin.DatelinePlace, report.Published, report.Language));
    }

    [Theory]
    [InlineData("Truce holds - BBC News", "", "", "Truce holds", "BBC News")]
    [InlineData("Truce holds | The Example", "", "", "Truce holds", "The Example")]
    [InlineData("Truce holds - The Example", "The Example", "", "Truce holds", "The Example")]
    [InlineData("Truce holds - The Example", "", "https://www.theexample.org/a", "Truce holds", "The Example")]
    [InlineData("Truce holds – Reuters", "", "", "Truce holds", "Reuters")]
    [InlineData("Truce holds - officials", "", "", "Truce holds - officials", "")]
    [InlineData("Israel-Gaza war - what we know", "", "", "Israel-Gaza war - what we know", "")]
    [InlineData("Example Times - Truce holds again", "Example Times", "", "Truce holds again", "Example Times")]
    [InlineData("News", "", "", "News", "")]
    [InlineData("Truce holds", "", "https://news.example.org/a", "Truce holds", "news.example.org")]
    public void Normalise_ATitleWithItsOutlet_PartsThem(string title, string outlet, string url, string cleaned, string named)
    {
        var report = Normalise(Story, new DocumentHints { Title = title, Outlet = outlet, Url = url });

        Assert.Equal((cleaned, named), (report.Title, report.Origin.Outlet));
    }

    [Theory]
    [InlineData("Published: 17 September 2018 14:05 GMT\n\n", "", "", "2018-09-17T14:05:00Z")]
    [InlineData("Опубликовано: 17.09.2018\n\n", "", "", "2018-09-17")]
    [InlineData("17 September 2018\n\n", "", "", "2018-09-17")]
    [InlineData("GENEVA, Sept 17 (Reuters) - ", "https://example.org/2018/09/18/a.html", "", "2018-09-17")]
    [InlineData("GENEVA, Dec 31 (Reuters) - ", "https://example.org/2019/01/01/a.html", "", "2018-12-31")]
    [InlineData("GENEVA, Sept 17 (Reuters) - ", "", "", "")]
    [InlineData("GENEVA, Feb 30, 2018 (Reuters) - ", "", "", "")]
    [InlineData("", "https://example.org/2018/09/18/a.html", "", "2018-09-18")]
    [InlineData("", "", "report_20180918.txt", "2018-09-18")]
    [InlineData("", "https://example.org/id/20189918/", "", "")]
    public void Normalise_NothingSaysWhen_TheTextOrAddressDoes(string lead, string url, string file, string published) =>
        Assert.Equal(published, Normalise(lead + Story, new DocumentHints { Url = url, FileName = file }).Published);

    [Theory]
    [InlineData("Reuters", "", "", "The Example", "reuters")]
    [InlineData("", "Jane Doe", "", "The Example", "jane doe / example")]
    [InlineData("", "John Roe|Jane  DOE", "", "", "jane doe; john roe")]
    [InlineData("", "", "The Example", "", "example")]
    [InlineData("", "", "", "A mission", "a mission")]
    [InlineData("", "", "", "", "")]
    public void OriginKey_OfWhatIsKnown_IsAsDocumented(string agency, string bylines, string outlet, string source, string key) =>
        Assert.Equal(key, OriginKey.Of(agency, bylines.Split('|', StringSplitOptions.RemoveEmptyEntries), outlet, source));

    [Fact]
    public void Normalise_AnAgencysOwnSite_IsItsOrigin() =>
        Assert.Equal("tass", Normalise(Story, new DocumentHints { Url = "https://tass.com/world/1" }).Origin.Key);

    [Theory]
    [InlineData(100_000, "A ")]
    [InlineData(100_000, "By A\n")]
    [InlineData(100_000, "© ")]
    [InlineData(100_000, "(Reporting by ")]
    [InlineData(100_000, "\uD83D")]
    [InlineData(100_000, " - ")]
    [InlineData(50_000, "Sept 17, ")]
    public void Normalise_HostileRepetition_Ends(int times, string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, times));

        var report = Normalise(text, new DocumentHints { Title = text[..400], Url = "https://example.org/" + new string('/', 1000) });

        Assert.All(report.Boilerplate, b => Assert.InRange(b.Span.End, b.Span.Start + 1, text.Length));
    }

    private static Report Normalise(string text, DocumentHints? hints = null) =>
        Normaliser.Normalise(new ReportContent { Text = Mapped(text) }, hints ?? new DocumentHints()).Report;

    private static MappedText Mapped(string text) => new(text, TextMap.Identity(text.Length));

    private static string Quote(string text, Truceline.Type.V1.Span span)
    {
        var runes = text.EnumerateRunes().ToList();
        return string.Concat(runes[span.Start..span.End]);
    }
}
