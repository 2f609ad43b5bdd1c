using System.Text;
using Google.Api;
using Google.Protobuf;
using Grpc.Core;
using Truceline.Events.V1;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Ingest.FunctionalTests.Retention;

public sealed class ErasureTests : IAsyncTest
{
    private const string Story = """
        {"uri": "urn:example:1", "headline": "Nadia Example heard the shells", "byline": "By Omar Author", "located": "Quietville", "language": "en",
         "body_text": "QUIETVILLE (Example Wire) - Shells fell on the market of the village on Monday, Nadia Example told this paper. Call her at +963 11 555 0100, said NADIA\nEXAMPLE.",
         "person": [{"name": "Nadia Example"}], "copyrightholder": "Example Wire"}
        """;

    private const string Other = "Both sides held their fire around the village on Monday, observers said in the evening after a long day of watching.";

    private readonly ServiceFixture<IngestGrpcService> _service = new();

    private ErasureService.ErasureServiceClient Erasures => new(_service.Channel);

    private IngestService.IngestServiceClient Reports => new(_service.Channel);

    private DocumentService.DocumentServiceClient Documents => new(_service.Channel);

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task EraseReports_DispatchedOrNot_LeavesNoWordInAnyTable(bool isAway)
    {
        _service.Sidecar.IsAway = isAway;
        var (report, document) = await SubmitAsync(Story);
        var other = await SubmitAsync(Other);
        string[] words = ["Nadia Example", "NADIA", "Omar Author", "Shells fell", "heard the shells", "555 0100", "QUIETVILLE"];
        Assert.NotEmpty(await _service.FindWordsAsync(words));

        var answer = await Erasures.EraseReportsAsync(new EraseReportsRequest { ReportIds = { report.Id }, Reason = "A letter.", RequestedBy = "desk" });
        _service.Sidecar.IsAway = false;
        var told = await Poller.UntilAsync("report.erased", () => Task.FromResult(_service.Sidecar.Published.FirstOrDefault(e => e.Topic == Topics.ReportErased)));
        var left = (await Reports.GetReportAsync(new GetReportRequest { ReportId = report.Id })).Report;
        var again = await SubmitAsync(Story);

        Assert.Empty(await _service.FindWordsAsync(words));
        Assert.Equal((report.Id, document), (Assert.Single(answer.Erasure.ReportIds), Assert.Single(answer.Erasure.DocumentIds)));
        Assert.Equal((report.Id, report.StoryId, report.Revision, report.DocumentId, ""), (left.Id, left.StoryId, left.Revision, left.DocumentId, left.Text));
        Assert.NotNull(left.ErasedTime);
        Assert.Equal((report.Id, ""), (again.Report.Id, again.Report.Text));
        Assert.Equal(Other, (await Reports.GetReportAsync(new GetReportRequest { ReportId = other.Report.Id })).Report.Text);
        var erased = told.Read<ReportErased>();
        Assert.True(erased.Whole);
        Assert.True(NameHash.Matches(report.Id, "omar author", erased.NameHashes.ToHashSet()));
        var missing = await Assert.ThrowsAsync<RpcException>(() => Documents.DownloadDocumentAsync(new DownloadDocumentRequest { DocumentId = document }).ResponseAsync);
        Assert.Equal(StatusCode.NotFound, missing.StatusCode);
        Assert.Empty((await Erasures.EraseReportsAsync(new EraseReportsRequest { ReportIds = { report.Id }, Reason = "x", RequestedBy = "y" })).Erasure.Id);
        Assert.Equal("A letter.", Assert.Single((await Erasures.ListErasuresAsync(new ListErasuresRequest())).Erasures).Reason);
    }

