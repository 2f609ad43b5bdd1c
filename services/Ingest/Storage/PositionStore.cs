using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Truceline.Ingest.Positions;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Storage;

/// <summary>Positions in the database.</summary>
internal sealed class PositionStore(IngestDbContext db) : IPositionStore
{
    public async Task<ObservedPosition?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await db.Positions.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, cancellationToken))?.ToPosition();

    public async Task<IReadOnlyList<ObservedPosition>> ListAsync(PositionQuery query, PageRequest page, CancellationToken cancellationToken)
    {
        var positions = db.Positions.AsNoTracking();
        if (query.ObjectId.Length > 0)
        {
            positions = positions.Where(p => p.ObjectId == query.ObjectId);
        }

        if (query.From is { } from)
        {
            positions = positions.Where(p => p.Time >= from);
        }

        if (query.To is { } to)
        {
            positions = positions.Where(p => p.Time < to);
        }

        if (!page.IsFirst && DateTimeOffset.TryParse(page.After[0], CultureInfo.InvariantCulture, out var time))
        {
            var id = page.After[1];
            positions = positions.Where(p => p.Time > time || (p.Time == time && string.Compare(p.Id, id) > 0));
        }

        var rows = await positions.OrderBy(p => p.Time).ThenBy(p => p.Id).Take(page.Size + 1).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => r.ToPosition());
    }
}
