using Truceline.Ingest.Documents;

namespace Truceline.Ingest.UnitTests.Formats.Feeds;

public sealed class AtomFormatTests
{
    private static string Feed(string entry, string attributes = "") => $"<feed xmlns=\"http://www.w3.org/2005/Atom\" {attributes}><title>Daily</title>{entry}</feed>";

    [Fact]
    public async Task Read_Entry_EveryFieldIsTaken()
    {
        var read = await FeedReading.OfAsync(Feed("""
            <author><name>Team</name></author>
            <entry>
              <id>urn:d:64</id><title type="html">Report &lt;i&gt;64&lt;/i&gt;</title>
              <link rel="self" href="x"/><link href="64.html"/>
              <published>2024-03-05T18:00:00+02:00</published><updated>2024-03-06T07:00:00+02:00</updated>
              <summary>Quiet.</summary>
              <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Quiet day</p><p>all &amp; all.</p></div></content>
            </entry>
            """, "xml:lang=\"en\" xml:base=\"https://m.example/d/\""));

        Assert.Equal("atom", read.Format);
        Assert.Equal("/feed/entry[1]", Assert.Single(read.Items).Path);
        var report = read.Reports[0];
        Assert.Equal(("Report 64", "urn:d:64"), (report.Title, report.ExternalId[^8..]));
        Assert.Equal("https://m.example/d/64.html", report.Url);
        Assert.Equal(("2024-03-05T18:00:00+02:00", "2024-03-06T07:00:00+02:00"), (report.Published, report.Updated));
        Assert.Equal(("Quiet.", "en", "Daily"), (report.Summary, report.Language, report.Outlet));
        Assert.Equal(["Team"], report.Bylines);
        Assert.StartsWith("Quiet day", report.Text.Text, StringComparison.Ordinal);
        Assert.EndsWith("all & all.", report.Text.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_EntryTakenFromAnotherFeed_HasThatOnesOutletAndAuthors()
    {
        var report = (await FeedReading.OfAsync(Feed("<entry><title>T</title><source><title>Other</title><author><name>Ada</name></author></source></entry>"))).Reports[0];

        Assert.Equal(("Other", "Ada"), (report.Outlet, report.Bylines[0]));
    }

    [Theory]
    [InlineData("<title type='text'>1 &lt; 2 &lt;b&gt;</title>", "1 < 2 <b>")]
    [InlineData("<title type='html'>1 &amp;lt; 2 &lt;b&gt;x&lt;/b&gt;</title>", "1 < 2 x")]
    [InlineData("<title type='xhtml'><div>1 &lt; 2 <b>x</b></div></title>", "1 < 2 x")]
    [InlineData("<title>A &lt;em&gt;stressed&lt;/em&gt; one</title>", "A stressed one")]
    [InlineData("<title mode='base64'>T2xkIG9uZQ==</title>", "Old one")]
    [InlineData("<title type='xhtml'><div>A <b>misnamed</b> end</div></titel>", "A misnamed end")]
    [InlineData("<dc:title xmlns:dc='http://purl.org/dc/elements/1.0/'>Core</dc:title>", "Core")]
    [InlineData("<title type='html'><![CDATA[<b>x</b> &amp; y]]></title>", "x & y")]
    public async Task Read_Title_IsReadByItsType(string title, string expected) =>
        Assert.Equal(expected, (await FeedReading.OfAsync(Feed($"<entry>{title}</entry>"))).Reports[0].Title);

    [Fact]
    public async Task Read_ContentThatIsNoText_LeavesTheSummary() =>
        Assert.Equal("Seen.", (await FeedReading.OfAsync(Feed(
            "<entry><title>T</title><summary>Seen.</summary><content type='image/png'>aGVsbG8=</content></entry>"))).Reports[0].Text.Text);

    [Fact]
    public async Task Read_OnlyUpdated_IsWhenItWasPublished()
    {
        var report = (await FeedReading.OfAsync(Feed("<entry><title>T</title><updated>2024-03-06T07:00:00Z</updated></entry>"))).Reports[0];

        Assert.Equal(("2024-03-06T07:00:00Z", ""), (report.Published, report.Updated));
    }

    [Fact]
    public async Task Read_XhtmlWithPrefix_HasItsLines()
    {
        var read = await FeedReading.OfAsync(Feed(
            "<entry><content type='xhtml'><h:div><h:p>One</h:p><h:p>two &amp; three</h:p></h:div></content></entry>", "xmlns:h='http://www.w3.org/1999/xhtml'"));

        Assert.Equal(["One", "two & three"], read.Reports[0].Text.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("two &amp; three", read.Original(0, "two & three"));
    }

    [Fact]
    public async Task Read_RootWithPrefix_IsAtom()
    {
        var read = await FeedReading.OfAsync("<a:feed xmlns:a=\"http://www.w3.org/2005/Atom\"><a:entry><a:title>T</a:title></a:entry></a:feed>");

        Assert.Equal(("atom", "/a:feed/a:entry[1]"), (read.Format, Assert.Single(read.Items).Path));
    }

    [Fact]
    public async Task Read_EntryAlone_IsAReport() =>
        Assert.Equal("/entry", Assert.Single((await FeedReading.OfAsync("<entry xmlns='http://www.w3.org/2005/Atom'><title>T</title></entry>")).Items).Path);

    [Fact]
    public async Task Read_NoLinkedText_IsAFault() =>
        Assert.IsType<FaultItem>(Assert.Single((await FeedReading.OfAsync(Feed("<entry><id>1</id></entry>"))).Items));
}
