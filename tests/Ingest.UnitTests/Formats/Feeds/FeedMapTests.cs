using Truceline.Ingest.Documents;
using Truceline.Ingest.Formats.Feeds.Markup;

namespace Truceline.Ingest.UnitTests.Formats.Feeds;

/// <summary>A report's text leads back to the characters of its feed, through both decodings.</summary>
public sealed class FeedMapTests
{
    [Theory]
    [InlineData("<description>Plain words here</description>", "words", "words")]
    [InlineData("<description>Plain words &amp; more</description>", "words & more", "words &amp; more")]
    [InlineData("<description>&lt;p&gt;At the caf&amp;eacute; today&lt;/p&gt;</description>", "café", "caf&amp;eacute;")]
    [InlineData("<description>&lt;p&gt;At the caf&amp;eacute; today&lt;/p&gt;</description>", "today", "today")]
    [InlineData("<description>&lt;b&gt;x&lt;/b&gt; 5 &amp;lt; 6</description>", "5 < 6", "5 &amp;lt; 6")]
    [InlineData("<content:encoded><![CDATA[<p>At the caf&eacute; today</p>]]></content:encoded>", "café", "caf&eacute;")]
    [InlineData("<content:encoded>Before <![CDATA[<b>within</b>]]> after</content:encoded>", "within after", "within</b>]]> after")]
    [InlineData("<description>ab\u0008cd ef</description>", "abcd", "ab\u0008cd")]
    [InlineData("<description><p>One</p><p>two &amp; three</p></description>", "two & three", "two &amp; three")]
    public async Task Locate_RssText_IsTheRawCharacters(string element, string piece, string original)
    {
        var read = await FeedReading.OfAsync($"<rss><channel><item><title>T</title>{element}</item></channel></rss>");

        Assert.Equal(original, read.Original(0, piece));
    }

    [Fact]
    public async Task Locate_XhtmlWithRelativeLinks_IsTheRawCharacters()
    {
        var read = await FeedReading.OfAsync("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/"><entry><content type="xhtml"><div>See <a href="map">four trucks</a> &amp; a crane</div></content></entry></feed>
            """);

        Assert.Equal("four trucks</a> &amp; a crane", read.Original(0, "four trucks & a crane"));
    }

    [Theory]
    [InlineData("Caf\\u00e9 here", "Café", "Caf\\u00e9")]
    [InlineData("One\\ntwo \\\"three\\\"", "two \"three\"", "two \\\"three\\\"")]
    [InlineData("Smile \\ud83d\\ude00 now", "now", "now")]
    [InlineData("Ünïcode ☂ then", "then", "then")]
    public async Task Locate_JsonText_IsTheRawCharacters(string json, string piece, string original)
    {
        var read = await FeedReading.OfAsync($"{{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"Tëst 😀\",\"items\":[{{\"content_text\":\"äö\"}},{{\"content_text\":\"{json}\"}}]}}");

        Assert.Equal(original, read.Original(1, piece));
    }

    [Fact]
    public void Through_RunsThatOverlapInPart_KeepWhatIsExact()
    {
        var inner = new TextMap([new MapRun(0, 4, 10, 4), new MapRun(4, 1, 14, 5), new MapRun(5, 4, 19, 4)]);
        var outer = new TextMap([new MapRun(0, 6, 2, 6), new MapRun(6, 1, 3, 2)]);

        var map = TextMaps.Through(outer, inner);

        Assert.Equal([new MapRun(0, 2, 12, 2), new MapRun(2, 1, 14, 5), new MapRun(3, 3, 19, 3), new MapRun(6, 1, 13, 6)], map.Runs);
    }
}
