using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests.Sources;

public class HostileBodyTests
{
    private static readonly byte[] Feed = Encoding.UTF8.GetBytes(FeedServer.Feed("One"));

    [Fact]
    public async Task Fetch_ABodyThatEndsBeforeItsLength_IsATruncation() => await AssertAsync("BODY_TRUNCATED", async context =>
    {
        context.Response.ContentLength = Feed.Length + 1000;
        await context.Response.Body.WriteAsync(Feed);

        // The server ends the connection when it finds that bytes are missing.
        await context.Response.Body.FlushAsync();
    });

    [Fact]
    public async Task Fetch_AHeaderThatClaimsAGigabyte_IsRefusedWithoutWaitingForIt() => await AssertAsync("BODY_TOO_LARGE", async context =>
    {
        context.Response.ContentLength = 1L << 30;
        await context.Response.Body.WriteAsync(Feed);
        await context.Response.Body.FlushAsync();
        await context.RequestAborted.WhenCancelledAsync();
    });

    [Fact]
    public async Task Fetch_ABodyWithoutEnd_IsCutOff() => await AssertAsync("BODY_TOO_LARGE", async context =>
    {
        while (!context.RequestAborted.IsCancellationRequested)
        {
            await context.Response.Body.WriteAsync(new byte[64 * 1024], context.RequestAborted);
        }
    });

    [Fact]
    public async Task Fetch_ABomb_IsRefused() => await AssertAsync("BODY_EXPANDS_TOO_MUCH", async context =>
    {
        context.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        for (var i = 0; i < 100; i++)
        {
            await gzip.WriteAsync(new byte[1024 * 1024], context.RequestAborted);
        }
    });

    [Fact]
    public async Task Fetch_AnAnswerThatNeverComes_IsGivenUp() =>
        await AssertAsync("TIMEOUT", context => context.RequestAborted.WhenCancelledAsync(), ("Ingest:Sources:FetchTimeoutSeconds", "1"));

    [Fact]
    public async Task Fetch_ABodyThatTrickles_IsGivenUp() => await AssertAsync(
        "TIMEOUT",
        async context =>
        {
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.WriteAsync(" ", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, context.RequestAborted);
            }
        },
        ("Ingest:Sources:FetchTimeoutSeconds", "1"));

    [Fact]
    public async Task Fetch_ACompressedFeed_IsTakenIn()
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = new SourcesFixture();
        server.On("/feed", async context =>
        {
            context.Response.Headers.ContentEncoding = "br";
            await using var brotli = new BrotliStream(context.Response.Body, CompressionLevel.Fastest);
            await brotli.WriteAsync(Feed);
        });

        var fetch = await service.FetchAsync(await service.CreateAsync(server.Address("/feed")));

        Assert.Equal((FetchOutcome.TakenIn, 1), (fetch.Outcome, fetch.AcceptedCount));
        Assert.InRange(fetch.SizeBytes, 1, Feed.Length - 1);
    }

    [Fact]
    public async Task Fetch_WhatNobodyAnswersTo_IsAFailureOfTheConnection()
    {
        await using var service = new SourcesFixture();
        var source = await service.CreateAsync($"http://127.0.0.1:{LoopbackPorts.Free(1)[0]}/feed");

        Assert.Equal("CONNECTION_FAILED", (await service.FetchAsync(source)).Reason);
    }

    // What fails leaves nothing behind that would keep the whole feed from being taken in later.
    private static async Task AssertAsync(string reason, RequestDelegate hostile, params (string Name, string Value)[] settings)
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = new SourcesFixture(settings: settings);
        server.On("/feed", context =>
        {
            context.Response.Headers.ETag = "\"same\"";
            return hostile(context);
        });
        var source = await service.CreateAsync(server.Address("/feed"));

        var failed = await service.FetchAsync(source);
        Assert.Equal((FetchOutcome.Failed, reason), (failed.Outcome, failed.Reason));
        Assert.Empty(await service.ReportsAsync());
        Assert.Equal((1, reason), ((await service.GetAsync(source)).Health.ConsecutiveFailures, (await service.GetAsync(source)).Health.LastError));

        server.On("/feed", FeedServer.Feed("One"), ("ETag", "\"same\""));
        Assert.Equal(FetchOutcome.TakenIn, (await service.FetchAsync(source)).Outcome);
        Assert.Equal(0, (await service.GetAsync(source)).Health.ConsecutiveFailures);
        Assert.Equal("", server.Requests("/feed")[^1].Header("If-None-Match"));
    }
}

internal static class Cancellations
{
    /// <summary>Waits for a cancellation.</summary>
    internal static async Task WhenCancelledAsync(this CancellationToken token) =>
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
