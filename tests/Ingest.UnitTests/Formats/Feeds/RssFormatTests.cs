using System.Text;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.UnitTests.Formats.Feeds;

public sealed class RssFormatTests
{
    private const string Item = "<item><title>Bridge closed</title><link>https://a.example/1</link></item>";

    [Fact]
    public async Task Read_Rss20_EveryFieldIsTaken()
    {
        var read = await FeedReading.OfAsync("""
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel>
                <title>Valley Post</title><link>https://valley.example/</link><language>en_us</language>
                <item>
                  <title>Bridge &amp; road closed</title>
                  <link>https://valley.example/7</link>
                  <guid isPermaLink="false">v-7</guid>
                  <pubDate>Tue, 05 Mar 2024 09:15:00 EST</pubDate>
                  <dc:creator>Ada Lind</dc:creator><dc:creator>Bo Quist</dc:creator>
                  <description>Both were closed.</description>
                  <content:encoded><![CDATA[<p>Both were closed.</p><p>For a week.</p>]]></content:encoded>
                </item>
              </channel>
            </rss>
            """);

        Assert.Equal("rss", read.Format);
        Assert.Null(read.Fault);
        Assert.Equal("/rss/channel/item[1]", Assert.Single(read.Items).Path);
        var report = Assert.Single(read.Reports);
        Assert.Equal("Bridge & road closed", report.Title);
        Assert.Equal("https://valley.example/7", report.Url);
        Assert.Equal("v-7", report.ExternalId);
        Assert.Equal("2024-03-05T09:15:00-05:00", report.Published);
        Assert.Equal(["Ada Lind", "Bo Quist"], report.Bylines);
        Assert.Equal("Valley Post", report.Outlet);
        Assert.Equal("en-us", report.Language);
        Assert.Equal("Both were closed.", report.Summary);
        Assert.Contains("For a week.", report.Text.Text, StringComparison.Ordinal);
        Assert.DoesNotContain('<', report.Text.Text);
    }

    [Theory]
    [InlineData("<rss version=\"0.91\"><channel><title>T</title>", "</channel></rss>", "/rss/channel/item[1]")]
    [InlineData("<rss><channel><title>T</title></channel>", "</rss>", "/rss/item[1]")]
    [InlineData("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://purl.org/rss/1.0/\"><channel><title>T</title></channel>", "</rdf:RDF>", "/rdf:RDF/item[1]")]
    [InlineData("<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns=\"http://my.netscape.com/rdf/simple/0.9/\"><channel><title>T</title></channel>", "</rdf:RDF>", "/rdf:RDF/item[1]")]
    [InlineData("<channel><title>T</title>", "</channel>", "/channel/item[1]")]
    [InlineData("<RSS><CHANNEL><TITLE>T</TITLE>", "</CHANNEL></RSS>", "/RSS/CHANNEL/item[1]")]
    public async Task Read_EveryVersion_ItemIsFound(string before, string after, string path)
    {
        var read = await FeedReading.OfAsync(before + Item + after);

        Assert.Null(read.Fault);
        Assert.Equal(path, Assert.Single(read.Items).Path);
        Assert.Equal("Bridge closed", read.Reports[0].Title);
        Assert.Equal("T", read.Reports[0].Outlet);
    }

    [Fact]
    public async Task Read_ChannelTitleBehindItems_IsTheOutlet() =>
        Assert.Equal("Late", (await FeedReading.OfAsync($"<rss><channel>{Item}<title>Late</title></channel></rss>")).Reports[0].Outlet);

    [Fact]
    public async Task Read_PrefixesNotDeclared_AreKnownByCustom()
    {
        var read = await FeedReading.OfAsync(
            "<rss><channel><item><dc:title>One</dc:title><dc:creator>Ada</dc:creator><dc:date>2024-03-05</dc:date><content:encoded>Body</content:encoded></item></channel></rss>");

        var report = Assert.Single(read.Reports);
        Assert.Equal(("One", "Ada", "2024-03-05", "Body"), (report.Title, report.Bylines[0], report.Published, report.Text.Text));
    }

    [Fact]
    public async Task Read_OtherPrefixForAKnownNamespace_IsTheSame() =>
        Assert.Equal("Body", (await FeedReading.OfAsync(
            "<rss xmlns:x='http://purl.org/rss/1.0/modules/content'><channel><item><x:encoded>Body</x:encoded></item></channel></rss>")).Reports[0].Text.Text);

    [Fact]
    public async Task Read_EntitiesOfHtmlAndBareAmpersands_AreCharacters()
    {
        var read = await FeedReading.OfAsync("<rss><channel><item><title>Caf&eacute; R&D &nbsp;&#8211; a &unknown; &#150; ?a=1&copy=2</title></item></channel></rss>");

        Assert.Equal("Café R&D – a &unknown; – ?a=1&copy=2", read.Reports[0].Title);
    }

