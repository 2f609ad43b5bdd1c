using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using Truceline.Events.V1;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Ingest.FunctionalTests.Documents;

public sealed class DocumentTests : IAsyncTest
{
    private const string Text = "The village of Ćelije was quiet on Monday. Observers counted no shots between dawn and dusk, they said in the evening.";

    private readonly ServiceFixture<IngestGrpcService> _service = new();

    private DocumentService.DocumentServiceClient Documents => new(_service.Channel);

    private IngestService.IngestServiceClient Reports => new(_service.Channel);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task SubmitDocument_PlainText_IsAReportWhoseWordsLeadBackToTheDocument()
    {
        var answer = await SubmitAsync(Encoding.UTF8.GetBytes(Text), new DocumentHints { Outlet = "Example Daily" });
        var id = Assert.Single(answer.Results).ReportId;
        var report = (await Reports.GetReportAsync(new GetReportRequest { ReportId = id })).Report;
        var start = Text.IndexOf("Observers", StringComparison.Ordinal);
        var found = await Documents.LocateSpanAsync(new LocateSpanRequest { ReportId = id, Span = new() { Start = start, End = start + 9 } });
        var announced = await Poller.UntilAsync("report.accepted", () => Task.FromResult(_service.Sidecar.Published.FirstOrDefault()));

        Assert.Equal((ItemOutcome.Accepted, Text, "Example Daily"), (answer.Results[0].Outcome, report.Text, report.Origin.Outlet));
        Assert.Equal(answer.Document.Id, report.DocumentId);
        Assert.Equal(("Observers", start, start + 9), (found.Quote, found.Original.Start, found.Original.End));
        Assert.Equal((Topics.ReportAccepted, id), (announced.Topic, announced.Read<ReportAccepted>().Report.Id));
    }

    [Fact]
    public async Task SubmitDocument_InAnotherEncoding_IsReadAndItsBytesAreKept()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Text)).ToArray();

        var answer = await SubmitAsync(bytes);
        var report = (await Reports.GetReportAsync(new GetReportRequest { ReportId = answer.Results[0].ReportId })).Report;
        var kept = await Documents.DownloadDocumentAsync(new DownloadDocumentRequest { DocumentId = answer.Document.Id });

        Assert.Equal((Text, "utf-16le"), (report.Text, answer.Document.Encoding));
        Assert.Equal(bytes, kept.Data.ToByteArray());
    }

    [Fact]
    public async Task SubmitDocument_Twice_IsStoredAndAnnouncedOnce()
    {
        var first = await SubmitAsync(Encoding.UTF8.GetBytes(Text));
        var second = await SubmitAsync(Encoding.UTF8.GetBytes(Text));
        await SubmitAsync(Encoding.UTF8.GetBytes("Another document about something else entirely."));
        await Poller.UntilAsync("the other document's event", () => _service.Sidecar.Published.Count >= 2);

        Assert.Equal((ItemOutcome.AlreadyKnown, first.Results[0].ReportId), (second.Results[0].Outcome, second.Results[0].ReportId));
        Assert.Equal(2, _service.Sidecar.Published.Count);
    }

    [Theory]
    [InlineData(new byte[] { 0x50, 0x4B, 0x03, 0x04, 0x14, 0x00 }, "ARCHIVE")]
    [InlineData(new byte[] { 0x31, 0x32, 0x33 }, "UNKNOWN_FORMAT")]
    public async Task SubmitDocument_ThatCannotBeRead_IsRefusedWithTheReasonAndKept(byte[] bytes, string reason)
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => SubmitAsync(bytes));
        var id = "sha256:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        var kept = await Documents.GetDocumentAsync(new GetDocumentRequest { DocumentId = id });

        var violation = Assert.Single(refused.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations);
        Assert.Equal((StatusCode.InvalidArgument, "content", reason), (refused.StatusCode, violation.Field, violation.Reason));
        Assert.Equal((bytes.Length, ""), (kept.Document.SizeBytes, kept.Document.Format));
    }

    [Fact]
    public async Task SubmitDocument_WithHintsThatBreakTheirRules_NamesThemAll()
    {
        var refused = await Assert.ThrowsAsync<RpcException>(() => Documents.SubmitDocumentAsync(new SubmitDocumentRequest
        {
            Hints = new DocumentHints { Url = "ftp://example.org", Published = "yesterday", Outlet = new string('x', 201) },
        }).ResponseAsync);

        Assert.Equal(
            ["content", "hints.outlet", "hints.published", "hints.url"],
            refused.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(v => v.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SubmitDocument_AsTheBodyOfAPost_TakesItsHintsFromTheQuery()
    {
        using var http = _service.CreateClient();
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(Text));
        body.Headers.ContentType = new("text/plain");

        using var answer = await http.PostAsync(new Uri("/v1/documents?hints.outlet=Example%20Daily", UriKind.Relative), body);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        var report = await http.GetFromJsonAsync<JsonElement>($"/v1/reports/{json.GetProperty("results")[0].GetProperty("reportId").GetString()}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("ITEM_OUTCOME_ACCEPTED", json.GetProperty("results")[0].GetProperty("outcome").GetString());
        Assert.Equal("Example Daily", report.GetProperty("report").GetProperty("origin").GetProperty("outlet").GetString());
    }

    [Fact]
    public async Task LocateSpan_BeyondTheText_IsRefused()
    {
        var answer = await SubmitAsync(Encoding.UTF8.GetBytes(Text));

        var refused = await Assert.ThrowsAsync<RpcException>(() => Documents.LocateSpanAsync(
            new LocateSpanRequest { ReportId = answer.Results[0].ReportId, Span = new() { Start = 0, End = 100_000 } }).ResponseAsync);

        Assert.Equal("SPAN_INVALID", refused.GetRpcStatus()!.GetDetail<Google.Rpc.ErrorInfo>()!.Reason);
    }

    private Task<SubmitDocumentResponse> SubmitAsync(byte[] bytes, DocumentHints? hints = null) => Documents.SubmitDocumentAsync(
        new SubmitDocumentRequest { Content = new HttpBody { Data = ByteString.CopyFrom(bytes) }, Hints = hints }).ResponseAsync;
}
