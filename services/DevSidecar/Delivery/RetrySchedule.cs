namespace Truceline.DevSidecar.Delivery;

/// <summary>The pauses of a retry policy.</summary>
internal static class RetrySchedule
{
    private const double Growth = 1.5;
    private static readonly TimeSpan ShortestRound = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// The pause between the last attempt and the first one of a message that came back through its own topic: as long as the policy's last
    /// pause, at least 100 ms.
    /// </summary>
    public static TimeSpan PauseBeforeNextRound(RetryOptions policy)
    {
        var pause = policy.Count == 0 ? policy.Delay : NextPause(policy, policy.Count)!.Value;
        return pause > ShortestRound ? pause : ShortestRound;
    }

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
