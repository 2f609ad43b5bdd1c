using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using System.Net;
using System.Security.Cryptography;
using Google.Rpc;
using Grpc.Core;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests.Uploads;

public class UploadTests
{
    [Fact]
    public async Task Upload_OfAWholeFile_GivesEveryItemItsResult()
    {
        await using var client = new UploadClient();
        var file = LineFormat.Document(1200);
        var upload = await client.CreateAsync(file.Length, Convert.ToHexStringLower(SHA256.HashData(file)));

        var answer = await client.PutAsync(upload.Id, file);
        var ended = await client.EndAsync(upload.Id);
        var results = await client.ResultsAsync(upload.Id, pageSize: 333);

        Assert.Equal((HttpStatusCode.NoContent, file.Length, "?1"), (answer.Status, answer.Offset, answer.Complete));
        Assert.Equal((UploadState.Done, 1200, 0, 0, 0), (ended.State, ended.AcceptedCount, ended.KnownCount, ended.RevisedCount, ended.RejectedCount));
        Assert.Equal((100.0, file.Length, "lines"), (ended.Percent, ended.ProcessedBytes, ended.Format));
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(file)), ended.DocumentId);
        Assert.Equal(Enumerable.Range(0, 1200).Select(i => (long)i), results.Select(r => r.Index));
        Assert.Equal(1200, results.Select(r => r.ReportId).Distinct().Count());
        Assert.Equal("row 1199", results[^1].ItemPath);
    }

    [Fact]
    public async Task Upload_InPieces_GoesOnWhereItWas()
    {
        await using var client = new UploadClient();
        var file = LineFormat.Document(50);
        var upload = await client.CreateAsync();

        var first = await client.PutAsync(upload.Id, file[..700], offset: 0, complete: false);
        var wrong = await client.PutAsync(upload.Id, file[..700], offset: 0, complete: false);
        var asked = await client.SendAsync(HttpMethod.Head, upload.Id, null);
        var last = await client.SendAsync(HttpMethod.Patch, upload.Id, new ByteArrayContent(file[700..]), offset: 700, complete: true);
        var ended = await client.EndAsync(upload.Id);
        var late = await client.PutAsync(upload.Id, file, offset: file.Length);

        Assert.Equal((HttpStatusCode.NoContent, 700L, "?0"), (first.Status, first.Offset, first.Complete));
        Assert.Equal((HttpStatusCode.Conflict, 700L), (wrong.Status, wrong.Offset));
        Assert.Contains("UPLOAD_OFFSET_WRONG", wrong.Body, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NoContent, 700L), (asked.Status, asked.Offset));
        Assert.Equal(HttpStatusCode.NoContent, last.Status);
        Assert.Equal((UploadState.Done, 50L), (ended.State, ended.AcceptedCount));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("UPLOAD_OVER", late.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Upload_WhoseBodyIsCut_KeepsWhatCame()
    {
        await using var client = new UploadClient(new Dictionary<string, string> { ["Ingest:Uploads:PieceBytes"] = "65536" });
        var file = LineFormat.Document(5_000);
        var upload = await client.CreateAsync(file.Length);

        var cut = new CutContent(file, file.Length / 2, () => Poller.UntilAsync(
            "the first piece to be stored", async () => (await client.GetAsync(upload.Id)).ReceivedBytes > 0 ? "" : null));
        await Assert.ThrowsAnyAsync<Exception>(() => client.SendAsync(HttpMethod.Put, upload.Id, cut, offset: 0));
        var kept = await client.GetAsync(upload.Id);
        // The service may still be storing the piece that was cut.
        var answer = await Poller.UntilAsync("the rest to be taken", async () =>
        {
            var at = (await client.GetAsync(upload.Id)).ReceivedBytes;
            return await client.PutAsync(upload.Id, file[(int)at..], offset: at) is { Status: HttpStatusCode.NoContent } taken ? taken : null;
        });
        var ended = await client.EndAsync(upload.Id, TimeSpan.FromMinutes(2));

        Assert.InRange(kept.ReceivedBytes, 1, file.Length / 2);
        Assert.Equal(UploadState.Receiving, kept.State);
        Assert.Equal(file.Length, answer.Offset);
        Assert.Equal((UploadState.Done, 5_000L), (ended.State, ended.AcceptedCount));
    }

    [Fact]
    public async Task Upload_WithAnotherDigest_FailsAndTakesNothingIn()
    {
        await using var client = new UploadClient();
        var upload = await client.CreateAsync(sha256: new string('0', 64));

        await client.PutAsync(upload.Id, LineFormat.Document(3));
        var ended = await client.EndAsync(upload.Id);

        Assert.Equal((UploadState.Failed, "DIGEST_MISMATCH", 0L), (ended.State, ended.Fault.Reason, ended.AcceptedCount));
    }

    [Fact]
    public async Task Upload_SaidToBeCompleteTooEarlyOrTooLate_IsToldSo()
    {
        await using var client = new UploadClient();
        var file = LineFormat.Document(10);
        var upload = await client.CreateAsync(file.Length);

        var early = await client.PutAsync(upload.Id, file[..100], offset: 0, complete: true);
        var late = await client.PutAsync(upload.Id, [.. file, 10], offset: early.Offset);
        var rest = await client.PutAsync(upload.Id, file[100..], offset: early.Offset);
        var ended = await client.EndAsync(upload.Id);

        Assert.Equal((HttpStatusCode.BadRequest, 100L), (early.Status, early.Offset));
        Assert.Contains("UPLOAD_INCOMPLETE", early.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("UPLOAD_TOO_LONG", late.Body, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, rest.Status);
        Assert.Equal((UploadState.Done, 10L), (ended.State, ended.AcceptedCount));
    }

    [Fact]
    public async Task Upload_LargerThanAllowed_IsRefusedAndTakesNoRoom()
    {
        await using var client = new UploadClient(new Dictionary<string, string> { ["Ingest:Uploads:MaxBytes"] = "1048576" });
        var upload = await client.CreateAsync();

        var announced = await Assert.ThrowsAsync<RpcException>(() => client.CreateAsync(1_048_577));
        var sent = await client.SendAsync(HttpMethod.Put, upload.Id, new CutContent(new byte[1_200_000], null), offset: 0);

        Assert.Equal(StatusCode.InvalidArgument, announced.StatusCode);
        Assert.Equal("size_bytes", Assert.Single(announced.GetRpcStatus()!.GetDetail<BadRequest>().FieldViolations).Field);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, sent.Status);
        Assert.InRange((await client.GetAsync(upload.Id)).ReceivedBytes, 0, 1_048_576);
    }

    [Fact]
    public async Task CreateUpload_WithoutRoom_IsExhaustedUntilOneIsOver()
    {
        await using var client = new UploadClient(new Dictionary<string, string> { ["Ingest:Uploads:MaxWaiting"] = "2" });
        var first = await client.CreateAsync();
        await client.CreateAsync();

        var full = await Assert.ThrowsAsync<RpcException>(() => client.CreateAsync());
        await client.Uploads.CancelUploadAsync(new CancelUploadRequest { UploadId = first.Id });
        var next = await client.CreateAsync();

        Assert.Equal((StatusCode.ResourceExhausted, "UPLOADS_WAITING"), (full.StatusCode, full.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason));
        Assert.Equal(UploadState.Receiving, next.State);
    }

    [Fact]
    public async Task CreateUpload_WithoutRoom_TakesThePlacesOfThoseThatSentNothing()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var client = new UploadClient(
            new Dictionary<string, string> { ["Ingest:Uploads:MaxWaiting"] = "2" }, services: s => s.AddSingleton<TimeProvider>(time));
        var silent = await client.CreateAsync();
        var begun = await client.CreateAsync();
        await client.PutAsync(begun.Id, "#lines\nOne was seen"u8.ToArray(), 0, complete: false);
        time.Advance(TimeSpan.FromMinutes(29));
        await Assert.ThrowsAsync<RpcException>(() => client.CreateAsync());
        time.Advance(TimeSpan.FromMinutes(1));

        var next = await client.CreateAsync();
        await Assert.ThrowsAsync<RpcException>(() => client.CreateAsync());

        var given = await client.GetAsync(silent.Id);
        Assert.Equal((UploadState.Failed, "ABANDONED"), (given.State, given.Fault.Reason));
        Assert.Equal((UploadState.Receiving, UploadState.Receiving), ((await client.GetAsync(begun.Id)).State, (await client.GetAsync(next.Id)).State));
    }

    [Fact]
    public async Task Upload_WithBadRowsAndABrokenEnd_TakesTheRestInAndSaysWhatIsWrong()
    {
        await using var client = new UploadClient();
        var upload = await client.CreateAsync();

        await client.PutAsync(upload.Id, "#lines\nOne was seen at the bridge.\n!LOUD\nTwo were seen at the bridge.\nOne was seen at the bridge.\n???\nNever.\n"u8.ToArray());
        var ended = await client.EndAsync(upload.Id);
        var results = await client.ResultsAsync(upload.Id);

        Assert.Equal((UploadState.Failed, "TRUNCATED", "row 4"), (ended.State, ended.Fault.Reason, ended.Fault.Path));
        Assert.Equal((2L, 1L, 1L), (ended.AcceptedCount, ended.KnownCount, ended.RejectedCount));
        Assert.Equal([ItemOutcome.Accepted, ItemOutcome.Rejected, ItemOutcome.Accepted, ItemOutcome.AlreadyKnown], results.Select(r => r.Outcome));
        Assert.Equal(("line", "SHOUTS"), (results[1].Violations[0].Field, results[1].Violations[0].Reason));
        Assert.NotEmpty(results[1].RejectionId);
    }

    [Fact]
    public async Task CancelUpload_InTheMidst_KeepsWhatWasAcceptedAndStops()
    {
        await using var client = new UploadClient(new Dictionary<string, string> { ["Ingest:Uploads:ResultsPerSave"] = "10" });
        client.Format.StopsAt = 2000;
        var upload = await client.CreateAsync();

        await client.PutAsync(upload.Id, LineFormat.Document(3000));
        await Poller.UntilAsync("the first results", async () => (await client.GetAsync(upload.Id)).AcceptedCount > 0 ? "" : null);
        await client.Uploads.CancelUploadAsync(new CancelUploadRequest { UploadId = upload.Id });
        client.Format.Gate.SetResult();
        var second = await client.CreateAsync();
        await client.PutAsync(second.Id, LineFormat.Document(1, first: 5000));
        await client.EndAsync(second.Id);
        var ended = await client.GetAsync(upload.Id);

        Assert.Equal(UploadState.Cancelled, ended.State);
        Assert.InRange(ended.AcceptedCount, 1, 2000);
        Assert.True(ended.Percent < 100);
    }

    [Fact]
    public async Task GetUpload_Unknown_IsNotFoundEverywhere()
    {
        await using var client = new UploadClient();
        var id = "0198c0de-0000-7000-8000-000000000000";

        var get = await Assert.ThrowsAsync<RpcException>(async () => await client.Uploads.GetUploadAsync(new GetUploadRequest { UploadId = id }));
        var put = await client.PutAsync(id, [1], offset: 0);
        var head = await client.SendAsync(HttpMethod.Head, id, null);

        Assert.Equal("UPLOAD_NOT_FOUND", get.GetRpcStatus()!.GetDetail<ErrorInfo>().Reason);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (put.Status, head.Status));
        Assert.Contains("UPLOAD_NOT_FOUND", put.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT", "Upload-Offset", "-1")]
    [InlineData("PUT", "Upload-Offset", "many")]
    [InlineData("PUT", "Upload-Complete", "yes")]
    public async Task Put_WithAMalformedHeader_IsInvalid(string method, string header, string value)
    {
        await using var client = new UploadClient();
        var upload = await client.CreateAsync();
        using var http = client.Service.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/v1/uploads/{upload.Id}/content") { Content = new ByteArrayContent([1]) };
        request.Headers.Add(header, value);

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(header, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
