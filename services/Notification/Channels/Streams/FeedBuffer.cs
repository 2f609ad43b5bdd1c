using System.Threading.Channels;
using Truceline.ServiceDefaults.Errors;

namespace Truceline.Notification.Channels.Streams;

/// <summary>What waits for one subscriber of a stream, bounded. One writer, one reader.</summary>
/// <param name="capacity">How many items may wait.</param>
/// <param name="stall">How long the reader may take nothing once it is full.</param>
/// <param name="time">Clock.</param>
internal sealed class FeedBuffer(int capacity, TimeSpan stall, TimeProvider time)
{
    private readonly Channel<FeedItem> _channel = Channel.CreateBounded<FeedItem>(
        new BoundedChannelOptions(capacity) { SingleReader = true, SingleWriter = true, FullMode = BoundedChannelFullMode.Wait });

    /// <summary>For the reader. It throws what the stream ended with, after the last item.</summary>
    internal ChannelReader<FeedItem> Reader => _channel.Reader;

    /// <summary>Adds an item, as soon as there is room.</summary>
    /// <exception cref="ResourceExhaustedException">The reader took nothing for as long as it may (reason STREAM_TOO_SLOW).</exception>
    internal async ValueTask AddAsync(FeedItem item, CancellationToken cancellationToken)
    {
        if (_channel.Writer.TryWrite(item))
        {
            return;
        }

        using var timeout = new CancellationTokenSource(stall, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await _channel.Writer.WriteAsync(item, linked.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ResourceExhaustedException(
                "STREAM_TOO_SLOW", "The stream was not read for too long. Resume it after the last sequence that was seen.");
        }
    }

    /// <summary>Ends the stream; with a failure, or without.</summary>
    internal void End(Exception? failure) => _channel.Writer.TryComplete(failure);
}
