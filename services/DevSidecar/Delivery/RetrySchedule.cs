namespace Truceline.DevSidecar.Delivery;

/// <summary>The pauses of a retry policy.</summary>
internal static class RetrySchedule
{
    private const double Growth = 1.5;

    /// <summary>The pause after <paramref name="attemptsMade"/> attempts (from 1), or null when the policy gives up.</summary>
    public static TimeSpan? NextPause(RetryOptions policy, int attemptsMade)
    {
        if (attemptsMade > policy.Count)
            return null;
        if (policy.Growth == RetryGrowth.Constant)
            return policy.Delay;
        var ticks = policy.Delay.Ticks * Math.Pow(Growth, attemptsMade - 1);
        return ticks < policy.MaxDelay.Ticks ? TimeSpan.FromTicks((long)ticks) : policy.MaxDelay;
    }
}
