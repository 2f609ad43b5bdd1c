namespace Truceline.Testing;

/// <summary>Waits for what happens in the background, and says what it waited for when it does not.</summary>
public static class Poller
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks <paramref name="probe"/> until it gives something.</summary>
    /// <param name="what">What is waited for, for the message of the failure.</param>
    /// <param name="probe">Gives null as long as it is not there.</param>
    /// <param name="longest">Longest wait; 60 s when not given.</param>
    /// <exception cref="TimeoutException">It did not come.</exception>
    public static async Task<T> UntilAsync<T>(string what, Func<Task<T?>> probe, TimeSpan? longest = null)
        where T : class
    {
        var limit = longest ?? TimeSpan.FromSeconds(60);
        var start = TimeProvider.System.GetTimestamp();
        Exception? failure = null;
        while (TimeProvider.System.GetElapsedTime(start) < limit)
        {
            try
            {
                if (await probe() is { } found)
                {
                    return found;
                }

                failure = null;
            }
            catch (Exception exception)
            {
                failure = exception;
            }

            await Task.Delay(Interval, TimeProvider.System);
        }

        throw new TimeoutException($"Waited {limit.TotalSeconds} s for {what}, in vain.", failure);
    }

    /// <summary>Asks <paramref name="condition"/> until it holds.</summary>
    /// <param name="what">What is waited for.</param>
    /// <param name="condition">Whether it is so.</param>
    /// <param name="describe">What is there instead, for the message of the failure.</param>
    /// <param name="longest">Longest wait; 60 s when not given.</param>
    /// <exception cref="TimeoutException">It did not come to be.</exception>
    public static async Task UntilAsync(string what, Func<bool> condition, Func<string>? describe = null, TimeSpan? longest = null)
    {
        try
        {
            await UntilAsync<string>(what, () => Task.FromResult(condition() ? "" : null), longest);
        }
        catch (TimeoutException exception) when (describe is not null)
        {
            throw new TimeoutException($"{exception.Message} Last seen: {describe()}", exception.InnerException);
        }
    }
}
