using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Truceline.Notification.Alerts;

/// <summary>
/// Wakes those who wait for alerts as soon as a transaction with alerts was saved. A signal that is lost costs only the wait for the next
/// poll. Thread-safe.
/// </summary>
internal sealed class AlertSignal
{
    private readonly ConcurrentDictionary<Waiter, byte> _waiters = new();

    /// <summary>Begins to be woken. Dispose it when done.</summary>
    internal Waiter Subscribe() => new(_waiters);

    /// <summary>Wakes all.</summary>
    internal void Notify()
    {
        foreach (var waiter in _waiters.Keys)
        {
            waiter.Wake();
        }
    }

    /// <summary>One that is woken.</summary>
    internal sealed class Waiter : IDisposable
    {
        private readonly ConcurrentDictionary<Waiter, byte> _waiters;

        private readonly Channel<bool> _channel =
            Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        internal Waiter(ConcurrentDictionary<Waiter, byte> waiters)
        {
            _waiters = waiters;
            _waiters.TryAdd(this, 0);
        }

        public void Dispose() => _waiters.TryRemove(this, out _);

        internal void Wake() => _channel.Writer.TryWrite(true);

        /// <summary>Waits for a signal, at most for <paramref name="longest"/>. A signal since the last wait counts.</summary>
        internal async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
        {
            using var timeout = new CancellationTokenSource(longest, time);
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
            try
            {
                await _channel.Reader.ReadAsync(linked.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // The time passed without a signal.
            }
        }
    }
}
