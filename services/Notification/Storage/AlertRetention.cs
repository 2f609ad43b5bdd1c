using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Leases;

namespace Truceline.Notification.Storage;

/// <summary>
/// Clears, once an hour and on one replica (lease <c>alert-retention</c>), alerts past <see cref="NotificationOptions.RetentionDays"/> with their deliveries, and deliveries that wait for a
/// subscription that has ended.
/// </summary>
internal sealed partial class AlertRetention(
    IServiceScopeFactory scopes, LeaseHolder leases, IOptions<NotificationOptions> options, TimeProvider time, ILogger<AlertRetention> logger)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        leases.EveryAsync("alert-retention", Interval, ClearAsync, stoppingToken);

    internal async Task ClearAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<NotificationDbContext>();
        var limit = time.GetUtcNow() - TimeSpan.FromDays(options.Value.RetentionDays);
        var alerts = await db.Alerts.Where(a => a.SentTime < limit).ExecuteDeleteAsync(cancellationToken);
        await db.AlertClaims.Where(c => c.Time < limit).ExecuteDeleteAsync(cancellationToken);
        await db.Deliveries
            .Where(d => d.State == DeliveryState.Pending && !db.Subscriptions.Any(s => s.Id == d.SubscriptionId))
            .ExecuteDeleteAsync(cancellationToken);
        if (alerts > 0)
        {
            LogCleared(alerts, limit);
        }
    }

    [LoggerMessage(EventId = 1, EventName = "alerts_cleared", Level = LogLevel.Information, Message = "{Count} alerts made before {Limit} are cleared")]
    private partial void LogCleared(int count, DateTimeOffset limit);
}
