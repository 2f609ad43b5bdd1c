using System.Net;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using Truceline.Ingest.V1;
using Truceline.Notification.V1;

namespace Truceline.SystemTests;

/// <summary>What the gateway's one public port carries, and what it does not let through.</summary>
[Collection(RunningSystemCollection.Name)]
public sealed class PublicPortTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly RunningSystem _running;
    private readonly SocketsHttpHandler _handler = new();
    private readonly HttpClient _http;
    private readonly CancellationTokenSource _limit = new(Limit, TimeProvider.System);

    public PublicPortTests(RunningSystem running)
    {
        _running = running;
        var hash = running.System.LoadCertificate().GetCertHashString();
        _handler.SslOptions.RemoteCertificateValidationCallback = (_, given, _, _) => given?.GetCertHashString() == hash;
        _http = new HttpClient(_handler) { BaseAddress = running.System.Public };
    }

    public void Dispose()
    {
        _http.Dispose();
        _limit.Dispose();
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Rest_OverTls_IsServed(string version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/v1/reports", UriKind.Relative))
        {
            Version = Version.Parse(version),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };

        using var response = await _http.SendAsync(request, _limit.Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(Version.Parse(version), response.Version);
        Assert.Contains(_running.Outcome.Report.Id, await response.Content.ReadAsStringAsync(_limit.Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Grpc_OverTls_IsServed() => await AssertReportAsync(new GrpcChannelOptions { HttpHandler = _handler });

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task GrpcWeb_OverTlsAndHttp1_IsServed(GrpcWebMode mode) => await AssertReportAsync(new GrpcChannelOptions
    {
        HttpHandler = new GrpcWebHandler(mode, _handler),
        HttpVersion = HttpVersion.Version11,
        HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    });

    [Fact]
    public async Task GrpcStream_OverTls_ReplaysTheAlerts()
    {
        using var channel = GrpcChannel.ForAddress(_running.System.Public, new GrpcChannelOptions { HttpHandler = _handler });
        using var call = new AlertService.AlertServiceClient(channel).StreamAlerts(
            new StreamAlertsRequest { AfterSequence = 0 }, cancellationToken: _limit.Token);
        var wanted = _running.Outcome.Alerts[0].Alert.Id;

        var found = false;
        while (!found && await call.ResponseStream.MoveNext(_limit.Token))
        {
            found = call.ResponseStream.Current.Alert?.Id == wanted;
        }

        Assert.True(found, "the alert came over the stream");
    }

    [Fact]
    public async Task ServerSentEvents_OverTls_ReplayTheAlerts()
    {
        using var response = await _http.GetAsync(
            new Uri("/v1/alerts/stream?after_sequence=0", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, _limit.Token);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(_limit.Token));

        var line = "";
        while (!line.Contains(_running.Outcome.Alerts[0].Alert.Id, StringComparison.Ordinal))
        {
            line = await reader.ReadLineAsync(_limit.Token) ?? throw new EndOfStreamException("The stream ended before the alert came.");
        }

        Assert.StartsWith("data: {", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MalformedReport_ByRest_IsAnsweredWithEveryViolationAndNotStored()
    {
        var before = await CountReportsAsync();
        using var body = new StringContent(
            """{"text": "", "mediaType": "image/png", "published": "yesterday", "url": "ftp://example.org/story", "colour": "red"}""",
            Encoding.UTF8, "application/json");

        using var response = await _http.PostAsync(new Uri("/v1/reports", UriKind.Relative), body, _limit.Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            ["report.colour", "report.media_type", "report.published", "report.text", "report.url"],
            await ViolatedFieldsAsync(response));
        Assert.Equal(before, await CountReportsAsync());
    }

    [Fact]
    public async Task Callback_OfTheSidecar_IsNotForwarded()
    {
        using var channel = GrpcChannel.ForAddress(_running.System.Public, new GrpcChannelOptions { HttpHandler = _handler });
        var method = new Method<GetReportRequest, GetReportResponse>(
            MethodType.Unary, "dapr.proto.runtime.v1.AppCallback", "ListTopicSubscriptions",
            Marshallers.Create(_ => Array.Empty<byte>(), GetReportRequest.Parser.ParseFrom),
            Marshallers.Create(_ => Array.Empty<byte>(), GetReportResponse.Parser.ParseFrom));

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await channel.CreateCallInvoker()
            .AsyncUnaryCall(method, null, new CallOptions(cancellationToken: _limit.Token), new GetReportRequest()));

        Assert.Equal(StatusCode.Unimplemented, failure.StatusCode);
    }

    private async Task AssertReportAsync(GrpcChannelOptions options)
    {
        using var channel = GrpcChannel.ForAddress(_running.System.Public, options);
        var answer = await new IngestService.IngestServiceClient(channel).GetReportAsync(
            new GetReportRequest { ReportId = _running.Outcome.Report.Id }, cancellationToken: _limit.Token);

        Assert.Equal(_running.Outcome.Report.Text, answer.Report.Text);
    }

    private async Task<int> CountReportsAsync()
    {
        var answer = await new IngestService.IngestServiceClient(_running.Gateway.Calls).ListReportsAsync(
            new ListReportsRequest { PageSize = 1000 }, cancellationToken: _limit.Token);
        return answer.Reports.Count;
    }

    private async Task<string[]> ViolatedFieldsAsync(HttpResponseMessage response)
    {
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(_limit.Token));
        return
        [
            .. problem.RootElement.GetProperty("violations").EnumerateArray()
                .Select(v => v.GetProperty("field").GetString()!).Distinct().Order(StringComparer.Ordinal),
        ];
    }
}
