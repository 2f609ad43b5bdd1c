using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Notification.Deliveries;

/// <summary>Keeps deliveries. They are made together with their alerts.</summary>
internal interface IDeliveryStore
{
    /// <summary>Subscriptions to which something is due, at most <paramref name="limit"/>, the one that waits longest first.</summary>
    Task<IReadOnlyList<string>> DueSubscriptionsAsync(
        DateTimeOffset now, IReadOnlyCollection<string> except, int limit, CancellationToken cancellationToken);

    /// <summary>What is due to a subscription: the delivery of the earliest alert; null when there is none.</summary>
    Task<PendingDelivery?> NextDueAsync(string subscriptionId, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Saves what became of an attempt, unless the delivery is no longer pending.</summary>
    Task SaveAsync(DeliveryOutcome outcome, CancellationToken cancellationToken);

    /// <summary>A page of deliveries with the sequences of their alerts, the latest first; one more than asked for when there are more.
    /// Its keys are sequence and id.</summary>
    Task<IReadOnlyList<(Delivery Delivery, long AlertSequence)>> ListAsync(
        string subscriptionId, string alertId, PageRequest page, CancellationToken cancellationToken);
}
