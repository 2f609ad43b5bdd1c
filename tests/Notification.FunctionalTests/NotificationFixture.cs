using Microsoft.Extensions.DependencyInjection;
using Truceline.Notification.V1;
using Truceline.Testing;

namespace Truceline.Notification.FunctionalTests;

/// <summary>The service, with quick retries, allowed to send to this machine.</summary>
internal sealed class NotificationFixture(
    IReadOnlyDictionary<string, string>? settings = null, string? dataFolder = null, Action<IServiceCollection>? services = null)
    : ServiceFixture<NotificationOptions>(
        new Dictionary<string, string>(settings ?? new Dictionary<string, string>()
        {
            ["Notification:AllowPrivateAddresses"] = "true",
        })
        {
            ["Notification:RetryBaseSeconds"] = "0.05",
            ["Notification:PollIntervalMilliseconds"] = "50",
            ["Notification:HeartbeatSeconds"] = "1",
        },
        services,
        dataFolder)
{
    public SubscriptionService.SubscriptionServiceClient Subscriptions => new(Channel);

    public AlertService.AlertServiceClient Alerts => new(Channel);

    public async Task<Subscription> SubscribeAsync(string url, AlertFilter? filter = null)
    {
        var request = new CreateSubscriptionRequest
        {
            Subscription = new Subscription { Name = "desk", Filter = filter, Webhook = new Webhook { Url = url } },
        };
        return (await Subscriptions.CreateSubscriptionAsync(request)).Subscription;
    }
}
