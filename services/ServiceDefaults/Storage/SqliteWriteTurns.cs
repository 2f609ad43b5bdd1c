using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Truceline.ServiceDefaults.Storage;

/// <summary>
/// Lets the writers of a process take turns at a SQLite file, first come, first served. SQLite has one writer at a time and no queue: who finds it taken looks
/// again after a pause, and beside one that writes without pause may look in vain until its time is out. Whoever writes (a transaction, a save, a bulk
/// change) waits for its turn here without a thread; other processes are still met at SQLite's own lock. A turn that does not come in
/// <see cref="Patience"/> is not waited for any longer: then SQLite decides.
/// </summary>
internal sealed class SqliteWriteTurns(TimeProvider time) : SaveChangesInterceptor, IDbTransactionInterceptor, IDbCommandInterceptor, IDbConnectionInterceptor, IDisposable
{
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConditionalWeakTable<DbContext, Turn> _held = [];

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await TakeAsync(eventData.Context, cancellationToken);
        return result;
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        ReleaseOutsideTransaction(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        ReleaseOutsideTransaction(eventData.Context);
        return Task.CompletedTask;
    }

    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        ReleaseOutsideTransaction(eventData.Context);
        return Task.CompletedTask;
    }

    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        await TakeAsync(eventData.Context, cancellationToken);
        return result;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        ReleaseAsync(eventData.Context);

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        ReleaseAsync(eventData.Context);

    public Task TransactionFailedAsync(DbTransaction transaction, TransactionErrorEventData eventData, CancellationToken cancellationToken = default) =>
        ReleaseAsync(eventData.Context);

    // A bulk change (ExecuteUpdate, ExecuteDelete) outside of a transaction is one of its own.
    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
        {
            await TakeAsync(eventData.Context, cancellationToken);
        }

        return result;
    }

    public ValueTask<int> NonQueryExecutedAsync(
        DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        ReleaseOutsideTransaction(eventData.Context);
        return ValueTask.FromResult(result);
    }

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        ReleaseOutsideTransaction(eventData.Context);
        return Task.CompletedTask;
    }

    public Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ReleaseOutsideTransaction(eventData.Context);
        return Task.CompletedTask;
    }

    // A transaction that is disposed of without an end is told nowhere else.
    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Release(eventData.Context);

    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData) => ReleaseAsync(eventData.Context);

    public void Dispose() => _turn.Dispose();

    private async ValueTask TakeAsync(DbContext? context, CancellationToken cancellationToken)
    {
        if (context is null || _held.TryGetValue(context, out _))
        {
            return;
        }

        using var patience = new CancellationTokenSource(Patience, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            await _turn.WaitAsync(linked.Token);
            _held.Add(context, new Turn(_turn));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // SQLite decides.
        }
    }

    private void ReleaseOutsideTransaction(DbContext? context)
    {
        if (context?.Database.CurrentTransaction is null)
        {
            Release(context);
        }
    }

    private Task ReleaseAsync(DbContext? context)
    {
        Release(context);
        return Task.CompletedTask;
    }

    private void Release(DbContext? context)
    {
        if (context is not null && _held.TryGetValue(context, out var turn) && _held.Remove(context))
        {
            turn.End();
        }
    }

    private sealed class Turn(SemaphoreSlim turn)
    {
        internal void End() => turn.Release();
    }
}
