using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Truceline.Ingest.FunctionalTests.Sources;

/// <summary>A server of feeds on 127.0.0.1 that notes what it is asked. Each path answers as it is told. Thread-safe.</summary>
internal sealed class FeedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new();
    private readonly ConcurrentQueue<FeedRequest> _requests = new();
    private int _underWay;

    private FeedServer(WebApplication app)
    {
        _app = app;
        _app.Run(AnswerAsync);
    }

    /// <summary>Its port.</summary>
    public int Port { get; private set; }

    /// <summary>Largest number of requests that were under way at one time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Starts it.</summary>
    public static async Task<FeedServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1));
        var server = new FeedServer(builder.Build());
        await server._app.StartAsync();
        server.Port = new Uri(server._app.Urls.Single()).Port;
        return server;
    }

    /// <summary>A feed with one item.</summary>
    public static string Feed(string title) => $"""
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Example Desk</title><link>https://desk.example.org/</link><description>Reports</description>
        <item><title>{title}</title><guid isPermaLink="false">{title}</guid><link>https://desk.example.org/{Uri.EscapeDataString(title)}</link>
        <description>Observers heard shelling near the town on Friday, says the desk in its note {title}.</description></item></channel></rss>
        """;

    /// <summary>Address of a path.</summary>
    public string Address(string path, string host = "127.0.0.1") => $"http://{host}:{Port}{path}";

    /// <summary>What a path answers.</summary>
    public void On(string path, RequestDelegate answer) => _answers[path] = answer;

    /// <summary>A path answers with a body.</summary>
    public void On(string path, string body, params (string Name, string Value)[] headers) => On(path, context =>
    {
        context.Response.ContentType = "application/rss+xml; charset=utf-8";
        Array.ForEach(headers, h => context.Response.Headers.Append(h.Name, h.Value));
        return context.Response.WriteAsync(body);
    });

    /// <summary>A path answers with a status and no body.</summary>
    public void On(string path, int status, params (string Name, string Value)[] headers) => On(path, context =>
    {
        context.Response.StatusCode = status;
        Array.ForEach(headers, h => context.Response.Headers.Append(h.Name, h.Value));
        return Task.CompletedTask;
    });

    /// <summary>What was asked of a path, in order.</summary>
    public IReadOnlyList<FeedRequest> Requests(string path) => [.. _requests.Where(r => r.Path == path)];

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(2), TimeProvider.System);
        await _app.StopAsync(limit.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var now = Interlocked.Increment(ref _underWay);
        MostAtOnce = Math.Max(MostAtOnce, now);
        try
        {
            var path = context.Request.Path.Value!;
            _requests.Enqueue(new FeedRequest(
                path, context.Request.Host.Host, context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase)));
            if (_answers.TryGetValue(path, out var answer))
            {
                await answer(context);
            }
            else
            {
                context.Response.StatusCode = 404;
            }
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }
}

/// <summary>A request that came.</summary>
internal sealed record FeedRequest(string Path, string Host, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>A header; empty when it was not sent.</summary>
    public string Header(string name) => Headers.TryGetValue(name, out var value) ? value : "";
}
