namespace Truceline.Notification.Channels.Webhooks;

/// <summary>Sends webhooks.</summary>
internal interface IWebhookSender
{
    /// <summary>Makes one attempt. It does not throw but when <paramref name="cancellationToken"/> fires.</summary>
    Task<SendResult> SendAsync(WebhookMessage message, CancellationToken cancellationToken);
}

/// <summary>What became of an attempt.</summary>
/// <param name="Error">Why it failed: <c>timeout</c>, <c>connection</c>, <c>refused_address</c> or <c>status</c>; empty when it did not.</param>
/// <param name="Status">HTTP status of the answer; 0 when there was none.</param>
/// <param name="IsRetryable">Whether another attempt may succeed.</param>
/// <param name="RetryAfter">How long the receiver asks to be left alone; null when it does not say.</param>
internal sealed record SendResult(string Error, int Status, bool IsRetryable, TimeSpan? RetryAfter = null)
{
    /// <summary>Whether the receiver took it.</summary>
    internal bool IsDelivered => Error.Length == 0;
}
