using Google.Rpc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Truceline.Ingest.Rejections;

namespace Truceline.Ingest.Storage;

/// <summary>Refused items in the database.</summary>
internal sealed class RejectionStore(IServiceScopeFactory scopes, IOptions<RejectionOptions> options) : IRejectionStore
{
    public async Task<IReadOnlyList<string>> AddAsync(IReadOnlyList<Rejection> rejections, CancellationToken cancellationToken)
    {
        var kept = new HashSet<string>();
        foreach (var document in rejections.GroupBy(r => r.DocumentId))
        {
            var rows = document.Select(RejectionRow.Of).DistinctBy(r => r.Id).ToArray();
            try
            {
                kept.UnionWith(await AddToDocumentAsync(document.Key, rows, cancellationToken));
            }
            catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
            {
                // The same document may be read twice at once; what the other one kept is there now.
                kept.UnionWith(await AddToDocumentAsync(document.Key, rows, cancellationToken));
            }
        }

        return [.. rejections.Select(r => kept.Contains(r.Id) ? r.Id : "")];
    }

    public async Task<(IReadOnlyList<Rejection> Rejections, int Total)> ListAsync(
        string documentId, string sourceId, int size, (DateTimeOffset Time, string Id)? after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var rows = Db(scope).Rejections.AsNoTracking();
        rows = documentId.Length > 0 ? rows.Where(r => r.DocumentId == documentId) : rows;
        rows = sourceId.Length > 0 ? rows.Where(r => r.SourceId == sourceId) : rows;
        var total = await rows.CountAsync(cancellationToken);
        if (after is var (time, id))
        {
            rows = rows.Where(r => r.ReceivedTime < time || (r.ReceivedTime == time && string.Compare(r.Id, id) < 0));
        }

        // Originals may be large, and a page has up to a thousand.
        var page = await rows.OrderByDescending(r => r.ReceivedTime).ThenByDescending(r => r.Id).Take(size + 1)
            .Select(r => new RejectionRow
            {
                Id = r.Id,
                DocumentId = r.DocumentId,
                ItemPath = r.ItemPath,
                ItemIndex = r.ItemIndex,
                Violations = r.Violations,
                Original = "",
                Format = r.Format,
                SourceId = r.SourceId,
                ReceivedTime = r.ReceivedTime,
                TraceParent = r.TraceParent,
                Attempts = r.Attempts,
                LastReplayTime = r.LastReplayTime,
            }).ToListAsync(cancellationToken);
        return (page.ConvertAll(r => r.ToRejection()), total);
    }

    public async Task<Rejection?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await Db(scope).Rejections.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken))?.ToRejection();
    }

    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Db(scope).Rejections.Where(r => r.Id == id).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    public async Task NoteReplayAsync(
        string id, IReadOnlyList<BadRequest.Types.FieldViolation> violations, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var bytes = RejectionRow.Bytes(violations);
        await using var scope = scopes.CreateAsyncScope();
        await Db(scope).Rejections.Where(r => r.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.Violations, bytes).SetProperty(r => r.Attempts, r => r.Attempts + 1).SetProperty(r => r.LastReplayTime, now),
            cancellationToken);
    }

    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Db(scope).Rejections.CountAsync(cancellationToken);
    }

    private static IngestDbContext Db(AsyncServiceScope scope) => scope.ServiceProvider.GetRequiredService<IngestDbContext>();

    private async Task<IEnumerable<string>> AddToDocumentAsync(string documentId, RejectionRow[] rows, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = Db(scope);
        var ids = rows.Select(r => r.Id).ToArray();
        var known = await db.Rejections.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancellationToken);
        var room = options.Value.MostPerDocument - await db.Rejections.CountAsync(r => r.DocumentId == documentId, cancellationToken);
        foreach (var row in rows)
        {
            if (known.TryGetValue(row.Id, out var there))
            {
                there.Violations = row.Violations;
            }
            else if (room-- > 0)
            {
                db.Rejections.Add(row);
                known[row.Id] = row;
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return known.Keys;
    }
}
