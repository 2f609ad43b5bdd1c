using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.NewsMl;

namespace Truceline.Ingest.UnitTests.Formats.News;

public class NewsMlFormatTests
{
    private static readonly NewsMlFormat Format = new();

    private static string Item(string meta, string about, string content = "") => $"""
        <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:example.org:1" version="3" xml:lang="en">
        <rightsInfo><copyrightHolder literal="Example Wire"/></rightsInfo><itemMeta>{meta}</itemMeta><contentMeta>{about}</contentMeta><contentSet>{content}</contentSet></newsItem>
        """;

    [Fact]
    public async Task ReadAsync_NitfInside_ReadsEveryField()
    {
        var content = await Reads.OneAsync(Format, Item(
            """
            <provider qcode="nprov:EXW"/><versionCreated>2019-03-04T12:10:00+03:00</versionCreated><firstCreated>2019-03-04T11:02:00+03:00</firstCreated>
            <embargoed>2019-03-05T00:00:00Z</embargoed><pubStatus qcode="stat:usable"/><edNote>Adds a count.</edNote>
            """,
            """
            <contentCreated>2019-03-04T10:40:00+03:00</contentCreated><contentModified>2019-03-04T12:05:00+03:00</contentModified><infoSource><name>Other Wire</name></infoSource>
            <creator><name>An Office</name></creator><language tag="en-GB"/><language tag="fr" role="langusecode:Subtitle"/>
            <headline> Shelling &quot;kills two&quot;</headline><dateline>ADEN, March 4 (Example Wire)</dateline><description>In short.</description>
            """,
            """
            <inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body><body.head><hedline><hl1>Other</hl1></hedline>
            <byline>By Nadia Example</byline></body.head><body.content><p>Two died.</p><p>A third was hurt.</p></body.content></body></nitf></inlineXML>
            """));

        Assert.Equal("Two died.\n\nA third was hurt.", content.Text.Text);
        Assert.Equal(("Shelling \"kills two\"", "In short.", "EXW", "Other Wire", "ADEN", "en-GB"),
            (content.Title, content.Summary, content.Outlet, content.Agency, content.DatelinePlace, content.Language));
        Assert.Equal(("2019-03-04T11:02:00+03:00", "2019-03-04T12:05:00+03:00"), (content.Published, content.Updated));
        Assert.Equal(["Nadia Example"], content.Bylines);
        Assert.Equal(("2019-03-05T00:00:00Z", "Adds a count.", "3", "en-GB\nfr\nen"), (content.Fields["embargoed"], content.Fields["edNote"], content.Fields["version"], content.Fields["language"]));
        Assert.False(content.Withdrawn);
    }

    [Theory]
    [InlineData("<pubStatus qcode='stat:canceled'/>")]
    [InlineData("<pubStatus uri='http://cv.iptc.org/newscodes/pubstatusg2/withheld'/>")]
    public async Task ReadAsync_NotUsable_IsWithdrawn(string status) =>
        Assert.True((await Reads.OneAsync(Format, Item(status, "<headline>x</headline>"))).Withdrawn);

    [Theory]
    [InlineData("""<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><p>One</p>two</body></html></inlineXML>""", "One\n\ntwo")]
    [InlineData("""<inlineXML><s:sports xmlns:s="x"><s:a>One</s:a><s:b>Two</s:b></s:sports></inlineXML>""", "One\nTwo")]
    [InlineData("""<inlineData contenttype="text/plain"> One &lt; two </inlineData>""", "One < two")]
    [InlineData("""<inlineData contenttype="text/html">&lt;p&gt;One&lt;/p&gt;two</inlineData>""", "One\n\ntwo")]
    [InlineData("""<inlineData contenttype="text/plain" encoding="base64">T25l</inlineData>""", "One")]
    [InlineData("""<inlineData contenttype="image/jpeg" encoding="base64">T25l</inlineData>""", "")]
    [InlineData("""<inlineXML contenttype="application/nitf+xml"><!-- none --></inlineXML><inlineData>Second</inlineData>""", "Second")]
    public async Task ReadAsync_ContentInside_IsRead(string content, string text) =>
        Assert.Equal(text, (await Reads.OneAsync(Format, Item("", "<headline>x</headline>", content))).Text.Text);

    [Fact]
    public async Task ReadAsync_DataWithEntities_MapsBackToTheDocument()
    {
        var document = Item("", "", """<inlineData contenttype="text/html">&lt;p&gt;A &amp;amp; B&lt;/p&gt;</inlineData>""");

        var content = await Reads.OneAsync(Format, document);

        Assert.Equal("A & B", content.Text.Text);
        Assert.Equal("A &amp;amp; B", Reads.OriginalOf(content.Text, "A & B", document));
    }

    [Fact]
    public async Task ReadAsync_PictureWithoutText_IsItsCaption()
    {
        var content = await Reads.OneAsync(Format, Item("", "<description>A patrol.<br/>Near Idlib.</description>", "<remoteContent href='x'/>"));

        Assert.Equal(("A patrol.\nNear Idlib.", ""), (content.Text.Text, content.Summary));
    }

    [Fact]
    public async Task ReadAsync_Message_GivesItemsAndRefusesWhatIsNoNews()
    {
        var items = await Reads.AllAsync(Format, """
            <m:newsMessage xmlns:m="http://iptc.org/std/nar/2006-10-01/"><m:header/><m:itemSet><m:packageItem guid="p"><m:groupSet/></m:packageItem>
            <m:newsItem guid="a"><m:contentMeta><m:headline>A</m:headline></m:contentMeta></m:newsItem><m:newsItem guid="b"/><m:planningItem guid="c"/></m:itemSet></m:newsMessage>
            """);

        Assert.Equal(["/newsMessage/itemSet/newsItem[1]", "/newsMessage/itemSet/newsItem[2]", "/newsMessage/itemSet/planningItem[1]"], items.Select(i => i.Path));
        Assert.Equal(["EMPTY_ITEM", "NOT_NEWS"], items.OfType<FaultItem>().Select(f => Assert.Single(f.Violations).Reason));
    }

    [Theory]
    [InlineData("conceptItem", "concept")]
    [InlineData("knowledgeItem", "knowledge")]
    [InlineData("planningItem", "planning")]
    [InlineData("catalogItem", "catalogue")]
    public async Task ReadAsync_NoNews_IsRefusedWithReason(string root, string word)
    {
        var refusal = await Assert.ThrowsAsync<DocumentRefusedException>(() => Reads.AllAsync(Format, $"<{root}/>"));

        Assert.Equal("NOT_NEWS", refusal.Reason);
        Assert.Contains(word, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<newsItem guid='x'>", FormatMatch.Certain)]
    [InlineData("<contentSet>", FormatMatch.Likely)]
    [InlineData("<rss>", FormatMatch.None)]
    internal void Match_ByRoot(string document, FormatMatch match) => Assert.Equal(match, Reads.Match(Format, document));
}