    [Fact]
    public async Task Read_ErrorMessageBeforeTheRoot_IsPassedOver() =>
        Assert.Single((await FeedReading.OfAsync($"<br />\n<b>Warning</b>: late in <b>x</b><br />\n<?xml version=\"1.0\"?><rss><channel>{Item}</channel></rss>")).Reports);

    [Fact]
    public async Task Read_ItemsNotClosed_EachIsRead()
    {
        var read = await FeedReading.OfAsync("<rss><channel><item><title>One</title><item><title>Two</titel><description>x</description></channel></rss>");

        Assert.Null(read.Fault);
        Assert.Equal(["One", "Two"], read.Reports.Select(r => r.Title));
    }

    [Fact]
    public async Task Read_FieldsNotClosed_EndWhereTheNextBegins()
    {
        var read = await FeedReading.OfAsync("<rss><channel><title>Feed<item><title>One<link>https://a.example/1<guid>g</guid></height><pubDate>2024-03-05</pubDate></item></channel></rss>");

        var report = Assert.Single(read.Reports);
        Assert.Equal(("Feed", "One", "https://a.example/1", "g", "2024-03-05"), (report.Outlet, report.Title, report.Url, report.ExternalId, report.Published));
    }

    [Fact]
    public async Task Read_EmptyItemWithinAnItem_IsPassedOver()
    {
        var read = await FeedReading.OfAsync("<rss><channel><item><title>One</title><item /><link>https://a.example/1</link></item></channel></rss>");

        Assert.Equal("https://a.example/1", Assert.IsType<ReportItem>(Assert.Single(read.Items)).Content.Url);
    }

    [Fact]
    public async Task Read_AddressReplacedByAProxy_IsTheOriginal() =>
        Assert.Equal("https://a.example/1", (await FeedReading.OfAsync(
            "<rss><channel><item><title>T</title><link>https://proxy.example/~3/x</link><feedburner:origLink>https://a.example/1</feedburner:origLink></item></channel></rss>")).Reports[0].Url);

