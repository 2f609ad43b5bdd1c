using Truceline.Notification.V1;

namespace Truceline.Notification.Deliveries;

/// <summary>A delivery that is due, with what an attempt needs.</summary>
/// <param name="Id">Its id.</param>
/// <param name="SubscriptionId">The subscription.</param>
/// <param name="Alert">The alert.</param>
/// <param name="Url">Where it goes.</param>
/// <param name="Secret">Secret that signs it.</param>
/// <param name="Attempts">Attempts made so far.</param>
/// <param name="TraceParent">W3C trace context of the event that caused it; null when there was none.</param>
/// <param name="TraceState">W3C trace state; null when there was none.</param>
internal sealed record PendingDelivery(
    string Id, string SubscriptionId, Alert Alert, string Url, string Secret, int Attempts, string? TraceParent, string? TraceState)
{
    // The secret stays out of what a log or a debugger may print.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append(System.Globalization.CultureInfo.InvariantCulture, $"Id = {Id}, Attempts = {Attempts}");
        return true;
    }
}

/// <summary>What an attempt changes about a delivery.</summary>
/// <param name="Id">Its id.</param>
/// <param name="State">How far it got.</param>
/// <param name="Attempts">Attempts made, this one included.</param>
/// <param name="LastStatus">HTTP status of the answer; 0 when there was none.</param>
/// <param name="LastError">Why it failed, in a stable word; empty when it did not.</param>
/// <param name="NextAttemptTime">When it is tried next, UTC; null when it is not.</param>
/// <param name="DeliveredTime">When the receiver took it, UTC; null when it did not.</param>
internal sealed record DeliveryOutcome(
    string Id, DeliveryState State, int Attempts, int LastStatus, string LastError, DateTimeOffset? NextAttemptTime, DateTimeOffset? DeliveredTime);
