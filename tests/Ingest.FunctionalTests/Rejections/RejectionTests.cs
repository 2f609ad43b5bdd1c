using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using Truceline.Ingest.FunctionalTests.Uploads;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests.Rejections;

public class RejectionTests
{
    private static readonly byte[] Document = "#lines\nOne was seen at the bridge.\n!LOUD\nTwo were seen at the bridge.\n!LOUDER\n"u8.ToArray();

    [Fact]
    public async Task ListRejections_OfADocumentWithBadItems_GivesEachWithWhatIsWrong()
    {
        await using var client = new UploadClient();
        var rejections = await RejectAsync(client);

        var first = await rejections.ListRejectionsAsync(new ListRejectionsRequest { PageSize = 1 });
        var second = await rejections.ListRejectionsAsync(new ListRejectionsRequest { PageSize = 1, PageToken = first.NextPageToken });
        var one = (await rejections.GetRejectionAsync(new GetRejectionRequest { RejectionId = first.Rejections[0].Id })).Rejection;

        Assert.Equal(2, first.TotalSize);
        Assert.Equal("", second.NextPageToken);
        Assert.Equal(["row 1", "row 3"], new[] { first, second }.Select(p => p.Rejections.Single().ItemPath).Order());
        Assert.Equal("", first.Rejections[0].Original);
        Assert.StartsWith("!LOUD", one.Original, StringComparison.Ordinal);
        Assert.Equal(("lines", "SHOUTS"), (one.Format, one.Violations.Single().Reason));
        Assert.Equal(32, one.TraceId.Length);
    }

    [Fact]
    public async Task RejectDocument_HandedInTwice_IsKeptOnce()
    {
        await using var client = new UploadClient();
        await RejectAsync(client);
        var rejections = await RejectAsync(client);

        Assert.Equal(2, (await rejections.ListRejectionsAsync(new ListRejectionsRequest())).TotalSize);
    }

    [Fact]
    public async Task ReplayRejection_StillBad_StaysAndCountsTheAttempt()
    {
        await using var client = new UploadClient();
        var rejections = await RejectAsync(client);
        var id = await IdOfAsync(rejections, "row 1");

        var answer = await rejections.ReplayRejectionAsync(new ReplayRejectionRequest { RejectionId = id });
        var after = (await rejections.GetRejectionAsync(new GetRejectionRequest { RejectionId = id })).Rejection;

        Assert.False(answer.Resolved);
        Assert.Equal((ItemOutcome.Rejected, 1L), (answer.Results.Single().Outcome, answer.Results.Single().Index));
        Assert.Equal(1, after.Attempts);
        Assert.NotNull(after.LastReplayTime);
    }

    [Fact]
    public async Task ReplayRejection_OfAFormatThatLearnt_TakesJustThatItem()
    {
        await using var client = new UploadClient();
        var rejections = await RejectAsync(client);
        var id = await IdOfAsync(rejections, "row 1");
        await rejections.DiscardRejectionAsync(new DiscardRejectionRequest { RejectionId = await IdOfAsync(rejections, "row 3") });
        client.Format.TakesShouts = true;

        var answer = await rejections.ReplayRejectionAsync(new ReplayRejectionRequest { RejectionId = id });
        var report = (await new IngestService.IngestServiceClient(client.Service.Channel).GetReportAsync(
            new GetReportRequest { ReportId = answer.Results.Single().ReportId })).Report;

        Assert.True(answer.Resolved);
        Assert.Equal(("!LOUD", "row 1"), (report.Text, report.ItemPath));
        Assert.Equal(0, (await rejections.ListRejectionsAsync(new ListRejectionsRequest())).TotalSize);
    }

