using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Truceline.Notification.Alerts;

namespace Truceline.Notification.Storage;

/// <summary>Gives the signal after a transaction with alerts was saved.</summary>
internal sealed class AlertCommits(AlertSignal signal) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, object> _withAlerts = [];

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context && context.ChangeTracker.Entries<AlertRow>().Any(e => e.State == EntityState.Added))
        {
            _withAlerts.AddOrUpdate(context, this);
        }

        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { } context && _withAlerts.Remove(context))
        {
            signal.Notify();
        }

        return ValueTask.FromResult(result);
    }
}
