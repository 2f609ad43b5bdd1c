using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace Truceline.Gateway.FunctionalTests;

/// <summary>A gateway before services that know no path but one: what they do not know they answer with an empty 404, as every service does by itself.</summary>
public sealed class EmptyErrorTests : IAsyncTest
{
    private readonly string _folder = Directory.CreateTempSubdirectory("truceline-empty-").FullName;
    private readonly Replica _service = new(LoopbackPorts.Free(1)[0]);
    private readonly HttpClient _http = new();
    private WebApplication? _gateway;

    public async Task InitializeAsync()
    {
        TestCertificate.Write(_folder);
        await _service.StartAsync();
        var ports = LoopbackPorts.Free(3);
        _http.BaseAddress = new Uri($"http://127.0.0.1:{ports[1]}");
        var at = $"http://127.0.0.1:{_service.Port}";
        _gateway = await RunningGateway.StartAsync(
            [
                "--Gateway:Address=loopback", $"--Gateway:PublicPort={ports[0]}", $"--Gateway:LocalPort={ports[1]}", $"--Gateway:HealthPort={ports[2]}",
                $"--Gateway:CertificatePath={Path.Combine(_folder, "cert.pem")}", $"--Gateway:CertificateKeyPath={Path.Combine(_folder, "key.pem")}",
                $"--Gateway:Services:Ingest={at}", $"--Gateway:Services:Entity={at}", $"--Gateway:Services:GeoZone={at}", $"--Gateway:Services:Notification={at}",
            ],
            builder => builder.AddGateway(),
            app => app.MapGateway());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_gateway is not null)
        {
            await _gateway.DisposeAsync();
        }

        await _service.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("/ogc/nope", "PATH_NOT_FOUND")]
    [InlineData("/ogc/collections/zones/tiles/Foo/1/0/0", "PATH_NOT_FOUND")]
    [InlineData("/v1/alerts/stream", "PATH_NOT_FOUND")]
    [InlineData("/v1/uploads/some/content", "REQUEST_REFUSED")]
    [InlineData("/v1/claims", "REQUEST_REFUSED")]
    public async Task EmptyNotFound_OfAnyService_IsAProblem(string path, string reason)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative));
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal((404, reason, path), (problem.RootElement.GetProperty("status").GetInt32(), problem.RootElement.GetProperty("reason").GetString(),
            problem.RootElement.GetProperty("instance").GetString()));
    }

    [Fact]
    public async Task EmptyNotFound_AskedForByHead_HasNoBody()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, "/ogc/nope");

        using var answer = await _http.SendAsync(request);

        Assert.Equal((HttpStatusCode.NotFound, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }
}
