using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Truceline.Notification.Deliveries;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Notification.Storage;

/// <summary>Deliveries in the database.</summary>
internal sealed class DeliveryStore(NotificationDbContext db) : IDeliveryStore
{
    public async Task<IReadOnlyList<string>> DueSubscriptionsAsync(
        DateTimeOffset now, IReadOnlyCollection<string> except, int limit, CancellationToken cancellationToken) =>
        await Due(now)
            .Where(d => !except.Contains(d.SubscriptionId) && db.Subscriptions.Any(s => s.Id == d.SubscriptionId))
            .GroupBy(d => d.SubscriptionId)
            .OrderBy(g => g.Min(d => d.NextAttemptTime))
            .Select(g => g.Key)
            .Take(limit)
            .ToListAsync(cancellationToken);

    public async Task<PendingDelivery?> NextDueAsync(string subscriptionId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var found = await Due(now)
            .Where(d => d.SubscriptionId == subscriptionId)
            .OrderBy(d => d.AlertSequence)
            .Join(db.Subscriptions, d => d.SubscriptionId, s => s.Id, (d, s) => new { Delivery = d, d.Alert, s.Url, s.Secret })
            .FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : new PendingDelivery(
            found.Delivery.Id, subscriptionId, found.Alert!.ToAlert(), found.Url, found.Secret, found.Delivery.Attempts,
            found.Delivery.TraceParent, found.Delivery.TraceState);
    }

    public Task SaveAsync(DeliveryOutcome outcome, CancellationToken cancellationToken) =>
        db.Deliveries.Where(d => d.Id == outcome.Id && d.State == DeliveryState.Pending).ExecuteUpdateAsync(
            set => set
                .SetProperty(d => d.State, outcome.State)
                .SetProperty(d => d.Attempts, outcome.Attempts)
                .SetProperty(d => d.LastStatus, outcome.LastStatus)
                .SetProperty(d => d.LastError, outcome.LastError)
                .SetProperty(d => d.NextAttemptTime, outcome.NextAttemptTime)
                .SetProperty(d => d.DeliveredTime, outcome.DeliveredTime),
            cancellationToken);

    public async Task<IReadOnlyList<(Delivery Delivery, long AlertSequence)>> ListAsync(
        string subscriptionId, string alertId, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = db.Deliveries.AsNoTracking();
        if (subscriptionId.Length > 0)
        {
            rows = rows.Where(d => d.SubscriptionId == subscriptionId);
        }

        if (alertId.Length > 0)
        {
            rows = rows.Where(d => d.AlertId == alertId);
        }

        if (!page.IsFirst)
        {
            var (sequence, id) = (long.Parse(page.After[0], CultureInfo.InvariantCulture), page.After[1]);
            rows = rows.Where(d => d.AlertSequence < sequence || (d.AlertSequence == sequence && string.Compare(d.Id, id) > 0));
        }

        var found = await rows.OrderByDescending(d => d.AlertSequence).ThenBy(d => d.Id).Take(page.Size + 1).ToListAsync(cancellationToken);
        return found.ConvertAll(d => (d.ToDelivery(), d.AlertSequence));
    }

    private IQueryable<DeliveryRow> Due(DateTimeOffset now) =>
        db.Deliveries.AsNoTracking().Where(d => d.State == DeliveryState.Pending && d.NextAttemptTime <= now);
}
