using System.Diagnostics;
using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Truceline.ServiceDefaults.FunctionalTests;

/// <summary>One server of gRPC health on a port of its own, which counts its calls.</summary>
internal sealed class Replica(int port) : IAsyncDisposable
{
    private readonly Counts _counts = new();
    private WebApplication? _app;

    public int Port => port;

    public int Calls => _counts.Calls;

    /// <summary>The span context and the deadline of the last call.</summary>
    public (ActivityTraceId Trace, DateTime Deadline) Last => _counts.Last;

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<KestrelServerOptions>(
            kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(_counts);
        _app = builder.Build();
        _app.MapGrpcService<Service>();
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

    internal sealed class Counts
    {
        private int _calls;

        public int Calls => Volatile.Read(ref _calls);

        public (ActivityTraceId Trace, DateTime Deadline) Last { get; private set; }

        public void Count(ServerCallContext context)
        {
            Interlocked.Increment(ref _calls);
            Last = (Activity.Current?.TraceId ?? default, context.Deadline);
        }
    }

    private sealed class Service(Counts counts) : Grpc.Health.V1.Health.HealthBase
    {
        public override Task<HealthCheckResponse> Check(HealthCheckRequest request, ServerCallContext context)
        {
            counts.Count(context);
            return Task.FromResult(new HealthCheckResponse { Status = HealthCheckResponse.Types.ServingStatus.Serving });
        }
    }
}
