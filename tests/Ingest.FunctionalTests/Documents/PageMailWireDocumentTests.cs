using Google.Api;
using Google.Protobuf;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests.Documents;

public sealed class PageMailWireDocumentTests : IAsyncTest
{
    private readonly ServiceFixture<IngestGrpcService> _service = new();

    private DocumentService.DocumentServiceClient Documents => new(_service.Channel);

    private IngestService.IngestServiceClient Reports => new(_service.Channel);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData("html", "<!DOCTYPE html><html lang='en'><head><title>Guns leave the line | The Example</title></head><body><p>GENEVA, Sept 17, 2018 (Reuters) - Guns left the caf&eacute; at the line, said the observers of the mission.</p></body></html>")]
    [InlineData("eml", "From: Jane Doe <jane@example.org>\nDate: Mon, 17 Sep 2018 10:00:00 +0000\nSubject: Guns leave the line\nMessage-ID: <1@example.org>\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nGENEVA, Sept 17, 2018 (Reuters) - Guns left the café at the line, said the observers of the mission.\n")]
    [InlineData("wire", "ZCZC XYZ0123 4 POL 0150 GUNS\nGuns leave the line\n\nGENEVA, Sept 17, 2018 (Reuters) - Guns left the café at the line, said the observers of the mission.\nNNNN\n")]
    public async Task SubmitDocument_OfAnyKind_TellsItsOriginAndLeadsBack(string format, string content)
    {
        var answer = await Documents.SubmitDocumentAsync(new SubmitDocumentRequest { Content = new HttpBody { Data = ByteString.CopyFromUtf8(content) } });
        var report = (await Reports.GetReportAsync(new GetReportRequest { ReportId = answer.Results.Single().ReportId })).Report;
        var start = report.Text.IndexOf("café", StringComparison.Ordinal);
        var found = await Documents.LocateSpanAsync(new LocateSpanRequest { ReportId = report.Id, Span = new() { Start = start, End = start + 4 } });

        Assert.Equal((format, "Guns leave the line", "Reuters", "GENEVA", "en"), (report.Format, report.Title, report.Origin.Agency, report.Origin.DatelinePlace, report.Language));
        Assert.Equal("reuters", report.Origin.Key);
        Assert.StartsWith("2018-09-17", report.Published, StringComparison.Ordinal);
        var original = format == "eml" ? report.Text : content;
        Assert.StartsWith("caf", original[(int)found.Original.Start..(int)found.Original.End], StringComparison.Ordinal);
    }

    [Fact]
    public async Task SubmitReport_OfAPage_TakesWhatThePageSays()
    {
        const string Page = "<html><head><meta property='og:title' content='Guns leave'><meta property='article:published_time' content='2018-09-17T10:00:00Z'></head><body><p>Guns left the line, said the observers.</p></body></html>";

        var report = (await Reports.SubmitReportAsync(new SubmitReportRequest { Report = new ReportDraft { Text = Page, MediaType = "text/html", Source = "Example" } })).Report;

        Assert.Equal(("Guns leave", "2018-09-17T10:00:00Z", "en"), (report.Title, report.Published, report.Language));
    }
}
