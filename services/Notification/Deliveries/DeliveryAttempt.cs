using System.Diagnostics;
using Microsoft.Extensions.Options;
using Truceline.Notification.Channels.Webhooks;
using Truceline.Notification.Telemetry;
using Truceline.Notification.V1;

namespace Truceline.Notification.Deliveries;

/// <summary>One attempt at a delivery.</summary>
internal sealed partial class DeliveryAttempt(
    IWebhookSender sender, IOptions<NotificationOptions> options, TimeProvider time, ILogger<DeliveryAttempt> logger)
{
    private readonly RetryPolicy _policy = RetryPolicy.Of(options.Value);

    /// <summary>Sends, and decides what follows.</summary>
    internal async Task<DeliveryOutcome> RunAsync(PendingDelivery delivery, CancellationToken cancellationToken)
    {
        using var activity = DeliveryTrace.Start(delivery);
        var message = new WebhookMessage(new Uri(delivery.Url), delivery.Secret, delivery.Id, WebhookMessage.BodyOf(delivery.Alert));
        var result = await sender.SendAsync(message, cancellationToken);
        var outcome = Decide(delivery, result);
        NotificationTelemetry.Attempts.Add(1, new KeyValuePair<string, object?>(
            NotificationTelemetry.Outcome, result.IsDelivered ? "delivered" : result.Error));
        if (result.IsDelivered)
        {
            NotificationTelemetry.Latency.Record((time.GetUtcNow() - delivery.Alert.SentTime.ToDateTimeOffset()).TotalSeconds);
            return outcome;
        }

        activity?.SetStatus(ActivityStatusCode.Error, result.Error);
        if (outcome.State == DeliveryState.Failed)
        {
            NotificationTelemetry.GivenUp.Add(1, new KeyValuePair<string, object?>(NotificationTelemetry.Outcome, result.Error));
            LogGivenUp(delivery.Id, delivery.SubscriptionId, outcome.Attempts, result.Error, result.Status);
        }
        else
        {
            LogFailed(delivery.Id, delivery.SubscriptionId, outcome.Attempts, result.Error, result.Status, outcome.NextAttemptTime);
        }

        return outcome;
    }

    private DeliveryOutcome Decide(PendingDelivery delivery, SendResult result)
    {
        var now = time.GetUtcNow();
        var attempts = delivery.Attempts + 1;
        if (result.IsDelivered)
        {
            return new DeliveryOutcome(delivery.Id, DeliveryState.Delivered, attempts, result.Status, "", null, now);
        }

        var next = RetryDecision.NextAttempt(
            result, attempts, delivery.Alert.SentTime.ToDateTimeOffset(), now, _policy, Random.Shared.NextDouble());
        return new DeliveryOutcome(
            delivery.Id, next is null ? DeliveryState.Failed : DeliveryState.Pending, attempts, result.Status, result.Error, next, null);
    }

    [LoggerMessage(EventId = 1, EventName = "delivery_failed", Level = LogLevel.Information,
        Message = "Delivery {DeliveryId} to {SubscriptionId} failed, attempt {Attempt}: {Error} {Status}; next at {NextAttempt}")]
    private partial void LogFailed(string deliveryId, string subscriptionId, int attempt, string error, int status, DateTimeOffset? nextAttempt);

    [LoggerMessage(EventId = 2, EventName = "delivery_given_up", Level = LogLevel.Warning,
        Message = "Delivery {DeliveryId} to {SubscriptionId} is given up after {Attempts} attempts: {Error} {Status}")]
    private partial void LogGivenUp(string deliveryId, string subscriptionId, int attempts, string error, int status);
}
