using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Truceline.Events.V1;
using Truceline.GeoZone.Storage;
using Truceline.GeoZone.Tracks;
using Truceline.GeoZone.V1;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;

namespace Truceline.GeoZone.FunctionalTests;

/// <summary>States of tracks in a real Redis, shared by two replicas on one database; beside them one service that keeps them in its memory.</summary>
[Trait("Needs", "redis")]
public sealed class TrackStateTests : IAsyncTest
{
    private const string Key = "truceline:geozone:track:v1:";
    private const double DegreeM = 111_319.5;
    private static readonly DateTimeOffset Start = GeoZoneFixture.Now.AddHours(-3);

    private RedisServer _redis = null!;
    private GeoZoneFixture _a = null!;
    private GeoZoneFixture _b = null!;
    private GeoZoneFixture _alone = null!;
    private int _events;

    public async Task InitializeAsync()
    {
        _redis = await RedisServer.RunAsync();
        var settings = new Dictionary<string, string> { ["Cache:Redis"] = _redis.Address, ["Cache:PauseSeconds"] = "0.2" };
        _a = new(settings);
        _b = new(settings, _a.DataFolder);
        _alone = new();
        foreach (var service in new[] { _a, _b, _alone })
            await Poller.UntilAsync("the zones to be read", async () => await VerdictTests.KhanShaykhunAsync(service) is not null ? "" : null);
        foreach (var service in new[] { _a, _alone })
        {
            await new TrackService.TrackServiceClient(service.Channel).PutFenceAsync(new()
            {
                Fence = new()
                {
                    Id = "depot",
                    Kind = FenceKind.Area,
                    Shape = new() { Circle = new() { Centre = new() { Latitude = 0, Longitude = 10 }, RadiusLowM = 1_000 } },
                    MarginM = 50,
                    MinDwell = Duration.FromTimeSpan(TimeSpan.FromSeconds(90)),
                    Dwell = Duration.FromTimeSpan(TimeSpan.FromMinutes(6)),
                },
            });
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _alone.DisposeAsync();
        await _b.DisposeAsync();
        await _a.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task State_OfATrack_IsInRedisAndCountsOnTheOtherReplica()
    {
        await DeliverAsync(_a, At("tank", 0, 2_000), At("tank", 60, 500));
        await StoredAsync("tank");

        var row = await RowAsync("tank");
        var found = await _b.Services.GetRequiredService<TrackStateCache>().FindAsync(["tank", "nobody"], CancellationToken.None);

        Assert.Equal(("tank", row.Stamp), (Assert.Single(found).Key, found["tank"].Stamp));
        Assert.Equal(row.State, found["tank"].State);
        Assert.InRange(int.Parse((await _redis.AskAsync($"TTL {Key}tank")).TrimStart(':'), CultureInfo.InvariantCulture), 3_500, 3_600);
    }

    [Fact]
    public async Task State_InRedis_IsWhatTheNextFixGoesOnFrom()
    {
        await DeliverAsync(_a, At("tank", 0, 2_000), At("tank", 60, 500));
        await StoredAsync("tank");
        // What is read in vain from the database has the course told again, which would cancel this; what is in Redis goes on.
        await using (var scope = _a.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<GeoZoneDbContext>();
            await db.TrackFixes.ExecuteDeleteAsync();
            await db.Tracks.ExecuteUpdateAsync(t => t.SetProperty(r => r.State, new byte[] { 99 }));
        }

        await DeliverAsync(_b, At("tank", 160, 400), At("tank", 200, 2_000), At("tank", 300, 2_100));

        Assert.Equal(["Entered 60", "Exited 200"], await HoldingAsync(_b, "tank"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("flushed")]
    [InlineData("killed")]
    [InlineData("out of date")]
    [InlineData("paused")]
    public async Task Transitions_OfFixesInAnyOrderThroughBothReplicas_AreThoseFromMemory(string redis)
    {
        var random = new Random(7);
        ObservedPosition[] fixes =
        [
            .. from i in Enumerable.Range(0, 120)
               from name in new[] { "a", "b" }
               orderby i + random.Next(-4, 4)
               select At(name, 60 * i, 1_000 + 900 * Math.Sin(i / (name == "a" ? 5.0 : 9.0)) + random.Next(-80, 80)),
        ];
        var batches = fixes.Chunk(20).ToArray();
        for (var i = 0; i < batches.Length; i++)
        {
            if (i == batches.Length / 2)
                await DisturbAsync(redis);
            if (redis == "flushed")
                Assert.StartsWith("+OK", await _redis.AskAsync("FLUSHALL"), StringComparison.Ordinal);
            await DeliverAsync(i % 2 == 0 ? _a : _b, batches[i]);
            // Late, and twice.
            if (i % 3 == 2)
                await DeliverAsync(_a, batches[i - 2]);
            await DeliverAsync(_alone, batches[i]);
        }

        foreach (var name in new[] { "a", "b" })
        {
            var expected = await HoldingAsync(_alone, name);
            Assert.True(expected.Length > 5, string.Join(", ", expected));
            Assert.Contains(expected, e => e.StartsWith("Dwelled", StringComparison.Ordinal));
            Assert.Equal(expected, await HoldingAsync(_a, name));
            Assert.Equal(expected, await HoldingAsync(_b, name));
        }
        if (redis == "paused")
            await _redis.ResumeAsync();
    }

    [Fact]
    public async Task State_WhenRedisComesBack_IsKeptThereAgain()
    {
        await DeliverAsync(_a, At("tank", 0, 2_000));
        await _redis.KillAsync();
        await DeliverAsync(_b, At("tank", 60, 500));
        await _redis.StartAsync();

        var second = 120;
        await Poller.UntilAsync("the state in Redis", async () =>
        {
            await DeliverAsync(_a, At("tank", second += 10, 400));
            return await _redis.AskAsync($"EXISTS {Key}tank") == ":1" ? "" : null;
        });

        await DeliverAsync(_b, At("tank", second += 10, 2_000), At("tank", second + 100, 2_000));
        Assert.Equal(["Entered 60", $"Exited {second}"], (await HoldingAsync(_a, "tank")).Where(t => !t.StartsWith("Dwelled", StringComparison.Ordinal)));
    }

    private async Task DisturbAsync(string redis)
    {
        switch (redis)
        {
            case "killed":
                await _redis.KillAsync();
                break;
            case "paused":
                await _redis.PauseAsync();
                break;
            case "out of date":
                foreach (var name in new[] { "a", "b" })
                    _a.Services.GetRequiredService<TrackStateCache>().Keep(name, (await RowAsync(name)).Stamp - 1, [1, 2, 3]);
                break;
        }
    }

    private async Task<TrackRow> RowAsync(string objectId)
    {
        await using var scope = _a.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<GeoZoneDbContext>().Tracks.AsNoTracking().SingleAsync(t => t.ObjectId == objectId);
    }

    private Task StoredAsync(string objectId) => Poller.UntilAsync("the state in Redis", async () => await _redis.AskAsync($"EXISTS {Key}{objectId}") == ":1" ? "" : null);

    private async Task DeliverAsync(GeoZoneFixture service, params ObservedPosition[] positions) => Assert.Equal("Success",
        (await service.Channel.DeliverAsync(Topics.PositionObserved, new PositionObserved { Positions = { positions } }, $"e-{_events++}")).ToString());

    private static async Task<string[]> HoldingAsync(GeoZoneFixture service, string objectId) =>
        [.. (await new TrackService.TrackServiceClient(service.Channel).ListTransitionsAsync(new() { ObjectId = objectId, PageSize = 200 })).Transitions.Reverse()
            .Select(t => FormattableString.Invariant($"{t.Kind} {(t.Time.ToDateTimeOffset() - Start).TotalSeconds}"))];

    private static ObservedPosition At(string objectId, double second, double eastM) => new()
    {
        Id = FormattableString.Invariant($"sha256:{objectId}-{second}"),
        Position = new()
        {
            ObjectId = objectId,
            Time = Start.AddSeconds(second).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            Position = new() { Latitude = 0, Longitude = 10 + eastM / DegreeM },
        },
        ReceivedTime = GeoZoneFixture.Now.ToTimestamp(),
    };
}
