using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.ServiceDefaults.Leases;

/// <summary>Leases in the service's database.</summary>
internal sealed class LeaseStore(IServiceScopeFactory scopes, IOptions<LeaseOptions> options, TimeProvider time)
{
    /// <summary>Takes or renews a lease.</summary>
    /// <returns>Until when this replica has it; null when another one has it.</returns>
    internal async Task<DateTimeOffset?> TakeAsync(string name, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        var owner = options.Value.Owner;
        var now = time.GetUtcNow();
        var expires = now + TimeSpan.FromSeconds(options.Value.DurationSeconds);
        var updated = await db.Leases.Where(l => l.Name == name && (l.Owner == owner || l.ExpiresTime <= now)).ExecuteUpdateAsync(
            set => set.SetProperty(l => l.Owner, owner).SetProperty(l => l.ExpiresTime, expires), cancellationToken);
        if (updated > 0)
        {
            return expires;
        }

        if (await db.Leases.AnyAsync(l => l.Name == name, cancellationToken))
        {
            return null;
        }

        try
        {
            db.Leases.Add(new Lease { Name = name, Owner = owner, ExpiresTime = expires });
            await db.SaveChangesAsync(cancellationToken);
            return expires;
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Another replica was the first to take it.
            return null;
        }
    }

    /// <summary>Gives a lease back, for another replica to take it at once.</summary>
    internal async Task ReleaseAsync(string name, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var owner = options.Value.Owner;
        await scope.ServiceProvider.GetRequiredService<ServiceDbContext>().Leases
            .Where(l => l.Name == name && l.Owner == owner)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.ExpiresTime, DateTimeOffset.UnixEpoch), cancellationToken);
    }
}
