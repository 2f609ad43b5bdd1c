using Microsoft.EntityFrameworkCore;
using Truceline.Ingest.Retention;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Storage;

/// <summary>Removes from the database what is past its retention. Reports and documents are erased, with a record; the rest is deleted.</summary>
internal sealed class RetentionStore(IngestDbContext db, IErasureStore erasures, ErasedDocuments documents, TimeProvider time) : IRetentionStore
{
    private const int BatchSize = 500;

    private static readonly ErasureOrder Order = new(ErasureKind.Retention, "It was past its retention.", "Ingest:Retention");

    public async Task<int> EraseReportsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var ids = await db.Reports.Where(r => r.ReceivedTime < before && (r.ErasedTime == null || r.Text != ""))
            .OrderBy(r => r.ReceivedTime).Select(r => r.Id).Take(BatchSize).ToListAsync(cancellationToken);
        return ids.Count == 0 ? 0 : (await erasures.EraseReportsAsync(ids, eraseUrl: false, Order, cancellationToken)).ReportIds.Count;
    }

    public async Task<int> EraseDocumentsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var ids = await db.Documents.Where(d => d.ReceivedTime < before && d.ErasedTime == null)
            .OrderBy(d => d.ReceivedTime).Select(d => d.Id).Take(BatchSize).ToListAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await documents.EraseAsync(ids, eraseUrl: false, time.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return ids.Count;
    }

    public async Task<int> DeletePositionsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var ids = await db.Positions.Where(p => p.ReceivedTime < before).OrderBy(p => p.ReceivedTime).Select(p => p.Id).Take(BatchSize).ToListAsync(cancellationToken);
        return ids.Count == 0 ? 0 : await db.Positions.Where(p => ids.Contains(p.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task<int> DeleteRejectionsAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        var ids = await db.Rejections.Where(r => r.ReceivedTime < before).OrderBy(r => r.ReceivedTime).Select(r => r.Id).Take(BatchSize).ToListAsync(cancellationToken);
        return ids.Count == 0 ? 0 : await db.Rejections.Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(cancellationToken);
    }
}
