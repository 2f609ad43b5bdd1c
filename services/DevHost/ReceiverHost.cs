using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;
using Truceline.DevHost.Rendering;
using Truceline.DevHost.Traces;
using Truceline.DevHost.Webhooks;

namespace Truceline.DevHost;

/// <summary>
/// What DevHost itself serves, on one loopback port: the receiver of traces, the receiver of webhooks, and <c>GET /traces/{id}</c>, a trace as a
/// tree in plain text.
/// </summary>
internal sealed class ReceiverHost(SpanStore spans, WebhookInbox webhooks, TimeProvider time) : IAsyncDisposable
{
    private WebApplication? _app;

    /// <summary>Spans that came in.</summary>
    internal SpanStore Spans => spans;

    /// <summary>Webhooks that came in.</summary>
    internal WebhookInbox Webhooks => webhooks;

    /// <summary>Begins to listen.</summary>
    internal async Task StartAsync(int port, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1));
        _app = builder.Build();
        _app.MapOtlpReceiver(spans);
        _app.MapWebhookReceiver(webhooks, spans, time);
        _app.MapGet("/traces/{id}", (string id) => TraceTree.Build(spans.Trace(id)) is { Count: > 0 } roots
            ? Results.Text(string.Join('\n', TraceLines.Render(roots, TraceLines.DefaultWidth)) + "\n")
            : Results.NotFound());
        await _app.StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }
}
