using System.Security.Cryptography;
using Truceline.ServiceDefaults.Caching;

namespace Truceline.Notification.Alerts;

/// <summary>
/// Carries <see cref="AlertSignal"/> to the other replicas over Redis (<c>Cache:Redis</c>). A message that is lost, and having no Redis, costs the
/// others the wait for their next poll, <see cref="NotificationOptions.PollIntervalMilliseconds"/>.
/// </summary>
internal sealed class AlertBroadcast(AlertSignal signal, RedisConnection? redis = null) : BackgroundService
{
    internal const string Channel = "truceline:notification:alerts";

    private readonly string _self = RandomNumberGenerator.GetHexString(16);

    /// <summary>Tells the others that there are alerts. It neither waits nor fails.</summary>
    internal void Tell() => redis?.Publish(Channel, _self);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (redis is not null)
        {
            await redis.SubscribeAsync(Channel, Hear);
        }
    }

    private void Hear(string sender)
    {
        if (sender != _self)
        {
            signal.Notify();
        }
    }
}
