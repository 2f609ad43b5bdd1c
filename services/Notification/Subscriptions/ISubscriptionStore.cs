using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Notification.Subscriptions;

/// <summary>Keeps subscriptions. What it gives out never holds a secret.</summary>
internal interface ISubscriptionStore
{
    /// <summary>How many there are.</summary>
    Task<int> CountAsync(CancellationToken cancellationToken);

    /// <summary>Stores a new one, with its secret.</summary>
    Task AddAsync(Subscription subscription, CancellationToken cancellationToken);

    /// <summary>One by its id; null when there is none.</summary>
    Task<Subscription?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>A page, the newest first; one more than asked for when there are more. Its key is the id.</summary>
    Task<IReadOnlyList<Subscription>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>Removes one and what waits to be delivered to it.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveAsync(string id, CancellationToken cancellationToken);
}
