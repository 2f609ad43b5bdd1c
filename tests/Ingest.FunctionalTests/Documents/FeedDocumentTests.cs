using Google.Api;
using Google.Protobuf;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests.Documents;

public sealed class FeedDocumentTests : IAsyncTest
{
    private readonly ServiceFixture<IngestGrpcService> _service = new();

    private DocumentService.DocumentServiceClient Documents => new(_service.Channel);

    private IngestService.IngestServiceClient Reports => new(_service.Channel);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData("application/rss+xml")]
    [InlineData("text/html; charset=utf-8")]
    [InlineData("")]
    public async Task SubmitDocument_Feed_IsAReportForEachEntryWhateverItsMediaType(string mediaType)
    {
        const string Feed = """
            <rss version="2.0"><channel><title>Valley Post</title>
            <item><title>Bridge closed</title><link>https://valley.example/1</link><guid>v-1</guid><pubDate>Tue, 05 Mar 2024 09:15:00 +0200</pubDate>
            <description>&lt;p&gt;The bridge at the caf&amp;eacute; was closed on Tuesday morning, the council of the valley said.&lt;/p&gt;</description></item>
            <item><title>Road opened again</title><link>https://valley.example/2</link><description>The road to the north was opened again for lorries and buses.</description></item>
            </channel></rss>
            """;

        var answer = await SubmitAsync(Feed, mediaType);
        var report = (await Reports.GetReportAsync(new GetReportRequest { ReportId = answer.Results[0].ReportId })).Report;
        var start = report.Text.IndexOf("café", StringComparison.Ordinal);
        var found = await Documents.LocateSpanAsync(new LocateSpanRequest { ReportId = report.Id, Span = new() { Start = start, End = start + 4 } });

        Assert.Equal([ItemOutcome.Accepted, ItemOutcome.Accepted], answer.Results.Select(r => r.Outcome));
        Assert.Equal(["/rss/channel/item[1]", "/rss/channel/item[2]"], answer.Results.Select(r => r.ItemPath));
        Assert.Equal(("rss-2.0", "Valley Post", "v-1", "https://valley.example/1"), (report.Format, report.Origin.Outlet, report.ExternalId, report.Url));
        Assert.Equal(("2024-03-05T09:15:00+02:00", "Bridge closed"), (report.Published, report.Title));
        Assert.Equal(("café", "caf&amp;eacute;"), (found.Quote, Feed[(int)found.Original.Start..(int)found.Original.End]));
    }

    [Fact]
    public async Task SubmitDocument_FeedThatIsCutShort_KeepsTheEntriesBeforeAndSaysWhere()
    {
        var answer = await SubmitAsync("<rss version=\"2.0\"><channel><item><title>The bridge of the valley was closed</title></item><item><title>Road op", "");

        Assert.Equal("/rss/channel/item[1]", answer.Results[0].ItemPath);
        Assert.Contains("TRUNCATED", answer.ToString(), StringComparison.Ordinal);
    }

    private async Task<SubmitDocumentResponse> SubmitAsync(string content, string mediaType) =>
        await Documents.SubmitDocumentAsync(new SubmitDocumentRequest { Content = new HttpBody { ContentType = mediaType, Data = ByteString.CopyFromUtf8(content) } });
}
