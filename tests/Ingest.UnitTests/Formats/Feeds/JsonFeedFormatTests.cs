using Truceline.Ingest.Documents;

namespace Truceline.Ingest.UnitTests.Formats.Feeds;

public sealed class JsonFeedFormatTests
{
    private const string Version = "\"version\":\"https://jsonfeed.org/version/1.1\"";

    [Fact]
    public async Task Read_Item_EveryFieldIsTaken()
    {
        var read = await FeedReading.OfAsync($$"""
            {{{Version}}, "items": [{"id": "7", "url": "/7", "title": "Pier \"A\" closed", "content_html": "<p>Caf\u00e9 &amp; pier.<\/p>", "summary": "Closed",
              "date_published": "2024-03-05T10:00:00+02:00", "date_modified": "2024-03-06"}],
              "title": "Harbour", "home_page_url": "https://h.example/", "language": "en", "authors": [{"name": "Desk"}]}
            """);

        Assert.Equal("json-feed", read.Format);
        Assert.Null(read.Fault);
        Assert.Equal("/items/0", Assert.Single(read.Items).Path);
        var report = read.Reports[0];
        Assert.Equal(("Pier \"A\" closed", "Café & pier.", "Closed"), (report.Title, report.Text.Text, report.Summary));
        Assert.Equal(("https://h.example/7", "7", "Harbour", "en"), (report.Url, report.ExternalId, report.Outlet, report.Language));
        Assert.Equal(("2024-03-05T10:00:00+02:00", "2024-03-06"), (report.Published, report.Updated));
        Assert.Equal(["Desk"], report.Bylines);
    }

    [Fact]
    public async Task Read_WrongTypes_AreForgiven()
    {
        var read = await FeedReading.OfAsync($$"""{{{Version}},"items":[{"id":12,"title":{"x":1},"content_text":"Text","author":"Ada"}, 5, {"content_text":"Last"},],}""");

        Assert.Null(read.Fault);
        Assert.Equal(("12", "Text", "Ada"), (read.Reports[0].ExternalId, read.Reports[0].Text.Text, read.Reports[0].Bylines[0]));
        Assert.Equal(("/items/1", "WRONG_TYPE"), (read.Items[1].Path, Assert.IsType<FaultItem>(read.Items[1]).Violations[0].Reason));
        Assert.Equal("Last", read.Reports[1].Text.Text);
    }

    [Theory]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"T\",\"items\":[{\"title\":\"One\"},{\"title\":\"Tw", "TRUNCATED")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"T\",\"items\":[{\"title\":\"One\"}]", "TRUNCATED")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"title\":\"T\",\"items\":[{\"title\":\"One\"}, oops]}", "MALFORMED")]
    public async Task Read_Broken_KeepsWhatCameBeforeThenRefuses(string feed, string reason)
    {
        var read = await FeedReading.OfAsync(feed);

        Assert.Equal("One", Assert.Single(read.Reports).Title);
        Assert.Equal("T", read.Reports[0].Outlet);
        Assert.Equal(reason, read.Fault!.Reason);
        Assert.StartsWith("line 1, column ", read.Fault.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_NestedTooDeep_IsRefused()
    {
        var read = await FeedReading.OfAsync($"{{{Version},\"items\":[{{\"title\":\"One\"}},{{\"a\":{new string('[', 10_000)}");

        Assert.Single(read.Reports);
        Assert.Equal("TOO_DEEP", read.Fault!.Reason);
    }

    [Fact]
    public async Task Read_ItemTooLong_IsAFaultAndTheRestGoesOn()
    {
        var read = await FeedReading.OfAsync(
            $"{{{Version},\"items\":[{{\"title\":\"{new string('a', 5000)}\"}},{{\"title\":\"Two\"}}]}}", limits: new DocumentLimits { ItemCharacters = 4096 });

        Assert.Equal("TOO_LARGE", Assert.IsType<FaultItem>(read.Items[0]).Violations[0].Reason);
        Assert.Equal("Two", Assert.Single(read.Reports).Title);
    }
}
