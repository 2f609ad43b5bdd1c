using Microsoft.Extensions.DependencyInjection;
using Truceline.Notification.Alerts;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;

namespace Truceline.Notification.FunctionalTests;

[Trait("Needs", "redis")]
public class ReplicaStreamTests
{
    [Fact]
    public async Task Stream_OfAnAlertThatAnotherReplicaSaved_IsWokenAtOnce()
    {
        await using var redis = new RedisServer();
        await redis.StartAsync();
        var settings = new Dictionary<string, string> { ["Cache:Redis"] = redis.Address };
        await using var a = new NotificationFixture(settings, services: Seldom);
        await using var b = new NotificationFixture(settings, a.DataFolder, Seldom);
        using var call = b.Alerts.StreamAlerts(new StreamAlertsRequest());
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        _ = a.Channel;
        await Poller.UntilAsync("both replicas to listen", async () => await redis.AskAsync(
            $"EVAL \"return redis.call('PUBSUB','NUMSUB','{AlertBroadcast.Channel}')[2]\" 0") == ":2" ? "" : null);

        await a.Channel.DeliverAsync(Topics.IncidentOpened, SampleEvents.Opened(), "event-1");

        // Nothing but the message makes the stream look before its heartbeat, whose turn comes with an item of its own.
        Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));
        Assert.NotNull(call.ResponseStream.Current.Alert);
    }

    private static void Seldom(IServiceCollection services) => services.PostConfigure<NotificationOptions>(
        options => (options.PollIntervalMilliseconds, options.HeartbeatSeconds) = (60_000, 15));
}
