using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Truceline.ServiceDefaults.Storage;

/// <summary>
/// Tells that new, or changed, rows of a kind can be seen by others: after the save, or after the commit when the caller has a transaction open. Register it
/// as <see cref="IInterceptor"/>. Only asynchronous saves and commits are seen, and no other are made in this house.
/// </summary>
/// <typeparam name="TRow">The kind of row.</typeparam>
/// <param name="watched">Which rows: added ones (default), or modified ones.</param>
public abstract class CommitSignal<TRow>(EntityState watched = EntityState.Added) : SaveChangesInterceptor, IDbTransactionInterceptor, INewRowsSignal
    where TRow : class
{
    private readonly ConditionalWeakTable<DbContext, List<TRow>> _saved = [];

    /// <inheritdoc />
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        if (eventData.Context is { } context
            && context.ChangeTracker.Entries<TRow>().Where(e => e.State == watched).Select(e => e.Entity).ToList() is { Count: > 0 } rows)
        {
            _saved.GetOrCreateValue(context).AddRange(rows);
        }

        return ValueTask.FromResult(result);
    }

    /// <inheritdoc />
    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        // Inside a transaction of the caller's the rows cannot be seen before it is committed.
        if (eventData.Context is { Database.CurrentTransaction: null } context)
        {
            await SignalAsync(context);
        }

        return result;
    }

    /// <inheritdoc />
    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(eventData);
        return eventData.Context is { } context ? SignalAsync(context) : Task.CompletedTask;
    }

    void INewRowsSignal.Note(DbContext context, IReadOnlyList<object> rows)
    {
        if (watched == EntityState.Added && rows.OfType<TRow>().ToList() is { Count: > 0 } added)
        {
            _saved.GetOrCreateValue(context).AddRange(added);
        }
    }

    /// <summary>The rows can be seen. Must be quick and must not throw.</summary>
    /// <param name="rows">The rows, as they were saved.</param>
    protected abstract Task OnCommittedAsync(IReadOnlyList<TRow> rows);

    private Task SignalAsync(DbContext context) =>
        _saved.TryGetValue(context, out var rows) && _saved.Remove(context) ? OnCommittedAsync(rows) : Task.CompletedTask;
}

/// <summary>Hears of rows that are added past the change tracker; they can be seen after the commit of the context's transaction.</summary>
internal interface INewRowsSignal
{
    /// <summary>Notes the rows, of whatever kind.</summary>
    void Note(DbContext context, IReadOnlyList<object> rows);
}
