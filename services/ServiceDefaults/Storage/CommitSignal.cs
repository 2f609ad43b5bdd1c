using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Truceline.ServiceDefaults.Storage;

/// <summary>
/// Tells that new rows of a kind can be seen by others: after the save, or after the commit when the caller has a transaction open. Register it
/// as <see cref="IInterceptor"/>. Only asynchronous saves and commits are seen, and no other are made in this house.
/// </summary>
/// <typeparam name="TRow">The kind of row.</typeparam>
public abstract class CommitSignal<TRow> : SaveChangesInterceptor, IDbTransactionInterceptor
    where TRow : class
{
    private readonly ConditionalWeakTable<DbContext, object> _withRows = [];

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        if (eventData.Context is { } context && context.ChangeTracker.Entries<TRow>().Any(e => e.State == EntityState.Added))
        {
            _withRows.AddOrUpdate(context, this);
        }

        return ValueTask.FromResult(result);
    }

    /// <inheritdoc />
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        // Inside a transaction of the caller's the rows cannot be seen before it is committed.
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

    /// <summary>New rows can be seen. Must be quick and must not throw.</summary>
    protected abstract void OnCommitted();

    private void Signal(DbContext context)
    {
        if (_withRows.Remove(context))
        {
            OnCommitted();
        }
    }
}
