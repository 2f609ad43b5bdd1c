using System.Diagnostics.Metrics;
using Truceline.ServiceDefaults.Telemetry;

namespace Truceline.Notification.Telemetry;

/// <summary>Names and instruments of the service.</summary>
internal static class NotificationTelemetry
{
    /// <summary>Attribute: id of an alert.</summary>
    internal const string AlertId = "truceline.alert.id";

    /// <summary>Attribute: id of a delivery.</summary>
    internal const string DeliveryId = "truceline.delivery.id";

    /// <summary>Attribute: id of a subscription.</summary>
    internal const string SubscriptionId = "truceline.subscription.id";

    /// <summary>Attribute: number of the attempt, from 1.</summary>
    internal const string Attempt = "truceline.delivery.attempt";

    /// <summary>Attribute: what became of an attempt: <c>delivered</c> or the stable word of its failure.</summary>
    internal const string Outcome = TelemetryNames.Outcome;

    /// <summary>Attribute: what an alert is about: <c>incident</c>, <c>obligation</c> or <c>claim</c>.</summary>
    internal const string Subject = "truceline.alert.subject";

    private static readonly Meter Meter = new(TelemetryNames.Source);

    /// <summary>Alerts made, by <see cref="Subject"/>. One whose transaction is made again is counted again.</summary>
    internal static readonly Counter<long> Alerts = Meter.CreateCounter<long>("truceline.alerts.made", "{alert}");

    /// <summary>Attempts at deliveries, by <see cref="Outcome"/>.</summary>
    internal static readonly Counter<long> Attempts = Meter.CreateCounter<long>("truceline.deliveries.attempts", "{attempt}");

    /// <summary>Deliveries given up, by <see cref="Outcome"/>.</summary>
    internal static readonly Counter<long> GivenUp = Meter.CreateCounter<long>("truceline.deliveries.given_up", "{delivery}");

    /// <summary>Time from an alert to its being taken by a receiver, in seconds.</summary>
    internal static readonly Histogram<double> Latency = Meter.CreateHistogram<double>("truceline.deliveries.latency", "s");

    /// <summary>Live streams that are open.</summary>
    internal static readonly UpDownCounter<long> Streams = Meter.CreateUpDownCounter<long>("truceline.streams.open", "{stream}");
}
