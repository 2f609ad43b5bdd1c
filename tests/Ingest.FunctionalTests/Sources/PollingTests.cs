using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests.Sources;

/// <summary>What happens by schedule, with a clock that the test moves.</summary>
public class PollingTests
{
    private static readonly (string, string)[] LongLimits =
    [
        ("Leases:DurationSeconds", "300"), ("Ingest:Sources:FetchTimeoutSeconds", "600"), ("Ingest:Sources:IntakeTimeoutSeconds", "3600"), ("Ingest:Sources:PollSeconds", "1"),
    ];

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2020, 3, 6, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Poll_WithThreeReplicas_FetchesEachSourceOnceForEachLook()
    {
        await using var server = await FeedServer.StartAsync();
        await using var first = Replica();
        await using var second = Replica(first.DataFolder);
        await using var third = Replica(first.DataFolder);
        _ = (first.Channel, second.Channel, third.Channel);
        string[] paths = ["/a", "/b", "/c", "/d"];
        var sources = new List<Source>();
        foreach (var path in paths)
        {
            server.On(path, FeedServer.Feed(path), ("ETag", $"\"{path}\""));
            sources.Add(await first.CreateAsync(server.Address(path), interval: 60, paused: false));
        }

        await PassAsync("six looks at each source", () => paths.All(p => server.Requests(p).Count >= 6), TimeSpan.FromSeconds(2));

        foreach (var (path, source) in paths.Zip(sources))
        {
            // The clock stands still now: what is under way ends, nothing more begins.
            var fetches = await Poller.UntilAsync("every request on record", async () =>
                (await second.Sources.ListFetchesAsync(new ListFetchesRequest { SourceId = source.Id, PageSize = 1000 })).Fetches is var found
                && found.Count == server.Requests(path).Count ? found : null);

            // Looks fall on the same second of each minute; after the first one, which came at once, no minute has two.
            var due = (await second.GetAsync(source)).Health.NextDueTime.ToDateTimeOffset();
            var minutes = fetches.OrderBy(f => f.Number).Skip(1).Select(f => Math.Ceiling((due - f.StartTime.ToDateTimeOffset()) / TimeSpan.FromMinutes(1))).ToArray();
            Assert.Equal(minutes.Length, minutes.Distinct().Count());
        }

        Assert.Equal(1, server.MostAtOnce);
    }

    [Fact]
    public async Task Poll_AfterTheOwnerOfTheLeaseStopped_GoesOnWithoutASecondFetch()
    {
        await using var server = await FeedServer.StartAsync();
        server.On("/feed", FeedServer.Feed("One"), ("ETag", "\"a\""));
        await using var first = Replica();
        var source = await first.CreateAsync(server.Address("/feed"), interval: 600, paused: false);
        await PassAsync("the first look", () => server.Requests("/feed").Count == 1);
        await RecordedAsync(first, source);
        await using var second = Replica(first.DataFolder);
        _ = second.Channel;
        await first.StopAsync();

        await PassAsync("the next look, by the other replica", () => server.Requests("/feed").Count == 2, TimeSpan.FromSeconds(5));

        Assert.Equal("\"a\"", server.Requests("/feed")[1].Header("If-None-Match"));
    }

    [Fact]
    public async Task Poll_AfterARestart_FetchesNothingBeforeItIsDue()
    {
        await using var server = await FeedServer.StartAsync();
        server.On("/feed", FeedServer.Feed("One"), ("ETag", "\"a\""));
        server.On("/other", FeedServer.Feed("Two"));
        await using var first = Replica();
        var source = await first.CreateAsync(server.Address("/feed"), interval: 3600, paused: false);
        await PassAsync("the first look", () => server.Requests("/feed").Count == 1);
        var due = (await RecordedAsync(first, source)).Health.NextDueTime.ToDateTimeOffset();
        await first.StopAsync();

        await using var second = Replica(first.DataFolder);
        // What is due shows that the poller has looked at what is due.
        await second.CreateAsync(server.Address("/other"), interval: 60, paused: false);
        await PassAsync("looks at another source until shortly before", () => due - _time.GetUtcNow() < TimeSpan.FromSeconds(90), TimeSpan.FromSeconds(10));
        var looked = server.Requests("/other").Count;
        Assert.Single(server.Requests("/feed"));
        Assert.True(looked > 0);

        await PassAsync("the next look", () => server.Requests("/feed").Count == 2);
        Assert.True(_time.GetUtcNow() >= due);
        Assert.Equal("\"a\"", server.Requests("/feed")[1].Header("If-None-Match"));
    }

