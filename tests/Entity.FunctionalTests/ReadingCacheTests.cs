using Google.Protobuf.WellKnownTypes;
using Truceline.Entity.Readings;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Entity.FunctionalTests;

[Trait("Needs", "redis")]
public class ReadingCacheTests
{
    [Fact]
    public async Task GetReading_ThatAnotherReplicaReplaced_IsTheNewOneAlthoughTheOldWasCached()
    {
        await using var redis = new RedisServer();
        await redis.StartAsync();
        var settings = new Dictionary<string, string> { ["Cache:Redis"] = redis.Address };
        await using var a = new ServiceFixture<EntityGrpcService>(settings);
        await using var b = new ServiceFixture<EntityGrpcService>(settings, dataFolder: a.DataFolder);
        foreach (var replica in new[] { a, b })
        {
            _ = replica.Channel;
        }

        await Poller.UntilAsync("both replicas to listen", async () => await redis.AskAsync(
            "EVAL \"return redis.call('PUBSUB','NUMSUB','truceline:entity.Backplane:v2')[2]\" 0") == ":2" ? "" : null);
        await DeliverAsync(a, "Shelling killed 3 civilians in Taiz on Monday.", "event-1");
        var first = await ReadAsync(b);
        Assert.NotEmpty(first.Claims);
        Assert.Equal(first, await ReadAsync(b));

        await DeliverAsync(a, "The market reopened in Aden on Tuesday.", "event-2");

        // The message travels beside the answer; the lifetime alone would be 30 s.
        await Poller.UntilAsync("the later reading", async () => (await ReadAsync(b)).Claims.All(c => !c.Evidence.Quote.Contains("Taiz", StringComparison.Ordinal)) ? "" : null, TimeSpan.FromSeconds(10));
    }

    private static async Task<V1.Reading> ReadAsync(ServiceFixture<EntityGrpcService> replica) =>
        (await new EntityService.EntityServiceClient(replica.Channel).GetReadingAsync(new GetReadingRequest { ReportId = "sha256:0001" })).Reading;

    private static async Task DeliverAsync(ServiceFixture<EntityGrpcService> replica, string text, string eventId)
    {
        var accepted = new ReportAccepted
        {
            Report = new()
            {
                Id = "sha256:0001",
                Text = text,
                MediaType = "text/plain",
                Published = "2019-03-12",
                ReceivedTime = Timestamp.FromDateTimeOffset(new DateTimeOffset(2019, 3, 12, 18, 0, 0, TimeSpan.Zero)),
            },
        };
        Assert.Equal("Success", (await replica.Channel.DeliverAsync(Topics.ReportAccepted, accepted, eventId, "ingest")).ToString());
    }
}
