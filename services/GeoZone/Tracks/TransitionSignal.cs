namespace Truceline.GeoZone.Tracks;

/// <summary>Wakes those who wait for changes of transitions as soon as some were saved on this replica; who misses one looks a moment later. Thread-safe.</summary>
internal sealed class TransitionSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the next signal. Take it before looking.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>Wakes all.</summary>
    public void Notify() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