    [Fact]
    public async Task Poll_KilledInTheMidstOfAFetch_TakesTheFeedInLater()
    {
        await using var server = await FeedServer.StartAsync();
        await using var first = Replica();
        var entered = new TaskCompletionSource();
        server.On("/feed", context =>
        {
            entered.TrySetResult();
            return context.RequestAborted.WhenCancelledAsync();
        });
        var source = await first.CreateAsync(server.Address("/feed"), interval: 60, paused: false);
        await PassAsync("the first look", () => entered.Task.IsCompleted);
        var stopping = first.StopAsync();
        await PassAsync("the end of the service", () => stopping.IsCompleted);
        await stopping;
        Assert.Single(server.Requests("/feed"));

        server.On("/feed", FeedServer.Feed("One"));
        await using var second = Replica(first.DataFolder);
        var claimed = (await second.GetAsync(source)).Health.NextDueTime.ToDateTimeOffset();
        await PassAsync("the end of the claim", () => claimed - _time.GetUtcNow() < TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(30));
        Assert.Single(server.Requests("/feed"));
        await PassAsync("the look after it", () => server.Requests("/feed").Count == 2, TimeSpan.FromSeconds(5));
        await Poller.UntilAsync("the report", async () => (await second.ReportsAsync()).FirstOrDefault());

        Assert.True(claimed > source.CreateTime.ToDateTimeOffset());
        Assert.True(_time.GetUtcNow() >= claimed);
    }

    [Fact]
    public async Task Poll_StoppedInTheMidstOfAFetch_LetsItEnd()
    {
        await using var server = await FeedServer.StartAsync();
        await using var first = Replica();
        var (entered, released) = (new TaskCompletionSource(), new TaskCompletionSource());
        server.On("/feed", async context =>
        {
            entered.TrySetResult();
            await released.Task;
            await context.Response.WriteAsync(FeedServer.Feed("One"));
        });
        var source = await first.CreateAsync(server.Address("/feed"), interval: 60, paused: false);
        await PassAsync("the first look", () => entered.Task.IsCompleted);
        var stopping = first.StopAsync();
        released.SetResult();
        await stopping;

        await using var second = Replica(first.DataFolder);
        Assert.Equal(source.Id, (await second.ReportsAsync()).Single().SourceId);
        Assert.NotNull((await second.GetAsync(source)).Health.LastSuccessTime);
    }

    [Fact]
    public async Task Poll_AServerThatFails_IsLeftAloneForLongerAndLonger()
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = Replica();
        server.On("/feed", 500);
        var source = await service.CreateAsync(server.Address("/feed"), interval: 60, paused: false);

        var pauses = new List<double>();
        Source failing = source;
        for (var failures = 1; failures <= 4; failures++)
        {
            await PassAsync($"failure {failures}", () => server.Requests("/feed").Count == failures, TimeSpan.FromSeconds(4));
            failing = await RecordedAsync(service, source, failures);
            pauses.Add((failing.Health.NextDueTime.ToDateTimeOffset() - failing.Health.LastAttemptTime.ToDateTimeOffset()).TotalSeconds);
        }

        Assert.Collection(
            pauses, p => Assert.InRange(p, 60, 90), p => Assert.InRange(p, 120, 180), p => Assert.InRange(p, 240, 360), p => Assert.InRange(p, 480, 720));
        Assert.Equal(("HTTP_500", SourceState.Active), (failing.Health.LastError, failing.State));
        Assert.Null(failing.Health.LastSuccessTime);
        Assert.Single((await service.Sources.ListSourcesAsync(new ListSourcesRequest { Failing = true })).Sources);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Poll_AServerThatAsksToBeLeftAlone_IsLeftAloneByAllOfItsSourcesAlsoAfterARestart(int status)
    {
        await using var server = await FeedServer.StartAsync();
        await using var first = Replica();
        server.On("/feed", status, ("Retry-After", "900"));
        server.On("/other", FeedServer.Feed("One"));
        await first.CreateAsync(server.Address("/other"), interval: 60, paused: false);
        await PassAsync("the other source", () => server.Requests("/other").Count == 1);
        var source = await first.CreateAsync(server.Address("/feed"), interval: 60, paused: false);
        await PassAsync("the first look", () => server.Requests("/feed").Count == 1);
        var asked = await RecordedAsync(first, source, failures: 1);
        var looks = server.Requests("/other").Count;
        await first.StopAsync();

        await using var second = Replica(first.DataFolder);
        _ = second.Channel;
        await PassAsync("both sources", () => server.Requests("/other").Count > looks && server.Requests("/feed").Count > 1, TimeSpan.FromSeconds(5));

        var until = asked.Health.LastAttemptTime.ToDateTimeOffset().AddSeconds(900);
        Assert.True(asked.Health.NextDueTime.ToDateTimeOffset() >= until);
        var fetches = (await second.Sources.ListSourcesAsync(new ListSourcesRequest())).Sources
            .SelectMany(s => second.Sources.ListFetches(new ListFetchesRequest { SourceId = s.Id }).Fetches)
            .Select(f => f.StartTime.ToDateTimeOffset());
        Assert.DoesNotContain(fetches, time => time > asked.Health.LastAttemptTime.ToDateTimeOffset() && time < until);
    }

