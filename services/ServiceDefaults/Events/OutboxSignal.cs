using System.Data.Common;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Truceline.ServiceDefaults.Events;

/// <summary>Wakes the dispatcher as soon as a transaction with events was saved. Losing the signal costs only the wait for the next poll.</summary>
public sealed class OutboxSignal : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly Channel<bool> _channel =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<DbContext, object> _withEvents = [];

    internal ChannelReader<bool> Reader => _channel.Reader;

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        if (eventData.Context is { } context && context.ChangeTracker.Entries<OutboxMessage>().Any(e => e.State == EntityState.Added))
        {
            _withEvents.AddOrUpdate(context, this);
        }

        return ValueTask.FromResult(result);
    }

    /// <inheritdoc />
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        // Inside a transaction of the caller's the events cannot be seen before it is committed.
        if (eventData.Context is { Database.CurrentTransaction: null } context)
        {
            Signal(context);
        }

        return ValueTask.FromResult(result);
    }

    /// <inheritdoc />
    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        if (eventData.Context is { } context)
        {
            Signal(context);
        }

        return Task.CompletedTask;
    }

    private void Signal(DbContext context)
    {
        if (_withEvents.Remove(context))
        {
            _channel.Writer.TryWrite(true);
        }
    }
}
