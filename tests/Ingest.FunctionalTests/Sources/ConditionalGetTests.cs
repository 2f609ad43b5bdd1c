using Microsoft.AspNetCore.Http;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests.Sources;

public class ConditionalGetTests
{
    [Theory]
    [InlineData("ETag", "\"5e6231\"", "If-None-Match")]
    [InlineData("ETag", "W/\"5e6231\"", "If-None-Match")]
    [InlineData("ETag", "5e6231", "If-None-Match")]
    [InlineData("Last-Modified", "Fri, 06 Mar 2020 11:20:00 GMT", "If-Modified-Since")]
    public async Task Fetch_AnUnchangedFeed_IsNotDownloadedAgain(string validator, string value, string condition)
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = new SourcesFixture();
        var bodies = 0;
        server.On("/feed", context =>
        {
            context.Response.Headers.Append(validator, value);
            if (context.Request.Headers[condition] == value)
            {
                context.Response.StatusCode = 304;
                return Task.CompletedTask;
            }

            bodies++;
            return context.Response.WriteAsync(FeedServer.Feed("One"));
        });
        var source = await service.CreateAsync(server.Address("/feed"));

        var outcomes = new List<FetchOutcome>();
        for (var i = 0; i < 4; i++)
        {
            outcomes.Add((await service.FetchAsync(source)).Outcome);
        }

        Assert.Equal([FetchOutcome.TakenIn, FetchOutcome.NotModified, FetchOutcome.NotModified, FetchOutcome.NotModified], outcomes);
        Assert.Equal(1, bodies);
        Assert.Equal(["", value, value, value], server.Requests("/feed").Select(r => r.Header(condition)));
        Assert.Single(await service.ReportsAsync());
    }

    [Fact]
    public async Task Fetch_AFeedWithoutValidators_IsTakenInOnceWhileItIsTheSame()
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = new SourcesFixture();
        server.On("/feed", FeedServer.Feed("One"));
        var source = await service.CreateAsync(server.Address("/feed"));

        var first = await service.FetchAsync(source);
        var second = await service.FetchAsync(source);
        server.On("/feed", FeedServer.Feed("Two"));
        var third = await service.FetchAsync(source);

        Assert.Equal((FetchOutcome.TakenIn, FetchOutcome.Unchanged, FetchOutcome.TakenIn), (first.Outcome, second.Outcome, third.Outcome));
        Assert.Equal(2, (await service.ReportsAsync()).Count);
        Assert.All(await service.ReportsAsync(), r => Assert.Equal(source.Id, r.SourceId));
    }

    [Fact]
    public async Task Fetch_SaysHonestlyWhoAsks_AndNothingElse()
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = new SourcesFixture(settings: ("Ingest:Sources:UserAgent", "Truceline-Ingest/1 (desk@example.org)"));
        server.On("/feed", FeedServer.Feed("One"), ("Set-Cookie", "a=b"));
        var source = await service.CreateAsync(server.Address("/feed"));

        await service.FetchAsync(source);
        await service.FetchAsync(source);

        Assert.All(server.Requests("/feed"), request => Assert.Equal(
            ["Accept", "Accept-Encoding", "Host", "User-Agent"], request.Headers.Keys.Order(StringComparer.Ordinal)));
        Assert.Equal("Truceline-Ingest/1 (desk@example.org)", server.Requests("/feed")[0].Header("User-Agent"));
    }
}
