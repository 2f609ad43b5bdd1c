using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Truceline.Load;

/// <summary>Stands in for the sidecar: takes every event that is published, and counts. What a broker does with them costs nothing here.</summary>
internal sealed class EventSink : IAsyncDisposable
{
    private static readonly byte[] EmptyMessage = new byte[5];
    private readonly WebApplication _app;
    private long _taken;

    private EventSink(WebApplication app) => _app = app;

    /// <summary>How many came.</summary>
    internal long Taken => Interlocked.Read(ref _taken);

    internal static async Task<EventSink> StartAsync(int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.Configure<KestrelServerOptions>(
            kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        var app = builder.Build();
        var sink = new EventSink(app);
        app.Run(sink.AnswerAsync);
        await app.StartAsync(cancellationToken);
        return sink;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        if (context.Request.Path.Value!.EndsWith("/PublishEvent", StringComparison.Ordinal))
        {
            Interlocked.Increment(ref _taken);
        }

        context.Response.ContentType = "application/grpc";
        context.Response.DeclareTrailer("grpc-status");
        await context.Response.Body.WriteAsync(EmptyMessage, context.RequestAborted);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