    [Fact]
    public async Task Poll_AFeedThatIsGone_IsNotAskedAgain()
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = Replica();
        server.On("/feed", 410);
        server.On("/other", FeedServer.Feed("One"));
        var source = await service.CreateAsync(server.Address("/feed"), interval: 60, paused: false);
        await service.CreateAsync(server.Address("/other"), interval: 60, paused: false);

        await PassAsync("five looks at another source", () => server.Requests("/other").Count >= 5, TimeSpan.FromSeconds(4));

        var gone = await service.GetAsync(source);
        Assert.Single(server.Requests("/feed"));
        Assert.Equal((SourceState.Gone, (object?)null, "HTTP_410"), (gone.State, gone.Health.NextDueTime, gone.Health.LastError));

        server.On("/moved", FeedServer.Feed("Two"));
        await service.Sources.UpdateSourceAsync(new UpdateSourceRequest
        {
            SourceId = source.Id,
            Source = new Source { Address = server.Address("/moved") },
            UpdateMask = new Google.Protobuf.WellKnownTypes.FieldMask { Paths = { "address" } },
        });
        await PassAsync("the new address", () => server.Requests("/moved").Count == 1);
    }

    [Fact]
    public async Task GetSource_AfterLooks_TellsItsHealth()
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = Replica();
        var count = 0;
        server.On("/feed", context => context.Response.WriteAsync(FeedServer.Feed($"Note {++count}")));
        var source = await service.CreateAsync(server.Address("/feed"), interval: 600, paused: false);

        // Time stands still until a look is on record: while one is under way, the next due time is the end of its claim.
        for (var looks = 1; looks <= 3; looks++)
        {
            await PassAsync($"look {looks}", () => count >= looks, TimeSpan.FromSeconds(5));
            await Poller.UntilAsync($"item {looks} on record", async () =>
                await service.GetAsync(source) is { } s && s.Health.Days.Sum(d => d.Items) >= looks ? s : null);
        }

        var found = await service.GetAsync(source);

        Assert.Equal("2020-03-06", found.Health.Days[^1].Date);
        Assert.True(found.Health.ItemsPerDay >= 3);
        Assert.Equal((0, ""), (found.Health.ConsecutiveFailures, found.Health.LastError));
        Assert.Equal(found.Health.LastAttemptTime, found.Health.LastSuccessTime);
        Assert.InRange((found.Health.NextDueTime.ToDateTimeOffset() - found.Health.LastAttemptTime.ToDateTimeOffset()).TotalSeconds, 300, 900);
    }

    private SourcesFixture Replica(string? dataFolder = null) =>
        new(services => services.AddSingleton<TimeProvider>(_time), dataFolder, LongLimits);

    // Time passes until something has happened; each step leaves time for what it sets off.
    private Task PassAsync(string what, Func<bool> condition, TimeSpan? step = null) => Poller.UntilAsync(
        what,
        () =>
        {
            if (condition())
            {
                return true;
            }

            _time.Advance(step ?? TimeSpan.FromSeconds(1));
            return false;
        },
        longest: TimeSpan.FromSeconds(120));

    private static Task<Source> RecordedAsync(SourcesFixture service, Source source, int failures = 0) => Poller.UntilAsync(
        "the fetch on record",
        async () => await service.GetAsync(source) is { Health.LastAttemptTime: not null } s && s.Health.ConsecutiveFailures >= failures ? s : null);
}
