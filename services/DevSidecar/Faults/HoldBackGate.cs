using System.Collections.Concurrent;

namespace Truceline.DevSidecar.Faults;

/// <summary>Holds messages until a later one of the same app and topic was handled. Thread-safe.</summary>
internal sealed class HoldBackGate(TimeProvider time)
{
    private readonly ConcurrentDictionary<(string AppId, string Topic), Lane> _lanes = new();

    /// <summary>
    /// Returns when a message with a higher id was handled, after <paramref name="longest"/>, when <paramref name="letGo"/> ends, or when
    /// cancelled; never throws.
    /// </summary>
    /// <returns>False when a later one had been handled before, so that nothing had to be held.</returns>
    public async Task<bool> HoldAsync(FaultTarget target, long messageId, TimeSpan longest, Task letGo, CancellationToken cancellationToken)
    {
        if (_lanes.GetOrAdd((target.AppId, target.Topic), _ => new Lane()).Enter(messageId) is not { } overtaken)
            return false;
        try
        {
            await Task.WhenAny(overtaken.Task, letGo).WaitAsync(longest, time, cancellationToken);
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException)
        {
            // Nothing came later in time.
        }

        return true;
    }

    /// <summary>Lets go of all earlier ones.</summary>
    public void Handled(FaultTarget target, long messageId) =>
        _lanes.GetOrAdd((target.AppId, target.Topic), _ => new Lane()).Handled(messageId);

    private sealed class Lane
    {
        private readonly Lock _gate = new();
        private readonly List<(long MessageId, TaskCompletionSource Overtaken)> _held = [];
        private long _latestHandled;

        public TaskCompletionSource? Enter(long messageId)
        {
            lock (_gate)
            {
                if (_latestHandled > messageId)
                    return null;
                var overtaken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _held.Add((messageId, overtaken));
                return overtaken;
            }
        }

        public void Handled(long messageId)
        {
            lock (_gate)
            {
                _latestHandled = Math.Max(_latestHandled, messageId);
                foreach (var (_, overtaken) in _held.Where(held => held.MessageId < messageId))
                    overtaken.TrySetResult();
                _held.RemoveAll(held => held.MessageId <= messageId);
            }
        }
    }
}
