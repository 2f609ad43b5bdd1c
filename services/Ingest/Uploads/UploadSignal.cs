using System.Threading.Channels;

namespace Truceline.Ingest.Uploads;

/// <summary>Wakes the one that takes uploads in, on this replica; on others it looks now and then.</summary>
internal sealed class UploadSignal
{
    private readonly Channel<bool> _channel = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    internal void Raise() => _channel.Writer.TryWrite(true);

    /// <summary>Waits for a signal, or for the time to pass.</summary>
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
            // The time passed.
        }
    }
}
