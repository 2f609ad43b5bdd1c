using System.Text.Json;
using Truceline.Testing;

namespace Truceline.GeoZone.FunctionalTests;

/// <summary>Two replicas on one database.</summary>
[Trait("Needs", "redis")]
public sealed class ReplicaTests : IAsyncLifetime
{
    private RedisServer _redis = null!;
    private GeoZoneFixture _a = null!;
    private GeoZoneFixture _b = null!;

    public async Task InitializeAsync()
    {
        _redis = await RedisServer.RunAsync();
        var settings = new Dictionary<string, string> { ["Cache:Redis"] = _redis.Address, ["Cache:PauseSeconds"] = "0.2" };
        _a = Replica(settings);
        _b = Replica(settings, _a.DataFolder);
        await BothConnectedAsync();
    }

    public async Task DisposeAsync()
    {
        await _b.DisposeAsync();
        await _a.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task GetAgreement_WhichAnotherReplicaReplaced_IsTheNewOneAlthoughTheOldWasCached()
    {
        await ImportAsync(_a, "The first title");
        await SeenOnTheOtherAsync("The first title");

        for (var version = 2; version < 12; version++)
        {
            var title = $"Title {version}";
            await ImportAsync(_a, title);
            await SeenOnTheOtherAsync(title);
        }
    }

    [Fact]
    public async Task GetAgreement_WhenItIsAskedAgain_ComesFromTheSecondLevel()
    {
        await ImportAsync(_a, "A title");
        await TitleAsync(_a);
        var id = GeoZoneFixture.Sample().Id;

        await Poller.UntilAsync("the hash in Redis",
            async () => await _redis.AskAsync($"EXISTS truceline:v2:geozone:agreement-hash:{id}") == ":1" ? "" : null);
    }

    [Fact]
    public async Task JudgePosition_OfZonesThatAnotherReplicaImported_TellsOfThem()
    {
        await ImportAsync(_a, "A title");

        // The clock of both stands still: no poll can have told.
        await Poller.UntilAsync("the zones on the other replica", async () => await VerdictTests.KhanShaykhunAsync(_b) is { Count: 2 } ? "" : null);
    }

    [Fact]
    public async Task Calls_WhenRedisDiesAndComesBack_GoOn()
    {
        await ImportAsync(_a, "Before");
        Assert.Equal("Before", await TitleAsync(_b));

        await _redis.KillAsync();
        Assert.Equal("Before", await TitleAsync(_a));
        Assert.Equal("Before", await TitleAsync(_b));
        await ImportAsync(_a, "While it is away");
        Assert.Equal("While it is away", await TitleAsync(_a));
        await Poller.UntilAsync("the cache to be named as degraded", async () => await CacheStatusAsync(_b) == "Degraded" ? "" : null);

        await _redis.StartAsync();
        await BothConnectedAsync();
        await Poller.UntilAsync("what was imported meanwhile on the other replica",
            async () => await TitleAsync(_b) == "While it is away" ? "" : null);
        await GetAgreement_WhichAnotherReplicaReplaced_IsTheNewOneAlthoughTheOldWasCached();
    }

    private static GeoZoneFixture Replica(Dictionary<string, string> settings, string? dataFolder = null) => new(settings, dataFolder);

    private static Task ImportAsync(GeoZoneFixture replica, string title)
    {
        var agreement = GeoZoneFixture.Sample();
        agreement.Title = title;
        return replica.Agreements.ImportAgreementAsync(new() { Agreement = agreement }).ResponseAsync;
    }

    private static async Task<string> TitleAsync(GeoZoneFixture replica) =>
        (await replica.Agreements.GetAgreementAsync(new() { AgreementId = GeoZoneFixture.Sample().Id })).Agreement.Title;

    // The message travels beside the answer to the import; the lifetime alone would be 10 s.
    private Task SeenOnTheOtherAsync(string title) => Poller.UntilAsync(
        $"'{title}' on the other replica", async () => await TitleAsync(_b) == title ? "" : null, TimeSpan.FromSeconds(3));

    private static async Task<string?> CacheStatusAsync(GeoZoneFixture replica)
    {
        using var http = replica.CreateClient();
        // Right after the start the zones may not have been read, and the answer be 503.
        using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
        using var health = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return health.RootElement.GetProperty("checks").GetProperty("cache").GetProperty("status").GetString();
    }

    private async Task BothConnectedAsync()
    {
        foreach (var replica in new[] { _a, _b })
        {
            await Poller.UntilAsync("the cache to be healthy", async () => await CacheStatusAsync(replica) == "Healthy" ? "" : null);
        }

        await Poller.UntilAsync("both replicas to listen",
            async () => await SubscribersAsync() == 2 ? "" : null);
    }

    private async Task<int> SubscribersAsync() => int.Parse(
        (await _redis.AskAsync("EVAL \"return redis.call('PUBSUB','NUMSUB','truceline:geozone.Backplane:v2')[2]\" 0")).TrimStart(':'),
        System.Globalization.CultureInfo.InvariantCulture);
}