    [Fact]
    public async Task Read_MarkupNotEscaped_IsTheText()
    {
        var read = await FeedReading.OfAsync("<rss><channel><item><description><p>One <b>two</b><br>three<p>four & five</description></item></channel></rss>");

        Assert.Equal("One two", read.Reports[0].Text.Text.Split('\n')[0]);
        Assert.Contains("three", read.Reports[0].Text.Text, StringComparison.Ordinal);
        Assert.EndsWith("four & five", read.Reports[0].Text.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<rss xml:base='https://b.example/x/'>", "y", "", "https://b.example/x/y")]
    [InlineData("<rss>", "/y", "https://u.example/feed", "https://u.example/y")]
    [InlineData("<rss>", "/y", "", "https://c.example/y")]
    [InlineData("<rss>", "//d.example/y", "https://u.example/feed", "https://d.example/y")]
    [InlineData("<rss>", "javascript:alert(1)", "", "")]
    [InlineData("<rss>", "at://did:plc:1", "", "")]
    public async Task Read_Link_IsAbsoluteOrLeftOut(string root, string link, string url, string expected)
    {
        var read = await FeedReading.OfAsync($"{root}<channel><link>https://c.example/</link><item><title>T</title><link>{link}</link></item></channel></rss>", url);

        Assert.Equal(expected, read.Reports[0].Url);
    }

    [Theory]
    [InlineData("<guid>https://g.example/1</guid>", "https://g.example/1")]
    [InlineData("<guid isPermaLink='false'>https://g.example/1</guid>", "")]
    [InlineData("<guid>tag-1</guid>", "")]
    public async Task Read_NoLink_GuidIsOneWhenItMayBe(string id, string expected)
    {
        var report = (await FeedReading.OfAsync($"<rss><channel><item><title>T</title>{id}</item></channel></rss>")).Reports[0];

        Assert.Equal(expected, report.Url);
        Assert.NotEmpty(report.ExternalId);
    }

    [Fact]
    public async Task Read_SourceOfAnItem_IsItsOutlet() =>
        Assert.Equal("Hill Agency", (await FeedReading.OfAsync(
            "<rss><channel><title>Gathered</title><item><title>T</title><source url='https://h.example'>Hill Agency</source></item></channel></rss>")).Reports[0].Outlet);

    [Theory]
    [InlineData("<rss><channel><item><title>One</title></item><item><title>Tw", 1)]
    [InlineData("<rss><channel><item><title>One</title></item><item><title>Two</title></item", 1)]
    [InlineData("<rss><channel><item><title>One</title></item></channel>", 1)]
    [InlineData("<rss><channel><item><title>One</title></item><!-- ", 1)]
    [InlineData("<rss><channel><item><description><![CDATA[One", 0)]
    public async Task Read_Truncated_KeepsWhatCameBeforeThenRefuses(string feed, int reports)
    {
        var read = await FeedReading.OfAsync(feed);

        Assert.Equal(reports, read.Reports.Count);
        Assert.Equal("TRUNCATED", read.Fault!.Reason);
        Assert.StartsWith("line 1, column ", read.Fault.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_WhatHasNoPlaceOfItsOwn_IsAmongTheFields()
    {
        var report = (await FeedReading.OfAsync(
            "<rss><channel><item><title>T</title><category>War</category><dc:subject>North</dc:subject><enclosure url='https://a.example/p.jpg'/><pubDate>soon</pubDate></item></channel></rss>"))
            .Reports[0];

        Assert.Equal(("War\nNorth", "https://a.example/p.jpg", "soon", ""), (report.Fields["category"], report.Fields["enclosure"], report.Fields["published"], report.Published));
    }

    [Fact]
    public async Task Read_TitleAlone_IsTheTextAndLeadsBack()
    {
        var read = await FeedReading.OfAsync("<rss><channel><item><title>R&amp;D here</title></item></channel></rss>");

        Assert.Equal("R&amp;D", read.Original(0, "R&D"));
    }

    [Fact]
    public async Task Read_ItemWithoutTitleAndText_IsAFaultAndTheRestGoesOn()
    {
        var read = await FeedReading.OfAsync($"<rss><channel><item><link>https://a.example</link></item>{Item}</channel></rss>");

        var fault = Assert.IsType<FaultItem>(read.Items[0]);
        Assert.Equal(("/rss/channel/item[1]", "NO_TEXT"), (fault.Path, fault.Violations[0].Reason));
        Assert.Single(read.Reports);
    }

    [Fact]
    public async Task Read_ItemTooLong_IsAFaultAndTheRestGoesOn()
    {
        var read = await FeedReading.OfAsync(
            $"<rss><channel><item><title>{new string('a', 5000)}</title></item>{Item}</channel></rss>", limits: new DocumentLimits { ItemCharacters = 4096 });

        Assert.Equal("TOO_LARGE", Assert.IsType<FaultItem>(read.Items[0]).Violations[0].Reason);
        Assert.Single(read.Reports);
    }

    [Theory]
    [InlineData("<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">")]
    [InlineData("<!ENTITY b SYSTEM \"file:///etc/hostname\">")]
    [InlineData("<!ENTITY % b PUBLIC \"x\" \"https://x.example/x.dtd\">")]
    public async Task Read_EntitiesThatGrowOrReachElsewhere_AreRefusedWithTheirPlace(string declarations)
    {
        var read = await FeedReading.OfAsync($"<!DOCTYPE rss [\n{declarations}]><rss><channel><item><title>&b;&b; x</title></item></channel></rss>");

        Assert.Empty(read.Items);
        Assert.Equal("ENTITIES", read.Fault!.Reason);
        Assert.StartsWith("line 2, column ", read.Fault.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_AnEntityThatIsAWord_IsNotExpanded() =>
        Assert.Equal("&e; x", (await FeedReading.OfAsync(
            "<!DOCTYPE rss [<!ENTITY e \"word\">]><rss><channel><item><title>&e; x</title></item></channel></rss>")).Reports[0].Title);

    [Fact]
    public async Task Read_NestedTooDeep_IsRefusedWithItsPlace()
    {
        var read = await FeedReading.OfAsync($"<rss><channel>{Item}<item>{string.Concat(Enumerable.Repeat("<a>", 10_000))}");

        Assert.Single(read.Reports);
        Assert.Equal("TOO_DEEP", read.Fault!.Reason);
    }

    [Fact]
    public async Task Read_DeclaredEncoding_IsUsed()
    {
        var bytes = Encoding.Latin1.GetBytes("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><title>Señor Müller à Orléans</title></item></channel></rss>");

        Assert.Equal("Señor Müller à Orléans", (await FeedReading.OfAsync(bytes)).Reports[0].Title);
    }

    [Fact]
    public async Task Read_ControlCharacters_AreLeftOut() =>
        Assert.Equal("abcd", (await FeedReading.OfAsync("<rss><channel><item><title>ab\u0008c&#0;&#1;d</title></item></channel></rss>")).Reports[0].Title.Replace("\uFFFD", "", StringComparison.Ordinal));
}
