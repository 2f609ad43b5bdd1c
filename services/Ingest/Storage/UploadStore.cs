using System.Globalization;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Truceline.Ingest.Uploads;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Paging;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Ingest.Storage;

/// <summary>Uploads in the database. What changes an upload does it by a conditional update, so that of two who try only one does.</summary>
internal sealed class UploadStore(IServiceScopeFactory scopes, IOptions<UploadOptions> options, TimeProvider time) : IUploadStore
{
    // Whoever counts up holds up the others: two cannot take the last place.
    private const string Places = "uploads";
    private static readonly UploadState[] Over = [UploadState.Done, UploadState.Failed, UploadState.Cancelled];

    public async Task<bool> CreateAsync(Upload upload, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Db(scope);
        await db.CountUpAsync(Places, 1, cancellationToken);
        var waiting = db.Uploads.Where(u => !Over.Contains(u.State));
        if (await waiting.CountAsync(cancellationToken) >= options.Value.MaxWaiting && await GiveUpUnusedAsync(db, cancellationToken) == 0)
        {
            return false;
        }

        db.Uploads.Add(UploadRow.Of(upload));
        await db.SaveChangesAsync(cancellationToken);
        await db.Database.CommitTransactionAsync(cancellationToken);
        return true;
    }

    public async Task<Upload?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await Db(scope).Uploads.AsNoTracking().FirstOrDefaultAsync(u => u.Id == id, cancellationToken))?.ToUpload();
    }

    public async Task<IReadOnlyList<Upload>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var uploads = Db(scope).Uploads.AsNoTracking();
        if (!page.IsFirst && DateTimeOffset.TryParse(page.After[0], CultureInfo.InvariantCulture, out var created))
        {
            var id = page.After[1];
            uploads = uploads.Where(u => u.CreateTime < created || (u.CreateTime == created && string.Compare(u.Id, id) < 0));
        }

        var rows = await uploads.OrderByDescending(u => u.CreateTime).ThenByDescending(u => u.Id).Take(page.Size + 1).ToListAsync(cancellationToken);
        return rows.ConvertAll(u => u.ToUpload());
    }

    public async Task<bool> AppendAsync(string id, long offset, ReadOnlyMemory<byte> piece, bool isLast, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Db(scope);
        var now = time.GetUtcNow();
        var end = offset + piece.Length;
        var state = isLast ? UploadState.Waiting : UploadState.Receiving;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var updated = await db.Uploads.Where(u => u.Id == id && u.State == UploadState.Receiving && u.ReceivedBytes == offset).ExecuteUpdateAsync(
            set => set.SetProperty(u => u.ReceivedBytes, end).SetProperty(u => u.State, state).SetProperty(u => u.UpdateTime, now)
                .SetProperty(u => u.SizeBytes, u => isLast ? end : u.SizeBytes),
            cancellationToken);
        if (updated == 0)
        {
            return false;
        }

        if (piece.Length > 0)
        {
            db.UploadPieces.Add(new UploadPieceRow { UploadId = id, Position = offset, Content = piece.ToArray() });
            await db.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<byte[]?> ReadPieceAsync(string id, long position, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Db(scope).UploadPieces.Where(p => p.UploadId == id && p.Position == position).Select(p => p.Content)
            .FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<Upload?> NextAsync(IReadOnlyCollection<string> except, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await Db(scope).Uploads.AsNoTracking()
            .Where(u => (u.State == UploadState.Waiting || u.State == UploadState.Processing) && !except.Contains(u.Id))
            .OrderBy(u => u.CreateTime).ThenBy(u => u.Id).FirstOrDefaultAsync(cancellationToken))?.ToUpload();
    }

    public async Task<bool> BeginAsync(string id, string documentId, string format, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        return await Db(scope).Uploads.Where(u => u.Id == id && !Over.Contains(u.State)).ExecuteUpdateAsync(
            set => set.SetProperty(u => u.State, UploadState.Processing).SetProperty(u => u.DocumentId, documentId).SetProperty(u => u.Format, format)
                .SetProperty(u => u.UpdateTime, now),
            cancellationToken) > 0;
    }

    public async Task<bool> SaveAsync(string id, IReadOnlyList<ItemResult> results, long processedBytes, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        long Count(ItemOutcome outcome) => results.Count(r => r.Outcome == outcome);
        var (accepted, known, revised, rejected) =
            (Count(ItemOutcome.Accepted), Count(ItemOutcome.AlreadyKnown), Count(ItemOutcome.Revised), Count(ItemOutcome.Rejected));
        await using var scope = scopes.CreateAsyncScope();
        var db = Db(scope);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var upload = db.Uploads.Where(u => u.Id == id && u.State == UploadState.Processing);
        if (results.Count > 0)
        {
            var first = results[0].Index;
            upload = upload.Where(u => u.AcceptedCount + u.KnownCount + u.RevisedCount + u.RejectedCount == first);
            db.UploadResults.Add(new UploadResultsRow
            {
                UploadId = id,
                FirstIndex = first,
                EndIndex = results[^1].Index + 1,
                Results = new ListUploadResultsResponse { Results = { results } }.ToByteArray(),
            });
        }

        var updated = await upload.ExecuteUpdateAsync(
            set => set
                .SetProperty(u => u.AcceptedCount, u => u.AcceptedCount + accepted)
                .SetProperty(u => u.KnownCount, u => u.KnownCount + known)
                .SetProperty(u => u.RevisedCount, u => u.RevisedCount + revised)
                .SetProperty(u => u.RejectedCount, u => u.RejectedCount + rejected)
                .SetProperty(u => u.ProcessedBytes, u => u.ProcessedBytes > processedBytes ? u.ProcessedBytes : processedBytes)
                .SetProperty(u => u.UpdateTime, now),
            cancellationToken);
        if (updated == 0)
        {
            return false;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<Upload?> EndAsync(string id, UploadState state, UploadFault? fault, CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
        {
            var now = time.GetUtcNow();
            var bytes = fault?.ToByteArray();
            await Db(scope).Uploads.Where(u => u.Id == id && !Over.Contains(u.State)).ExecuteUpdateAsync(
                set => set.SetProperty(u => u.State, state).SetProperty(u => u.Fault, bytes).SetProperty(u => u.UpdateTime, now), cancellationToken);
            await DropPiecesAsync(Db(scope), id, cancellationToken);
        }

        return await FindAsync(id, cancellationToken);
    }

    public async Task<IReadOnlyList<ItemResult>> ListResultsAsync(string id, long from, int count, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var results = new List<ItemResult>();
        var rows = Db(scope).UploadResults.AsNoTracking().Where(r => r.UploadId == id && r.EndIndex > from).OrderBy(r => r.FirstIndex).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            results.AddRange(ListUploadResultsResponse.Parser.ParseFrom(row.Results).Results.Where(r => r.Index >= from).Take(count - results.Count));
            if (results.Count >= count)
            {
                break;
            }
        }

        return results;
    }

    public async Task ClearAsync(DateTimeOffset silentSince, DateTimeOffset overBefore, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Db(scope);
        var silent = await db.Uploads.AsNoTracking().Where(u => u.State == UploadState.Receiving && u.UpdateTime < silentSince).ToListAsync(cancellationToken);
        foreach (var upload in silent)
        {
            var description = upload.SizeBytes > 0
                ? $"Only {upload.ReceivedBytes} of {upload.SizeBytes} bytes came."
                : $"{upload.ReceivedBytes} bytes came, and nothing said that they are all.";
            await EndAsync(upload.Id, UploadState.Failed,
                new UploadFault { Reason = "ABANDONED", Path = "document", Description = description }, cancellationToken);
        }

        var over = await db.Uploads.Where(u => Over.Contains(u.State) && u.UpdateTime < overBefore).Select(u => u.Id).ToListAsync(cancellationToken);
        foreach (var id in over)
        {
            await DropPiecesAsync(db, id, cancellationToken);
            await db.UploadResults.Where(r => r.UploadId == id).ExecuteDeleteAsync(cancellationToken);
            await db.Uploads.Where(u => u.Id == id).ExecuteDeleteAsync(cancellationToken);
        }
    }

    // Who announces files and sends none must not keep others out.
    private async Task<int> GiveUpUnusedAsync(IngestDbContext db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var since = now.AddMinutes(-options.Value.UnusedMinutes);
        var fault = new UploadFault { Reason = "ABANDONED", Path = "document", Description = "No byte of it came." }.ToByteArray();
        return await db.Uploads.Where(u => u.State == UploadState.Receiving && u.ReceivedBytes == 0 && u.UpdateTime <= since).ExecuteUpdateAsync(
            set => set.SetProperty(u => u.State, UploadState.Failed).SetProperty(u => u.Fault, fault).SetProperty(u => u.UpdateTime, now), cancellationToken);
    }

    private static IngestDbContext Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<IngestDbContext>();

    // A document that came by upload keeps its bytes there.
    private static async Task DropPiecesAsync(IngestDbContext db, string id, CancellationToken cancellationToken) =>
        await db.UploadPieces.Where(p => p.UploadId == id && !db.Documents.Any(d => d.UploadId == id)).ExecuteDeleteAsync(cancellationToken);
}
