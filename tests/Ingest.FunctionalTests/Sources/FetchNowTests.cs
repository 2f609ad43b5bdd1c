using System.Diagnostics;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Ingest.Documents;
using Truceline.Ingest.Intake;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests.Sources;

public class FetchNowTests
{
    [Fact]
    public async Task FetchSource_OfAPausedSource_FetchesOnceAndLeavesItPaused()
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = new SourcesFixture();
        server.On("/feed", FeedServer.Feed("One"));
        var source = await service.CreateAsync(server.Address("/feed"));

        var fetch = await service.FetchAsync(source);
        var after = await service.GetAsync(source);

        Assert.Equal((FetchOutcome.TakenIn, 200, 1), (fetch.Outcome, fetch.Status, fetch.AcceptedCount));
        Assert.Equal((SourceState.Paused, (object?)null), (after.State, after.Health.NextDueTime));
        Assert.StartsWith("sha256:", fetch.DocumentId, StringComparison.Ordinal);
        Assert.Equal([fetch], (await service.Sources.ListFetchesAsync(new ListFetchesRequest { SourceId = source.Id })).Fetches);
    }

    [Fact]
    public async Task FetchSource_Unknown_IsNotFound()
    {
        await using var service = new SourcesFixture();

        var error = await Assert.ThrowsAsync<RpcException>(async () => await service.Sources.FetchSourceAsync(new FetchSourceRequest { SourceId = "x" }));

        Assert.Equal(StatusCode.NotFound, error.StatusCode);
    }

    [Fact]
    public async Task FetchSource_OnAnotherReplicaThanTheOneThatPolls_GivesTheOutcome()
    {
        await using var server = await FeedServer.StartAsync();
        await using var first = new SourcesFixture();
        await using var second = new SourcesFixture(dataFolder: first.DataFolder);
        server.On("/feed", FeedServer.Feed("One"));
        var source = await first.CreateAsync(server.Address("/feed"));

        Assert.Equal(FetchOutcome.TakenIn, (await first.FetchAsync(source)).Outcome);
        Assert.Equal(FetchOutcome.Unchanged, (await second.FetchAsync(source)).Outcome);
        Assert.Equal(2, server.Requests("/feed").Count);
    }

    [Fact]
    public async Task FetchSource_WhenTheDocumentCouldNotBeStored_TakesItInTheNextTime()
    {
        await using var server = await FeedServer.StartAsync();
        var failing = true;
        await using var service = new SourcesFixture(services =>
        {
            var intake = services.Last(s => s.ServiceType == typeof(IDocumentIntake));
            services.Add(new ServiceDescriptor(
                typeof(IDocumentIntake),
                provider => new FailingIntake((IDocumentIntake)ActivatorUtilities.CreateInstance(provider, intake.ImplementationType!), () => failing),
                intake.Lifetime));
        });
        server.On("/feed", FeedServer.Feed("One"), ("ETag", "\"a\""));
        var source = await service.CreateAsync(server.Address("/feed"));

        var first = await service.FetchAsync(source);
        failing = false;
        var second = await service.FetchAsync(source);

        Assert.Equal("STORE_FAILED", first.Reason);
        Assert.Equal((FetchOutcome.TakenIn, 1), (second.Outcome, second.AcceptedCount));
        Assert.Equal("", server.Requests("/feed")[1].Header("If-None-Match"));
    }

    [Fact]
    public async Task FetchSource_ADocumentThatIsCutOff_KeepsWhatCanBeReadAndComesAgainWhole()
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = new SourcesFixture();
        var whole = FeedServer.Feed("One").Replace("</channel>", "<item><title>Two</title><guid>2</guid><description>Patrols went on.</description></item></channel>", StringComparison.Ordinal);
        server.On("/feed", whole[..whole.IndexOf("Patrols", StringComparison.Ordinal)], ("ETag", "\"a\""));
        var source = await service.CreateAsync(server.Address("/feed"));

        var cut = await service.FetchAsync(source);
        server.On("/feed", whole, ("ETag", "\"a\""));
        var again = await service.FetchAsync(source);

        Assert.Equal(FetchOutcome.Failed, cut.Outcome);
        Assert.NotEmpty(cut.Reason);
        Assert.Equal((FetchOutcome.TakenIn, 2), (again.Outcome, cut.AcceptedCount + again.AcceptedCount + again.RevisedCount));
        Assert.Equal("", server.Requests("/feed")[1].Header("If-None-Match"));
    }

    [Fact]
    public async Task FetchSource_WithAnExpectedFormat_RefusesEverythingElse()
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = new SourcesFixture();
        var detector = service.Services.GetRequiredService<FormatDetector>();
        var format = detector.Detect(DocumentContent.Of(System.Text.Encoding.UTF8.GetBytes(FeedServer.Feed("One"))).Head).Name;
        server.On("/feed", FeedServer.Feed("One"));
        var source = (await service.Sources.CreateSourceAsync(new CreateSourceRequest
        {
            Source = new Source { Name = "A desk", Address = server.Address("/feed"), Paused = true, ExpectedFormat = format },
        })).Source;

        var feed = await service.FetchAsync(source);
        server.On("/feed", "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"x\", \"items\": []}");
        var other = await service.FetchAsync(source);

        Assert.Equal((FetchOutcome.TakenIn, "UNEXPECTED_FORMAT"), (feed.Outcome, other.Reason));
    }

    [Fact]
    public async Task FetchSource_ManyOfOneHost_AreAskedOneAfterTheOther()
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = new SourcesFixture();
        var sources = new List<Source>();
        for (var i = 0; i < 8; i++)
        {
            var title = $"Note {i}";
            server.On($"/{i}", async context =>
            {
                await Task.Yield();
                await context.Response.WriteAsync(FeedServer.Feed(title));
            });
            sources.Add(await service.CreateAsync(server.Address($"/{i}")));
        }

        var fetches = await Task.WhenAll(sources.Select(service.FetchAsync));

        Assert.All(fetches, fetch => Assert.Equal(FetchOutcome.TakenIn, fetch.Outcome));
        Assert.Equal(1, server.MostAtOnce);
        Assert.Equal(8, (await service.ReportsAsync()).Count);
    }

    [Fact]
    public async Task FetchSource_MoreOftenThanLooksAreKept_KeepsTheLast()
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = new SourcesFixture(settings: ("Ingest:Sources:FetchesKept", "2"));
        server.On("/feed", FeedServer.Feed("One"));
        var source = await service.CreateAsync(server.Address("/feed"));

        var numbers = new List<long>();
        for (var i = 0; i < 4; i++)
        {
            numbers.Add((await service.FetchAsync(source)).Number);
        }

        var page = await service.Sources.ListFetchesAsync(new ListFetchesRequest { SourceId = source.Id, PageSize = 1 });
        var rest = await service.Sources.ListFetchesAsync(new ListFetchesRequest { SourceId = source.Id, PageToken = page.NextPageToken });
        Assert.Equal([numbers[3], numbers[2]], page.Fetches.Concat(rest.Fetches).Select(f => f.Number));
    }

    [Fact]
    public async Task Fetch_BeginsATraceThatItsReportsGoOnUnder()
    {
        await using var server = await FeedServer.StartAsync();
        using var spans = new SpanRecorder();
        await using var service = new SourcesFixture();
        server.On("/feed", FeedServer.Feed("One"));
        var source = await service.CreateAsync(server.Address("/feed"));

        await service.FetchAsync(source);
        var announced = await Poller.UntilAsync("report.accepted", () => Task.FromResult(service.Sidecar.Published.FirstOrDefault()));

        var span = spans.All.Single(a => a.DisplayName == "fetch source" && Equals(a.GetTagItem("truceline.source.id"), source.Id));
        Assert.Equal(default, span.ParentSpanId);
        Assert.Contains(span.TraceId.ToString(), announced.TraceParent, StringComparison.Ordinal);
        Assert.Equal(ActivityKind.Client, span.Kind);
    }

    private sealed class FailingIntake(IDocumentIntake inner, Func<bool> fails) : IDocumentIntake
    {
        public Task<DocumentResult> AcceptAsync(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellationToken) =>
            fails() ? throw new TimeoutException() : inner.AcceptAsync(bytes, hints, cancellationToken);

        public IAsyncEnumerable<ItemResult> AcceptItemsAsync(
            DocumentContent content, string documentId, long skip, CancellationToken cancellationToken) =>
            inner.AcceptItemsAsync(content, documentId, skip, cancellationToken);
    }
}
