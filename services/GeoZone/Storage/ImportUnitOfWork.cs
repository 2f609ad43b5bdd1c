using Truceline.GeoZone.Agreements;

namespace Truceline.GeoZone.Storage;

/// <summary>Imports in their turn (<see cref="JudgementTurn"/>).</summary>
internal sealed class ImportUnitOfWork(GeoZoneDbContext db, JudgementTurn turn) : IImportUnitOfWork
{
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> import, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await turn.TakeAsync(cancellationToken);
        var result = await import(cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
