using Truceline.ServiceDefaults.Events;

namespace Truceline.Notification.Deliveries;

/// <summary>Ids of deliveries. Pure.</summary>
internal static class DeliveryId
{
    /// <summary>The id of an alert's way to a subscription: the same whenever it is asked for, and the <c>webhook-id</c> on every attempt.</summary>
    internal static string Of(string alertId, string subscriptionId) => ContentHash.Of("delivery", alertId, subscriptionId);
}
