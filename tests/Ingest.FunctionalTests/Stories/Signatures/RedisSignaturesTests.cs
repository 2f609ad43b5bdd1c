using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Truceline.Ingest.Stories.Signatures;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults;
using Truceline.ServiceDefaults.Caching;

namespace Truceline.Ingest.FunctionalTests.Stories.Signatures;

/// <summary>What one replica shares another one finds, over a Redis of the test's own.</summary>
[Trait("Needs", "redis")]
public sealed class RedisSignaturesTests : IAsyncLifetime
{
    private const string Text =
        """
        The monitors counted nine explosions west of the grain silos on Monday morning. A patrol that set out at noon was turned back at the second checkpoint and
        returned to its base by the northern road. The commander on the ridge told them that his men had fired at a drone; residents of two villages said that
        shells had fallen among the orchards and that a shepherd was missing. The committee asked both sides for the whereabouts of their howitzers.
        """;

    private RedisServer _redis = null!;
    private Replica _a = null!;
    private Replica _b = null!;

    public async Task InitializeAsync()
    {
        _redis = await RedisServer.RunAsync();
        _a = Replica.At(_redis.Address);
        _b = Replica.At(_redis.Address);
    }

    public async Task DisposeAsync()
    {
        await _a.DisposeAsync();
        await _b.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task BringAsync_CopyOfWhatAnotherReplicaShared_FindsItsStory()
    {
        _a.Shared.Share([new IndexedReport("story", "report", Signature(Text))]);
        var copy = Signature("Good evening. " + Text.Replace("Monday", "Tuesday"));

        await Poller.UntilAsync("the story at the other replica", async () =>
        {
            await _b.Shared.BringAsync([copy], default);
            return _b.Index.Find(copy)?.StoryId;
        });

        Assert.Equal("report", _b.Index.Find(copy)!.ReportId);
    }

    [Fact]
    public async Task WithdrawAsync_SharedReport_IsBroughtNoMore()
    {
        _a.Shared.Share([new IndexedReport("story", "report", Signature(Text))]);
        await Poller.UntilAsync("the signature in Redis", async () => await ExistsAsync() ? "" : null);

        await _a.Shared.WithdrawAsync(["report"], default);
        await _b.Shared.BringAsync([Signature(Text)], default);

        Assert.False(await ExistsAsync());
        Assert.Equal(0, _b.Index.Count);
    }

    [Fact]
    public async Task BringAsync_WhileRedisIsAway_DoesNotFail()
    {
        await _b.Shared.BringAsync([Signature(Text)], default);
        await _redis.KillAsync();
        _b.Index.Add("story", "report", Signature(Text));

        _b.Shared.Share([new IndexedReport("story", "report", Signature(Text))]);
        await _b.Shared.BringAsync([Signature(Text)], default);
        await _b.Shared.WithdrawAsync(["report"], default);

        Assert.NotNull(_b.Index.Find(Signature(Text)));
    }

    private static StorySignature Signature(string text) => StorySignature.Of(new Report { Text = text });

    private async Task<bool> ExistsAsync() => await _redis.AskAsync("EXISTS truceline:ingest:signature:v1:report") == ":1";

    private sealed class Replica : IAsyncDisposable
    {
        private readonly RedisConnection _connection;

        private Replica(string address)
        {
            var options = Options.Create(new CacheOptions { Redis = address, PatienceMilliseconds = 5000, PauseSeconds = 0.1 });
            _connection = new RedisConnection(options, new ServiceIdentity("ingest"));
            Shared = new RedisSignatures(
                _connection, Index, Options.Create(new SignatureOptions()), options, TimeProvider.System, NullLogger<RedisSignatures>.Instance);
        }

        internal NearDuplicateIndex Index { get; } = new();

        internal RedisSignatures Shared { get; }

        internal static Replica At(string address) => new(address);

        public ValueTask DisposeAsync() => _connection.DisposeAsync();
    }
}
