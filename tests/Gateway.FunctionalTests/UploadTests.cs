using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.Options;
using Truceline.Gateway.Routing;
using Truceline.Ingest.V1;

namespace Truceline.Gateway.FunctionalTests;

/// <summary>What has no bound of its own passes the gateway: the bytes of uploads, streams of reports.</summary>
public class UploadTests(RunningGateway gateway) : IClassFixture<RunningGateway>
{
    [Fact]
    public async Task Upload_LargerThanARequestMayBe_PassesAndIsTakenIn()
    {
        using var http = new HttpClient(gateway.Handler()) { BaseAddress = gateway.Public };
        // The gateway of these tests takes bodies of at most 100,000 bytes.
        var file = System.Text.Encoding.UTF8.GetBytes("Both sides held their fire around the village. " + string.Concat(Enumerable.Range(0, 30_000).Select(i => $"w{i} ")));
        Assert.True(file.Length > 150_000);
        var id = await CreateAsync(http);

        using var first = await SendAsync(http, "PUT", id, file[..150_000], "0", "?0");
        using var wrong = await SendAsync(http, "PUT", id, file, "0", "?1");
        using var asked = await SendAsync(http, "HEAD", id, null, null, null);
        using var last = await SendAsync(http, "PUT", id, file[150_000..], "150000", "?1");
        using var problem = JsonDocument.Parse(await wrong.Content.ReadAsStringAsync());
        var state = await Poller.UntilAsync("the end of the upload", async () =>
        {
            using var upload = JsonDocument.Parse(await http.GetStringAsync(new Uri($"/v1/uploads/{id}", UriKind.Relative)));
            return upload.RootElement.GetProperty("upload").GetProperty("state").GetString() is "UPLOAD_STATE_DONE" and var done ? done : null;
        });

        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal((HttpStatusCode.Conflict, "150000"), (wrong.StatusCode, OffsetOf(wrong)));
        Assert.Equal("UPLOAD_OFFSET_WRONG", problem.RootElement.GetProperty("reason").GetString());
        Assert.Equal("150000", OffsetOf(asked));
        Assert.Equal((HttpStatusCode.NoContent, file.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)), (last.StatusCode, OffsetOf(last)));
        Assert.Equal("UPLOAD_STATE_DONE", state);
    }

    [Fact]
    public async Task SubmitReports_LongerThanARequestMayBe_PassesBothWays()
    {
        using var channel = GrpcChannel.ForAddress(gateway.Public, new GrpcChannelOptions { HttpHandler = gateway.Handler() });
        using var call = new IngestService.IngestServiceClient(channel).SubmitReports();
        var accepted = 0;
        for (var i = 0; i < 60; i++)
        {
            var text = $"Report {i} of the morning: " + string.Concat(Enumerable.Range(0, 800).Select(w => $"x{i * w} "));
            await call.RequestStream.WriteAsync(new SubmitReportsRequest { Index = i, Report = new ReportDraft { Text = text } });
        }

        await call.RequestStream.CompleteAsync();
        await foreach (var answer in call.ResponseStream.ReadAllAsync())
        {
            accepted += answer.Result.Outcome == ItemOutcome.Accepted ? 1 : 0;
        }

        Assert.Equal(60, accepted);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 8)]
    public void Routes_OfRefusedItems_AreThereOnlyWhenExposed(bool exposed, int count)
    {
        var routes = new PublicRoutes(Options.Create(new GatewayOptions { ExposeOperations = exposed })).GetConfig().Routes;

        Assert.Equal(count, routes.Count(r => r.RouteId.Contains("RejectionService", StringComparison.Ordinal)));
    }

    private static async Task<string> CreateAsync(HttpClient http)
    {
        using var created = await http.PostAsJsonAsync("/v1/uploads", new { hints = new { fileName = "long.txt" } });
        using var body = JsonDocument.Parse(await created.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("upload").GetProperty("id").GetString()!;
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string method, string id, byte[]? bytes, string? offset, string? complete)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), $"/v1/uploads/{id}/content") { Content = bytes is null ? null : new ByteArrayContent(bytes) };
        if (offset is not null)
        {
            request.Headers.Add("Upload-Offset", offset);
        }

        if (complete is not null)
        {
            request.Headers.Add("Upload-Complete", complete);
        }

        return await http.SendAsync(request);
    }

    private static string OffsetOf(HttpResponseMessage answer) => answer.Headers.GetValues("Upload-Offset").Single();
}
