using Microsoft.EntityFrameworkCore;
using Truceline.Notification.Subscriptions;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Notification.Storage;

/// <summary>Subscriptions in the database.</summary>
internal sealed class SubscriptionStore(NotificationDbContext db) : ISubscriptionStore
{
    public Task<int> CountAsync(CancellationToken cancellationToken) => db.Subscriptions.CountAsync(cancellationToken);

    public Task AddAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        db.Subscriptions.Add(SubscriptionRow.Of(subscription));
        return db.SaveChangesAsync(cancellationToken);
    }

    public async Task<Subscription?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await db.Subscriptions.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancellationToken))?.ToSubscription();

    public async Task<IReadOnlyList<Subscription>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var rows = db.Subscriptions.AsNoTracking();
        if (!page.IsFirst)
        {
            var id = page.After[0];
            rows = rows.Where(s => string.Compare(s.Id, id) < 0);
        }

        // Ids are UUIDs of version 7, which sort by the time at which they were made.
        return (await rows.OrderByDescending(s => s.Id).Take(page.Size + 1).ToListAsync(cancellationToken)).ConvertAll(s => s.ToSubscription());
    }

    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var removed = await db.Subscriptions.Where(s => s.Id == id).ExecuteDeleteAsync(cancellationToken);
        await db.Deliveries.Where(d => d.SubscriptionId == id && d.State == DeliveryState.Pending).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return removed > 0;
    }
}
