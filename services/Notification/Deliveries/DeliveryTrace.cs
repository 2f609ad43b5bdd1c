using System.Diagnostics;
using Truceline.Notification.Telemetry;
using Truceline.ServiceDefaults.Telemetry;

namespace Truceline.Notification.Deliveries;

/// <summary>Spans of attempts.</summary>
internal static class DeliveryTrace
{
    /// <summary>
    /// Begins the span of an attempt: the first in the trace of the event that caused the delivery, a later one in a trace of its own with
    /// a link to that.
    /// </summary>
    internal static Activity? Start(PendingDelivery delivery)
    {
        // Whatever is current here belongs to the loop, not to the alert.
        Activity.Current = null;
        var known = ActivityContext.TryParse(delivery.TraceParent, delivery.TraceState, isRemote: true, out var cause);
        var isFirst = delivery.Attempts == 0;
        var activity = ServiceTelemetry.Source.StartActivity(
            "deliver webhook",
            ActivityKind.Internal,
            isFirst ? cause : default,
            links: known && !isFirst ? [new ActivityLink(cause)] : null);
        activity?.SetTag(NotificationTelemetry.DeliveryId, delivery.Id);
        activity?.SetTag(NotificationTelemetry.SubscriptionId, delivery.SubscriptionId);
        activity?.SetTag(NotificationTelemetry.AlertId, delivery.Alert.Id);
        activity?.SetTag(NotificationTelemetry.Attempt, delivery.Attempts + 1);
        return activity;
    }
}
