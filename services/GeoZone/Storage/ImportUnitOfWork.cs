using System.Data;
using Microsoft.EntityFrameworkCore;
using Truceline.GeoZone.Agreements;

namespace Truceline.GeoZone.Storage;

/// <summary>
/// Takes the row of the epoch before it reads anything: on SQLite the transaction holds the write lock from its start, elsewhere it waits
/// for, and holds up, everybody who judges claims.
/// </summary>
internal sealed class ImportUnitOfWork(GeoZoneDbContext db) : IImportUnitOfWork
{
    private const int Attempts = 5;

    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> import, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
                var epoch = await db.Epochs.SingleAsync(cancellationToken);
                epoch.Value++;
                await db.SaveChangesAsync(cancellationToken);
                var result = await import(cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
                return result;
            }
            catch (DbUpdateException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
