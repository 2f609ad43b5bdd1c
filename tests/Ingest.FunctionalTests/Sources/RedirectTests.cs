using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Ingest.Sources.Fetching;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.FunctionalTests.Sources;

public class RedirectTests
{
    [Theory]
    [InlineData(301)]
    [InlineData(308)]
    public async Task Fetch_AFeedThatMovedForGood_IsAskedAtItsNewAddressFromThenOn(int status)
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = new SourcesFixture();
        server.On("/old", status, ("Location", "/new"));
        server.On("/new", FeedServer.Feed("One"));
        var source = await service.CreateAsync(server.Address("/old"));

        await service.FetchAsync(source);
        await service.FetchAsync(source);
        var moved = await service.GetAsync(source);

        Assert.Equal((server.Address("/new"), server.Address("/old")), (moved.Address, moved.RegisteredAddress));
        Assert.NotEqual(source.Etag, moved.Etag);
        Assert.Equal((1, 2), (server.Requests("/old").Count, server.Requests("/new").Count));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    public async Task Fetch_AFeedThatMovedForNow_IsAskedAtItsOwnAddressAgain(int status)
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = new SourcesFixture();
        server.On("/feed", status, ("Location", "/elsewhere"));
        server.On("/elsewhere", FeedServer.Feed("One"), ("ETag", "\"a\""));
        var source = await service.CreateAsync(server.Address("/feed"));

        await service.FetchAsync(source);
        var fetch = await service.FetchAsync(source);

        Assert.Equal(server.Address("/elsewhere"), fetch.Address);
        Assert.Equal((server.Address("/feed"), ""), ((await service.GetAsync(source)).Address, (await service.GetAsync(source)).RegisteredAddress));
        Assert.Equal(["", ""], server.Requests("/feed").Select(r => r.Header("If-None-Match")));
        Assert.Equal(["", "\"a\""], server.Requests("/elsewhere").Select(r => r.Header("If-None-Match")));
    }

    [Fact]
    public async Task Fetch_ARedirectForGoodToAnError_IsNotKept()
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = new SourcesFixture();
        server.On("/old", 301, ("Location", "/new"));
        server.On("/new", 500);
        var source = await service.CreateAsync(server.Address("/old"));

        var fetch = await service.FetchAsync(source);

        Assert.Equal((FetchOutcome.Failed, "HTTP_500"), (fetch.Outcome, fetch.Reason));
        Assert.Equal(server.Address("/old"), (await service.GetAsync(source)).Address);
    }

    [Fact]
    public async Task Fetch_RedirectsWithoutEnd_AreGivenUp()
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = new SourcesFixture();
        server.On("/a", 302, ("Location", "/b"));
        server.On("/b", 302, ("Location", "/a"));
        for (var i = 0; i < 10; i++)
        {
            server.On($"/hop{i}", 302, ("Location", $"/hop{i + 1}"));
        }

        Assert.Equal("REDIRECT_LOOP", (await service.FetchAsync(await service.CreateAsync(server.Address("/a")))).Reason);
        Assert.Equal("TOO_MANY_REDIRECTS", (await service.FetchAsync(await service.CreateAsync(server.Address("/hop0")))).Reason);
        Assert.Equal((1, 0), (server.Requests("/hop5").Count, server.Requests("/hop6").Count));
    }

    [Theory]
    [InlineData("http://127.0.0.2:{0}/secret", "ADDRESS_REFUSED")]
    [InlineData("http://localhost.test:{0}/secret", "ADDRESS_REFUSED")]
    [InlineData("http://[::1]:{0}/secret", "ADDRESS_REFUSED")]
    [InlineData("http://[::ffff:127.0.0.2]:{0}/secret", "ADDRESS_REFUSED")]
    [InlineData("http://169.254.169.254/latest/meta-data/", "ADDRESS_REFUSED")]
    [InlineData("http://10.0.0.1/", "ADDRESS_REFUSED")]
    [InlineData("http://nobody.test/", "NAME_UNKNOWN")]
    [InlineData("file:///etc/passwd", "URL_REFUSED")]
    [InlineData("http://user:word@127.0.0.1:{0}/secret", "URL_REFUSED")]
    public async Task Fetch_ARedirectToWhereNobodyMayGo_IsNotFollowed(string target, string reason)
    {
        await using var server = await FeedServer.StartAsync();
        await using var service = new SourcesFixture(services => services.AddSingleton<IHostLookup>(new Names { ["localhost.test"] = ["127.0.0.2"] }));
        server.On("/feed", 301, ("Location", string.Format(null, target, server.Port)));
        server.On("/secret", FeedServer.Feed("Secret"));
        var source = await service.CreateAsync(server.Address("/feed"));

        var fetch = await service.FetchAsync(source);

        Assert.Equal((FetchOutcome.Failed, reason), (fetch.Outcome, fetch.Reason));
        Assert.Empty(server.Requests("/secret"));
        Assert.Equal(server.Address("/feed"), (await service.GetAsync(source)).Address);
    }

    [Fact]
    public async Task Fetch_ANameWhoseAddressChanged_IsJudgedByTheNewOne()
    {
        await using var server = await FeedServer.StartAsync();
        var names = new Names { ["feeds.test"] = ["127.0.0.1"] };
        await using var service = new SourcesFixture(services => services.AddSingleton<IHostLookup>(names));
        server.On("/feed", FeedServer.Feed("One"), ("Connection", "close"));
        var source = await service.CreateAsync(server.Address("/feed", "feeds.test"));

        var first = await service.FetchAsync(source);
        names["feeds.test"] = ["127.0.0.2"];
        var second = await service.FetchAsync(source);
        names["feeds.test"] = ["127.0.0.1", "10.0.0.1"];
        var third = await service.FetchAsync(source);

        Assert.Equal((FetchOutcome.TakenIn, "ADDRESS_REFUSED", "ADDRESS_REFUSED"), (first.Outcome, second.Reason, third.Reason));
        Assert.Single(server.Requests("/feed"));
    }

    private sealed class Names : Dictionary<string, string[]>, IHostLookup
    {
        public Task<IPAddress[]> FindAsync(string host, CancellationToken cancellationToken) => Task.FromResult(
            IPAddress.TryParse(host, out var literal) ? [literal] : TryGetValue(host, out var addresses) ? Array.ConvertAll(addresses, IPAddress.Parse) : []);
    }
}
