using System.Threading.Channels;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.ServiceDefaults.Events;

/// <summary>Wakes the dispatcher as soon as a transaction with events was saved. Losing the signal costs only the wait for the next poll.</summary>
internal sealed class OutboxSignal : CommitSignal<OutboxMessage>
{
    private readonly Channel<bool> _channel =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    internal ChannelReader<bool> Reader => _channel.Reader;

    protected override Task OnCommittedAsync(IReadOnlyList<OutboxMessage> rows)
    {
        _channel.Writer.TryWrite(true);
        return Task.CompletedTask;
    }
}
