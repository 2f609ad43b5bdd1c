using System.Threading.Channels;

namespace Truceline.Ingest.Sources.Polling;

/// <summary>Wakes the poller of this replica. Losing the signal costs only the wait for the next look at what is due. Thread-safe.</summary>
internal sealed class PollingSignal
{
    private readonly Channel<bool> _channel =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>There may be something due.</summary>
    internal void Wake() => _channel.Writer.TryWrite(true);

    /// <summary>Waits for a signal, but not longer than so long.</summary>
    internal async Task WaitAsync(TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(longest, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        await ((Task)_channel.Reader.WaitToReadAsync(linked.Token).AsTask()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _channel.Reader.TryRead(out _);
    }
}
