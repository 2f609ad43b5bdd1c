using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Truceline.ServiceDefaults.Caching;
using ZiggyCreatures.Caching.Fusion;

namespace Truceline.Entity.Storage;

/// <summary>Takes readings that were replaced out of the cache, of every replica, once the new ones can be seen.</summary>
internal sealed class ReadingCommits(IFusionCache cache) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    private readonly ConditionalWeakTable<DbContext, List<string>> _replaced = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context && context.ChangeTracker.Entries<ReadingRow>().Any(e => e.State == EntityState.Modified))
        {
            _replaced.GetOrCreateValue(context).AddRange(
                context.ChangeTracker.Entries<ReadingRow>().Where(e => e.State == EntityState.Modified).Select(e => e.Entity.ReportId));
        }

        return ValueTask.FromResult(result);
    }

    public override async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        // Inside a transaction of the caller's the rows cannot be seen before it is committed.
        if (eventData.Context is { Database.CurrentTransaction: null } context)
        {
            await ForgetAsync(context);
        }

        return result;
    }

    public Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default) =>
        eventData.Context is { } context ? ForgetAsync(context) : Task.CompletedTask;

    private async Task ForgetAsync(DbContext context)
    {
        if (_replaced.TryGetValue(context, out var reports) && _replaced.Remove(context))
        {
            foreach (var report in reports)
            {
                await cache.ForgetAsync(ReadingStore.KeyOf(report));
            }
        }
    }
}
