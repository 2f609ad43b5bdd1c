using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Web;
using Truceline.Ingest.V1;

namespace Truceline.Gateway.FunctionalTests;

public class PublicPortTests(RunningGateway gateway) : IClassFixture<RunningGateway>
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 0)]
    public async Task PublicPort_ARestCallOverEitherHttp_IsServed(int major, int minor)
    {
        using var http = new HttpClient(gateway.Handler()) { BaseAddress = gateway.Public };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/reports")
        {
            Version = new Version(major, minor),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = JsonContent.Create(new { text = $"A report over HTTP {major}." }),
        };

        using var answer = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(new Version(major, minor), answer.Version);
        Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-01$", answer.Headers.GetValues("traceresponse").Single());
    }

    [Fact]
    public async Task PublicPort_AGrpcCall_IsServed()
    {
        using var channel = GrpcChannel.ForAddress(gateway.Public, new GrpcChannelOptions { HttpHandler = gateway.Handler() });

        var answer = await new IngestService.IngestServiceClient(channel).SubmitReportAsync(
            new SubmitReportRequest { Report = new ReportDraft { Text = "A report over gRPC." } });

        Assert.StartsWith("sha256:", answer.Report.Id, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(GrpcWebMode.GrpcWeb)]
    [InlineData(GrpcWebMode.GrpcWebText)]
    public async Task PublicPort_AGrpcWebCall_IsServed(GrpcWebMode mode)
    {
        using var channel = GrpcChannel.ForAddress(gateway.Public, new GrpcChannelOptions
        {
            HttpHandler = new GrpcWebHandler(mode, gateway.Handler()),
            HttpVersion = HttpVersion.Version11,
            HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        });

        var answer = await new IngestService.IngestServiceClient(channel).SubmitReportAsync(
            new SubmitReportRequest { Report = new ReportDraft { Text = $"A report over gRPC-Web {mode}." } });

        Assert.StartsWith("sha256:", answer.Report.Id, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PublicPort_AMalformedReport_IsAProblemWithEveryViolationAndStoresNothing()
    {
        using var http = new HttpClient(gateway.Handler()) { BaseAddress = gateway.Public };
        var before = await CountAsync(http);

        using var answer = await http.PostAsJsonAsync("/v1/reports", new { text = "", published = "2019-13-01", url = "here", source = 7 });
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(["report.published", "report.source", "report.text", "report.url"],
            problem.RootElement.GetProperty("violations").EnumerateArray().Select(v => v.GetProperty("field").GetString()!).Order());
        Assert.Equal(400, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Equal(before, await CountAsync(http));
    }

    [Theory]
    [InlineData("GET", "/nothing", 404, "PATH_NOT_FOUND")]
    [InlineData("GET", "/v1/reports/sha256:00", 404, "REPORT_NOT_FOUND")]
    [InlineData("DELETE", "/v1/reports", 405, "METHOD_NOT_ALLOWED")]
    [InlineData("GET", "/v1/claims", 502, "SERVICE_UNAVAILABLE")]
    [InlineData("GET", "/v1/incidents", 504, "SERVICE_TIMEOUT")]
    [InlineData("GET", "/v1/reports?page_size=-1", 400, "LIST_INVALID")]
    [InlineData("GET", "/v1/reports?page_size=many&colour=red", 400, "REQUEST_MALFORMED")]
    public async Task PublicPort_AnError_IsAProblemWithAStableReason(string method, string path, int status, string reason)
    {
        using var http = new HttpClient(gateway.Handler()) { BaseAddress = gateway.Public };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var answer = await http.SendAsync(request);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(reason, problem.RootElement.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task PublicPort_ASource_IsRegisteredChangedAndRemovedByItsVerbs()
    {
        using var http = new HttpClient(gateway.Handler()) { BaseAddress = gateway.Public };

        using var made = await http.PostAsJsonAsync("/v1/sources", new { name = "A desk", address = "https://desk.example.org/feed", paused = true });
        using var source = JsonDocument.Parse(await made.Content.ReadAsStringAsync());
        var path = $"/v1/sources/{source.RootElement.GetProperty("source").GetProperty("id").GetString()}";
        using var changed = await http.PatchAsJsonAsync(path, new { source = new { language = "ar" }, updateMask = "language" });
        using var refused = await http.PatchAsJsonAsync(path, new { source = new { language = "e n" }, updateMask = "language,colour" });
        using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
        using var removed = await http.DeleteAsync(new Uri(path, UriKind.Relative));
        using var fetched = await http.PostAsync(new Uri(path + "/fetches", UriKind.Relative), null);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.OK, HttpStatusCode.NotFound),
            (made.StatusCode, changed.StatusCode, refused.StatusCode, removed.StatusCode, fetched.StatusCode));
        Assert.Equal(["source.language", "update_mask"],
            problem.RootElement.GetProperty("violations").EnumerateArray().Select(v => v.GetProperty("field").GetString()!).Order());
    }

    [Fact]
    public async Task PublicPort_AQueryThatIsWrong_NamesEveryParameter()
    {
        using var http = new HttpClient(gateway.Handler()) { BaseAddress = gateway.Public };

        using var answer = await http.GetAsync(new Uri("/v1/reports?page_size=many&colour=red", UriKind.Relative));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(["colour", "page_size"],
            problem.RootElement.GetProperty("violations").EnumerateArray().Select(v => v.GetProperty("field").GetString()!).Order());
    }

    [Fact]
    public async Task PublicPort_ABodyThatIsNotJson_IsToldWhatIsTaken()
    {
        using var http = new HttpClient(gateway.Handler()) { BaseAddress = gateway.Public };

        using var answer = await http.PostAsync(new Uri("/v1/reports", UriKind.Relative), new StringContent("A report."));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Equal("MEDIA_TYPE_UNSUPPORTED", problem.RootElement.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task PublicPort_ABodyThatIsTooLarge_IsRefused()
    {
        using var http = new HttpClient(gateway.Handler()) { BaseAddress = gateway.Public };
        using var content = new StringContent($$"""{"text":"{{new string('a', 200_000)}}"}""", Encoding.UTF8, "application/json");

        using var answer = await http.PostAsync(new Uri("/v1/reports", UriKind.Relative), content);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("REQUEST_TOO_LARGE", problem.RootElement.GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("/dapr.proto.runtime.v1.AppCallback/OnTopicEvent")]
    [InlineData("/grpc.reflection.v1.ServerReflection/ServerReflectionInfo")]
    [InlineData("/grpc.health.v1.Health/Check")]
    public async Task PublicPort_WhatIsNotPublic_IsNotFound(string path)
    {
        using var http = new HttpClient(gateway.Handler()) { BaseAddress = gateway.Public };

        using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), new ByteArrayContent([]));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Ports_ProbesAndMetrics_AreOnTheHealthPortOnly()
    {
        using var http = new HttpClient(gateway.Handler());

        var live = await http.GetAsync(new Uri(gateway.Health, "/health/live"));
        var ready = await http.GetStringAsync(new Uri(gateway.Health, "/health/ready"));
        var metrics = await http.GetAsync(new Uri(gateway.Health, "/metrics"));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (live.StatusCode, metrics.StatusCode));
        Assert.Contains("not serving: entity, geozone, notification", ready, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(gateway.Public, "/health/ready"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(gateway.Local, "/metrics"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri(gateway.Health, "/v1/reports"))).StatusCode);
    }

    [Fact]
    public async Task LocalPort_ARestCallWithoutTls_IsServed()
    {
        using var http = new HttpClient();

        using var answer = await http.GetAsync(new Uri(gateway.Local, "/v1/reports"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task PublicPort_AGrpcError_KeepsItsStatus()
    {
        using var channel = GrpcChannel.ForAddress(gateway.Public, new GrpcChannelOptions { HttpHandler = gateway.Handler() });

        var error = await Assert.ThrowsAsync<RpcException>(async () =>
            await new IngestService.IngestServiceClient(channel).SubmitReportAsync(new SubmitReportRequest()));

        Assert.Equal(StatusCode.InvalidArgument, error.StatusCode);
    }

    private static async Task<int> CountAsync(HttpClient http)
    {
        using var list = JsonDocument.Parse(await http.GetStringAsync(new Uri("/v1/reports?page_size=1000", UriKind.Relative)));
        return list.RootElement.GetProperty("reports").GetArrayLength();
    }
}
