namespace Truceline.SystemTests.Resilience;

/// <summary>Waits for what disturbed systems come to in the end, and says what it waited for.</summary>
internal static class Waiting
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Looks until <paramref name="look"/> gives something.</summary>
    /// <exception cref="TimeoutException">It did not within two minutes.</exception>
    internal static async Task<T> ForAsync<T>(string what, Func<Task<T?>> look)
        where T : class
    {
        T? found = null;
        await UntilAsync(what, async () => (found = await look()) is null ? "nothing yet" : null);
        return found!;
    }

    /// <summary>Looks until <paramref name="obstacle"/> says that there is none.</summary>
    /// <exception cref="TimeoutException">There still was one after two minutes; the message names it.</exception>
    internal static async Task UntilAsync(string what, Func<Task<string?>> obstacle)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (await obstacle() is { } reason)
        {
            if (TimeProvider.System.GetElapsedTime(started) > Limit)
            {
                throw new TimeoutException($"Waited {Limit.TotalSeconds:0} s for {what}, in vain: {reason}.");
            }

            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