    [Fact]
    public async Task ReplayRejection_WithACorrectedBody_TakesItUnderTheHintsOfTheDocument()
    {
        await using var client = new UploadClient();
        var rejections = await RejectAsync(client);
        var id = await IdOfAsync(rejections, "row 1");

        var bad = await rejections.ReplayRejectionAsync(new ReplayRejectionRequest { RejectionId = id, CorrectedBody = ByteString.CopyFromUtf8("#lines\n!STILL LOUD\n") });
        var good = await rejections.ReplayRejectionAsync(new ReplayRejectionRequest { RejectionId = id, CorrectedBody = ByteString.CopyFromUtf8("#lines\nThree were seen.\n") });
        var report = (await new IngestService.IngestServiceClient(client.Service.Channel).GetReportAsync(
            new GetReportRequest { ReportId = good.Results.Single().ReportId })).Report;

        Assert.False(bad.Resolved);
        Assert.True(good.Resolved);
        Assert.Equal(("Three were seen.", "Example Mission"), (report.Text, report.Source));
        Assert.Equal("row 3", (await rejections.ListRejectionsAsync(new ListRejectionsRequest())).Rejections.Single().ItemPath);
    }

    [Fact]
    public async Task ReplayRejection_OfTheRestOfADocument_TakesWhatFollows()
    {
        await using var client = new UploadClient();
        var rejections = await RejectAsync(client, "#lines\nOne was seen at the bridge.\n??? and one more\nTwo were seen at the bridge.\n"u8.ToArray());
        var rest = (await rejections.ListRejectionsAsync(new ListRejectionsRequest())).Rejections.Single();
        client.Format.TakesShouts = true;

        var answer = await rejections.ReplayRejectionAsync(new ReplayRejectionRequest { RejectionId = rest.Id });

        Assert.Equal(("document", "TRUNCATED"), (rest.ItemPath, rest.Violations.Single().Reason));
        Assert.True(answer.Resolved);
        Assert.Equal(ItemOutcome.Accepted, answer.Results[^1].Outcome);
    }

    [Fact]
    public async Task DiscardRejection_OfOne_LeavesTheOther()
    {
        await using var client = new UploadClient();
        var rejections = await RejectAsync(client);
        var id = await IdOfAsync(rejections, "row 1");

        await rejections.DiscardRejectionAsync(new DiscardRejectionRequest { RejectionId = id });
        var error = await Assert.ThrowsAsync<RpcException>(async () => await rejections.GetRejectionAsync(new GetRejectionRequest { RejectionId = id }));

        Assert.Equal("REJECTION_NOT_FOUND", error.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
        Assert.Equal(1, (await rejections.ListRejectionsAsync(new ListRejectionsRequest())).TotalSize);
    }

    [Fact]
    public async Task Rejections_BeyondTheMostOfADocument_AreToldButNotKept()
    {
        await using var client = new UploadClient(new Dictionary<string, string> { ["Ingest:Rejections:MostPerDocument"] = "1" });
        var rejections = await RejectAsync(client);

        Assert.Equal(1, (await rejections.ListRejectionsAsync(new ListRejectionsRequest())).TotalSize);
    }

    [Fact]
    public async Task Requests_ThatAreMalformed_NameTheField()
    {
        await using var client = new UploadClient();
        var rejections = new RejectionService.RejectionServiceClient(client.Service.Channel);

        var error = await Assert.ThrowsAsync<RpcException>(async () => await rejections.ReplayRejectionAsync(
            new ReplayRejectionRequest { RejectionId = "7", CorrectedBody = ByteString.CopyFrom(new byte[1024 * 1024 + 1]) }));

        Assert.Equal(["rejection_id", "corrected_body"], error.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations.Select(v => v.Field));
    }

    internal static async Task<RejectionService.RejectionServiceClient> RejectAsync(UploadClient client, byte[]? document = null)
    {
        await new DocumentService.DocumentServiceClient(client.Service.Channel).SubmitDocumentAsync(new SubmitDocumentRequest
        {
            Content = new Google.Api.HttpBody { Data = ByteString.CopyFrom(document ?? Document) },
            Hints = new DocumentHints { Source = "Example Mission" },
        });
        return new RejectionService.RejectionServiceClient(client.Service.Channel);
    }

    private static async Task<string> IdOfAsync(RejectionService.RejectionServiceClient rejections, string path) =>
        (await rejections.ListRejectionsAsync(new ListRejectionsRequest())).Rejections.Single(r => r.ItemPath == path).Id;
}