    [Fact]
    public async Task ErasePerson_NamedInTextAndFields_IsCoveredAndSpansStay()
    {
        var (report, document) = await SubmitAsync(Story);
        await SubmitAsync(Other);
        var request = new ErasePersonRequest { Words = { "Nadia Example", "+963 11 555 0100" }, Reason = "A letter.", RequestedBy = "desk", DryRun = true };

        var shown = await Erasures.ErasePersonAsync(request);
        Assert.NotEmpty(await _service.FindWordsAsync("Nadia Example"));
        request.DryRun = false;
        var done = await Erasures.ErasePersonAsync(request);
        var left = (await Reports.GetReportAsync(new GetReportRequest { ReportId = report.Id })).Report;

        Assert.Empty(await _service.FindWordsAsync("Nadia", "NADIA", "EXAMPLE.", "555 0100"));
        Assert.Equal(shown.Matches, done.Matches);
        Assert.Equal((report.Id, 3), (Assert.Single(done.Matches).ReportId, done.Matches[0].TextCount));
        Assert.Equal(("", "", document), (shown.Erasure.Id, done.NextPageToken, Assert.Single(done.Erasure.DocumentIds)));
        Assert.Equal(report.Text.Length, left.Text.Length);
        Assert.Equal(report.Text.IndexOf("told this paper", StringComparison.Ordinal), left.Text.IndexOf("told this paper", StringComparison.Ordinal));
        Assert.Contains("on Monday, █████████████ told", left.Text, StringComparison.Ordinal);
        Assert.Equal("█████████████ heard the shells", left.Title);
        Assert.Equal(report.Origin.Bylines, left.Origin.Bylines);
    }

    [Fact]
    public async Task ErasePerson_WhoseReportCameAgainInAnotherDocument_IsErasedThereToo()
    {
        var (report, document) = await SubmitAsync(Story);
        var (again, second) = await SubmitAsync(Story + "\n\n");
        Assert.Equal((report.Id, false), (again.Id, document == second));

        var done = await Erasures.ErasePersonAsync(new ErasePersonRequest { Words = { "Nadia Example" }, Reason = "A letter.", RequestedBy = "desk" });

        Assert.Equal(new[] { document, second }.Order(StringComparer.Ordinal), done.Erasure.DocumentIds.Order(StringComparer.Ordinal));
        Assert.Empty(await _service.FindWordsAsync("Nadia", "NADIA"));
    }

    [Fact]
    public async Task EraseDocument_WithWhatWasRefusedOfIt_LeavesItsHash()
    {
        var (_, document) = await SubmitAsync("""{"uri": "urn:example:2", "headline": 7, "body_text": "Nadia Example was not heard."}""");
        Assert.NotEmpty(await _service.FindWordsAsync("Nadia Example"));

        var answer = await Erasures.EraseDocumentAsync(new EraseDocumentRequest { DocumentId = document, WithReports = true, Reason = "A letter.", RequestedBy = "desk" });

        Assert.Empty(await _service.FindWordsAsync("Nadia Example"));
        Assert.Equal((document, false), (Assert.Single(answer.Erasure.DocumentIds), answer.More));
        Assert.NotNull((await Documents.GetDocumentAsync(new GetDocumentRequest { DocumentId = document })).Document.ErasedTime);
    }

    [Fact]
    public async Task ErasePerson_InvalidRequest_ListsEveryViolation()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => Erasures.ErasePersonAsync(new ErasePersonRequest
        {
            Words = { "Nadia Example", "-" },
            ReportIds = { "nine" },
            Reason = "nadia example wrote",
        }).ResponseAsync);

        var violations = error.GetRpcStatus()!.GetDetail<Google.Rpc.BadRequest>()!.FieldViolations.Select(v => v.Field);
        Assert.Equal(["reason", "report_ids[0]", "requested_by", "words[1]"], violations.Order());
    }

    private async Task<(Report Report, string Document)> SubmitAsync(string document)
    {
        var answer = await Documents.SubmitDocumentAsync(new SubmitDocumentRequest { Content = new HttpBody { Data = ByteString.CopyFrom(Encoding.UTF8.GetBytes(document)) } });
        var id = answer.Results.Count > 0 ? answer.Results[0].ReportId : "";
        return (id.Length == 0 ? new Report() : (await Reports.GetReportAsync(new GetReportRequest { ReportId = id })).Report, answer.Document.Id);
    }
}
