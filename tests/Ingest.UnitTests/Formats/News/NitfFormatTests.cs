using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Nitf;

namespace Truceline.Ingest.UnitTests.Formats.News;

public class NitfFormatTests
{
    private static readonly NitfFormat Format = new();

    private const string Article = """
        <?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf-3-3.dtd" [<!ENTITY x "y">]>
        <nitf uno="U1"><head><title>Head</title><docdata management-status="canceled"><doc-id regsrc="EXW" id-string="EXW.42"/><urgency ed-urg="4"/>
        <date.issue norm="20181017T120500Z"/><key-list><keyword key="roads"/><keyword key="convoy"/></key-list></docdata>
        <pubdata name="The Example"/><revision-history norm="20181017T130000+0300"/></head>
        <body xml:lang="en"><body.head><hedline><hl1>Two roads
          open</hl1><hl2>Convoy</hl2></hedline><byline>By <person>Omar Example</person><byttl>Staff</byttl></byline><distributor><org>Example Wire</org></distributor>
        <dateline><location>LATAKIA, Syria</location> <story.date norm="20181016">Oct. 16</story.date></dateline><abstract><p>In short.</p></abstract></body.head>
        <body.content><p>The road <a href="x">opened</a> on
          Wednesday &amp; stays.</p><media><media-reference source="a"/><media-caption>A caption.</media-caption></media><table><tr><td>a</td><td>b</td></tr></table></body.content></body></nitf>
        """;

    [Fact]
    public async Task ReadAsync_WholeArticle_ReadsEveryField()
    {
        var content = await Reads.OneAsync(Format, Article);

        Assert.Equal("The road opened on Wednesday & stays.\n\nA caption.\n\na\tb", content.Text.Text);
        Assert.Equal(("Two roads open", "In short.", "Example Wire", "LATAKIA, Syria", "en"), (content.Title, content.Summary, content.Agency, content.DatelinePlace, content.Language));
        Assert.Equal(("2018-10-17T12:05:00Z", "2018-10-17T13:00:00+03:00"), (content.Published, content.Updated));
        Assert.Equal(("EXW.42", "The Example", true), (content.ExternalId, content.Outlet, content.Withdrawn));
        Assert.Equal(["Omar Example"], content.Bylines);
        Assert.Equal(("4", "roads\nconvoy", "Convoy"), (content.Fields["urgency"], content.Fields["keyword"], content.Fields["hl2"]));
    }

    [Fact]
    public async Task ReadAsync_MarkedUpText_MapsBackToTheDocument()
    {
        var content = await Reads.OneAsync(Format, Article);

        Assert.Equal("Wednesday &amp; stays", Reads.OriginalOf(content.Text, "Wednesday & stays", Article));
        Assert.Equal("opened", Reads.OriginalOf(content.Text, "opened", Article));
    }

    [Theory]
    [InlineData("By Nadia Example, <byttl>Staff Reporter</byttl>", "Nadia Example")]
    [InlineData("<byttl>Sports Desk</byttl>", "Sports Desk")]
    [InlineData("BY: <person>A. One</person> and <person>B. Two</person>", "A. One", "B. Two")]
    public async Task ReadAsync_Byline_GivesAuthors(string byline, params string[] authors)
    {
        var content = await Reads.OneAsync(Format, $"<nitf><body><body.head><byline>{byline}</byline></body.head><body.content>x</body.content></body></nitf>");

        Assert.Equal(authors, content.Bylines);
    }

    [Theory]
    [InlineData("MOSCOW, Monday (Example)", "MOSCOW")]
    [InlineData("AIN ISSA, Syria, Oct 2 (Example)", "AIN ISSA, Syria")]
    [InlineData("SOCHI, Russia -", "SOCHI, Russia")]
    public void PlaceIn_Dateline_LeavesOutDayAndAgency(string dateline, string place) => Assert.Equal(place, NitfArticle.PlaceIn(dateline));

    [Theory]
    [InlineData("<nitf/>", FormatMatch.Certain)]
    [InlineData("<?xml version='1.0'?>\n<!-- a > b -->\n<!DOCTYPE nitf [<!ENTITY a \"b\">]>\n<n:nitf xmlns:n='x'>", FormatMatch.Certain)]
    [InlineData("<html><nitf/></html>", FormatMatch.None)]
    internal void Match_ByRoot(string document, FormatMatch match) => Assert.Equal(match, Reads.Match(Format, document));
}
