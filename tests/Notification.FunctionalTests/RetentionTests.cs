using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Truceline.Notification.Storage;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.Testing;

namespace Truceline.Notification.FunctionalTests;

public class RetentionTests
{
    [Fact]
    public async Task ClearAsync_AlertsPastTheirRetention_GoWithTheirDeliveries()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var first = new NotificationFixture();
        await first.SubscribeAsync(receiver.Url);
        await first.Channel.DeliverAsync(Topics.ClaimsExtracted, SampleEvents.Claims("a", "b"), "event-1");
        await Poller.UntilAsync("two webhooks", () => receiver.Received.Count == 2);
        Assert.Equal(2, await CountAsync(first));
        await first.StopAsync();

        // The same data, a hundred days later.
        var later = new ShiftedTime(TimeSpan.FromDays(100));
        await using var second = new NotificationFixture(dataFolder: first.DataFolder, services: s => s.AddSingleton<TimeProvider>(later));
        await second.Channel.DeliverAsync(Topics.ClaimsExtracted, SampleEvents.Claims("c"), "event-2");
        await second.Services.GetServices<IHostedService>().OfType<AlertRetention>().Single().ClearAsync(CancellationToken.None);

        Assert.Equal(["c"], (await second.Alerts.ListAlertsAsync(new ListAlertsRequest())).Alerts.Select(a => a.Class));
        Assert.Equal(1, await CountAsync(second));
        await using var scope = second.Services.CreateAsyncScope();
        Assert.Equal("sha256:claim-c", Assert.Single(scope.ServiceProvider.GetRequiredService<NotificationDbContext>().AlertClaims).ClaimId);
        Assert.Equal(3, (await second.Alerts.ListAlertsAsync(new ListAlertsRequest())).Alerts[0].Sequence);
    }

    private static async Task<int> CountAsync(NotificationFixture app) =>
        (await app.Alerts.ListDeliveriesAsync(new ListDeliveriesRequest())).Deliveries.Count;

    private sealed class ShiftedTime(TimeSpan shift) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + shift;
    }
}
