using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Testing.Faults;

/// <summary>Forgets which events were processed.</summary>
internal sealed class NoInbox : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        foreach (var entry in eventData.Context!.ChangeTracker.Entries<InboxMessage>().ToList())
        {
            entry.State = EntityState.Detached;
        }

        return ValueTask.FromResult(result);
    }
}
