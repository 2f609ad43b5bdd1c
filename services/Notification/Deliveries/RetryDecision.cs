using Truceline.Notification.Channels.Webhooks;

namespace Truceline.Notification.Deliveries;

/// <summary>Whether and when a failed delivery is tried again. Pure.</summary>
internal static class RetryDecision
{
    /// <summary>
    /// When the next attempt is made; null to give up, which is when the failure is not worth a retry, <see cref="RetryPolicy.MaxAttempts"/>
    /// were made, or the next one would come more than <see cref="RetryPolicy.GiveUpAfter"/> after the alert. The pause is drawn from the
    /// upper half of base × 2^(attempts − 1), so that receivers that failed together are not asked together; a longer one that the receiver
    /// asks for is kept. None is longer than <see cref="RetryPolicy.Longest"/>.
    /// </summary>
    /// <param name="failure">The failure.</param>
    /// <param name="attempts">Attempts made, this one included; 1 or more.</param>
    /// <param name="alertTime">When the alert was made.</param>
    /// <param name="now">The present.</param>
    /// <param name="policy">The limits.</param>
    /// <param name="draw">A number in [0, 1).</param>
    internal static DateTimeOffset? NextAttempt(
        SendResult failure, int attempts, DateTimeOffset alertTime, DateTimeOffset now, RetryPolicy policy, double draw)
    {
        if (!failure.IsRetryable || attempts >= policy.MaxAttempts)
        {
            return null;
        }

        var backOff = policy.Base.TotalSeconds * Math.Pow(2, Math.Min(attempts - 1, 40));
        var pause = Math.Min(backOff, policy.Longest.TotalSeconds) * (0.5 + (draw / 2));
        var asked = Math.Min(failure.RetryAfter?.TotalSeconds ?? 0, policy.Longest.TotalSeconds);
        var next = now + TimeSpan.FromSeconds(Math.Max(pause, asked));
        return next > alertTime + policy.GiveUpAfter ? null : next;
    }
}

/// <summary>Limits of retrying.</summary>
/// <param name="Base">Longest pause before the second attempt.</param>
/// <param name="Longest">Longest pause before any.</param>
/// <param name="MaxAttempts">Attempts after which a delivery is given up.</param>
/// <param name="GiveUpAfter">Time after the alert after which it is given up.</param>
internal sealed record RetryPolicy(TimeSpan Base, TimeSpan Longest, int MaxAttempts, TimeSpan GiveUpAfter)
{
    /// <summary>The limits that are set.</summary>
    internal static RetryPolicy Of(NotificationOptions options) => new(
        TimeSpan.FromSeconds(options.RetryBaseSeconds),
        TimeSpan.FromSeconds(options.RetryLongestSeconds),
        options.MaxAttempts,
        TimeSpan.FromHours(options.GiveUpAfterHours));
}
