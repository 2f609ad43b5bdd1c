namespace Truceline.DevHost.Stories;

/// <summary>Waits for conditions. A wait says what it waited for.</summary>
internal sealed class Awaiting(TimeProvider time, CancellationToken cancellationToken)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks until <paramref name="look"/> gives something.</summary>
    /// <param name="what">What is waited for, as in "… did not arrive".</param>
    /// <param name="limit">How long.</param>
    /// <param name="look">Gives null while it is not there.</param>
    /// <exception cref="DevHostException">It did not arrive in time.</exception>
    internal async Task<T> ForAsync<T>(string what, TimeSpan limit, Func<Task<T?>> look)
        where T : class
    {
        var started = time.GetTimestamp();
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            if (time.GetElapsedTime(started) > limit)
            {
                throw new DevHostException($"{what} did not arrive within {limit.TotalSeconds:0} s.");
            }

            await Task.Delay(Pause, time, cancellationToken);
        }
    }
}
