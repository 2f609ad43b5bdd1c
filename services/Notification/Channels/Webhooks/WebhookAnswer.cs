namespace Truceline.Notification.Channels.Webhooks;

/// <summary>What a receiver's answer means. Pure.</summary>
internal static class WebhookAnswer
{
    /// <summary>
    /// 2xx: taken. 3xx: not worth retrying, since redirects are not followed. 400, 410, 413, 415 and 422: not worth retrying, since the same
    /// bytes get the same answer, or the receiver is gone for good. Everything else may pass: an overload, a restart, a mistake being mended.
    /// </summary>
    internal static SendResult Read(int status, TimeSpan? retryAfter) => status switch
    {
        >= 200 and < 300 => new SendResult("", status, IsRetryable: false),
        (>= 300 and < 400) or 400 or 410 or 413 or 415 or 422 => new SendResult("status", status, IsRetryable: false),
        _ => new SendResult("status", status, IsRetryable: true, retryAfter),
    };
}
