using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Web;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Formats.Web;

public class WebPageFormatTests
{
    private static readonly string Paragraphs = string.Concat(Enumerable.Range(1, 8).Select(i =>
        $"<p>Paragraph {i} of the story tells how both sides withdrew their guns from the line&nbsp;{i}, how observers counted <b>them</b>, and what the vill&aacute;gers saw.</p>\n"));

    private static string Page(string head, string article = "") => $"""
        <!-- made by hand --><!DOCTYPE html>
        <html lang="en-GB"><head>{head}</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">Weather</a></li></ul></nav>
        <article><h1>Guns leave the line</h1>{article}{Paragraphs}</article>
        <aside><h3>More</h3><p><a href="/x">Another story of another day</a></p></aside><footer>Imprint</footer><script>var x = "</p>";</script></body></html>
        """;

    [Fact]
    public async Task Read_APage_GivesItsArticleAndTheWayBack()
    {
        var html = Page("<title>Guns leave the line | The Example</title>");

        var report = await ReadAsync(html);

        Assert.Contains("Paragraph 8 of the story", report.Text.Text, StringComparison.Ordinal);
        Assert.Contains("villágers saw.\n\nParagraph", report.Text.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Weather", report.Text.Text, StringComparison.Ordinal);
        foreach (var words in (string[])["Paragraph 5 of the story", "how observers counted them, and", "villágers"])
        {
            var at = report.Text.Text.IndexOf(words, StringComparison.Ordinal);
            var (start, end) = report.Text.Map.Locate(at, at + words.Length)!.Value;
            Assert.Equal(words, HtmlText.Of(html[start..end]).Text);
        }
    }

    [Fact]
    public async Task Read_LinkedData_CountsMost()
    {
        var report = await ReadAsync(Page("""
            <title>Guns leave - The Example</title><meta property="og:title" content="Other"><link rel="canonical" href="/a/1"><link rel="amphtml" href="https://example.org/amp/1">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],"headline":"Guns &amp; lines","datePublished":"2018-09-17T10:00:00+03:00",
            "dateModified":"2018-09-18T10:00:00Z","author":[{"@type":"Person","name":"Jane Doe"},"John Roe"],"publisher":{"@type":"Organization","name":"The Example"},"dateline":"GENEVA","inLanguage":"en-GB",}]}</script>
            """));

        Assert.Equal("Guns & lines", report.Title);
        Assert.Equal(("2018-09-17T10:00:00+03:00", "2018-09-18T10:00:00Z"), (report.Published, report.Updated));
        Assert.Equal(["Jane Doe", "John Roe"], report.Bylines);
        Assert.Equal(("The Example", "GENEVA", "en-GB", "https://www.example.org/a/1"), (report.Outlet, report.DatelinePlace, report.Language, report.Url));
        Assert.Equal("https://example.org/amp/1", report.Fields["amphtml"]);
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2018-09-17T10:00:00Z'><meta name=author content='Jane Doe'><meta property='og:site_name' content='The Example'>", "")]
    [InlineData("<meta name='DC.date.issued' content='2018-09-17T10:00:00Z'><meta name='DC.creator' content='Jane Doe'><meta name='DC.publisher' content='The Example'>", "")]
    [InlineData("<meta name='parsely-pub-date' content='2018-09-17T10:00:00Z'><meta name='parsely-author' content='Jane Doe'><meta property='og:site_name' content='The Example'>", "")]
    [InlineData("<meta name='application-name' content='The Example'>", "<p class=by>By <a rel=author href=/j>Jane Doe</a> <time datetime='2018-09-17T10:00:00Z'>Monday</time></p>")]
    [InlineData("<meta name='publisher' content='The Example'><script type='application/ld+json'>{broken</script>", "<span itemprop=author><span itemprop=name>Jane Doe</span></span><span itemprop=datePublished content='2018-09-17T10:00:00Z'></span>")]
    public async Task Read_OtherMetadata_IsFound(string head, string article)
    {
        var report = await ReadAsync(Page(head, article));

        Assert.Equal(("Guns leave the line", "2018-09-17T10:00:00Z", "Jane Doe", "The Example", "en-GB"), (report.Title, report.Published, report.Bylines.Single(), report.Outlet, report.Language));
    }

    [Fact]
    public async Task Read_APageWithoutAnArticle_GivesAllThatIsSeen() =>
        Assert.Equal("Two shells fell.", (await ReadAsync("<html><body><div>Two shells fell.</div></body></html>")).Text.Text);

    [Fact]
    public async Task Read_AnEmptyPage_IsAFault()
    {
        var item = Assert.IsType<FaultItem>(Assert.Single(await ItemsAsync("<html><head><title>x</title></head><body><img src=x></body></html>")));

        Assert.Equal("NO_TEXT", item.Violations.Single().Reason);
    }

    [Theory]
    [InlineData("<div>", 10_000, "TOO_DEEP")]
    [InlineData("<b>", 100_000, "TOO_DEEP")]
    public async Task Read_ADeepPage_IsRefused(string tag, int times, string reason)
    {
        var refused = await Assert.ThrowsAsync<DocumentRefusedException>(() => ItemsAsync("<html>" + string.Concat(Enumerable.Repeat(tag, times)) + "text"));

        Assert.Equal(reason, refused.Reason);
    }

    [Theory]
    [InlineData("<font color=1><p>", 1500)]
    [InlineData("<p>word ", 200_000)]
    [InlineData("<table><tr><td>x", 1500)]
    [InlineData("<svg><a>", 900)]
    public async Task Read_ACostlyPage_GivesItsText(string piece, int times) =>
        Assert.NotEmpty(await ItemsAsync("<html><body>" + string.Concat(Enumerable.Repeat(piece, times)) + "shells fell"));

    [Theory]
    [InlineData("<!doctype html><p>x", FormatMatch.Certain)]
    [InlineData("\n <!-- c --> <?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'><HTML>", FormatMatch.Certain)]
    [InlineData("<div class=x>shells</div>", FormatMatch.Likely)]
    [InlineData("<rss><channel><description><html>", FormatMatch.None)]
    [InlineData("<?xml version='1.0'?><nitf><body>", FormatMatch.None)]
    [InlineData("plain text of <html>", FormatMatch.None)]
    [InlineData("", FormatMatch.None)]
    public void Match_TheBeginning_Decides(string text, object match) =>
        Assert.Equal(match, new WebPageFormat().Match(new DocumentHead(default, text, true, new DocumentHints())));

    private static async Task<ReportContent> ReadAsync(string html) => Assert.IsType<ReportItem>(Assert.Single(await ItemsAsync(html))).Content;

    private static async Task<List<DocumentItem>> ItemsAsync(string html)
    {
        var document = DocumentContent.Of(System.Text.Encoding.UTF8.GetBytes(html), new DocumentHints { Url = "https://www.example.org/story" });
        var items = new List<DocumentItem>();
        await foreach (var item in new WebPageFormat().ReadAsync(document, default))
        {
            items.Add(item);
        }

        return items;
    }
}
