using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Truceline.Gateway.FunctionalTests;

/// <summary>Stands in for one replica of Ingest: answers every request with its port and the body it got, and counts them.</summary>
internal sealed class Replica(int port) : IAsyncDisposable
{
    private WebApplication? _app;
    private int _calls;

    public int Port => port;

    public int Calls => Volatile.Read(ref _calls);

    /// <summary>When set, a request is taken with its body, and its connection broken without an answer.</summary>
    public bool BreaksOff { get; set; }

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<KestrelServerOptions>(
            kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        _app = builder.Build();
        _app.MapGrpcService<Serving>();
        _app.Map("/v1/reports", AnswerAsync);
        await _app.StartAsync();
    }

    /// <summary>Breaks off all connections at once.</summary>
    public async Task KillAsync()
    {
        if (_app is { } app)
        {
            _app = null;
            await app.StopAsync(new CancellationToken(true));
            await app.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync() => await KillAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new StreamReader(context.Request.Body);
        var text = await body.ReadToEndAsync();
        Interlocked.Increment(ref _calls);
        if (BreaksOff)
        {
            context.Abort();
            return;
        }

        await context.Response.WriteAsync($"{port} {text}");
    }

    private sealed class Serving : Grpc.Health.V1.Health.HealthBase
    {
        public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context) =>
            Task.FromResult(new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.Serving });
    }
}
