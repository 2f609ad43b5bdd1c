using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Truceline.DevSidecar.Streams;

/// <summary>The store, and word to those who wait when something was appended. Thread-safe.</summary>
internal sealed class StreamFeed(IStreamStore store)
{
    private readonly ConcurrentDictionary<StreamName, ConcurrentBag<Channel<bool>>> _listeners = new();

    public IStreamStore Store => store;

    /// <summary>Appends all entries, or none, then wakes the listeners of their streams.</summary>
    public void Append(IReadOnlyList<StreamEntry> entries)
    {
        store.Append(entries);
        foreach (var stream in entries.Select(entry => entry.Stream).Distinct())
        {
            if (!_listeners.TryGetValue(stream, out var listeners))
                continue;
            foreach (var listener in listeners)
                listener.Writer.TryWrite(true);
        }
    }

    /// <summary>Yields at least once after every append that follows the call; several appends may be told as one.</summary>
    public ChannelReader<bool> Listen(StreamName stream)
    {
        var signal = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        _listeners.GetOrAdd(stream, _ => []).Add(signal);
        return signal.Reader;
    }
}
