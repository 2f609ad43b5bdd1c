using Microsoft.EntityFrameworkCore;
using Truceline.Entity.V1;

namespace Truceline.Entity.Storage;

/// <summary>Who is named or claimed together with an entity.</summary>
internal sealed class NeighbourQuery(EntityDbContext db, CorrectionCache cache)
{
    internal async Task<ListNeighboursResponse> ListAsync(
        string entityId, IReadOnlyCollection<EntityType> types, int count, int mostReports, CancellationToken cancellationToken)
    {
        var corrections = await cache.GetAsync(db, cancellationToken);
        var reports = db.Appearances.AsNoTracking().Where(a => a.EntityId == entityId).OrderByDescending(a => a.Time).ThenBy(a => a.ReportId)
            .Take(mostReports).Select(a => a.ReportId);
        var considered = await reports.Distinct().CountAsync(cancellationToken);
        var together = await db.Appearances.AsNoTracking().Where(a => reports.Contains(a.ReportId) && a.EntityId != entityId)
            .Select(a => new { a.EntityId, a.ReportId }).Distinct().GroupBy(a => a.EntityId)
            .Select(g => new { Id = g.Key, Reports = g.Count() }).ToListAsync(cancellationToken);
        var claimed = await db.Participations.AsNoTracking().Where(p => p.EntityId == entityId && reports.Contains(p.ReportId)).Select(p => p.ClaimId).Distinct()
            .Join(db.Participations.Where(p => p.EntityId != entityId), id => id, p => p.ClaimId, (id, p) => new { p.EntityId, p.Class, p.ClaimId }).Distinct()
            .GroupBy(p => new { p.EntityId, p.Class }).Select(g => new { g.Key.EntityId, g.Key.Class, Count = g.Count() }).ToListAsync(cancellationToken);
        var classes = claimed.ToLookup(c => c.EntityId);

        var response = new ListNeighboursResponse { ReportsConsidered = considered };
        foreach (var chunk in together.Where(t => !corrections.IsRejected(t.Id))
            .OrderByDescending(t => t.Reports).ThenByDescending(t => classes[t.Id].Sum(c => c.Count)).ThenBy(t => t.Id, StringComparer.Ordinal).Chunk(500))
        {
            // Types are looked up for a part at a time: an entity may have thousands of neighbours, and a page is short.
            string[] ids = [.. chunk.Select(c => c.Id)];
            var rows = await db.Entities.AsNoTracking().Where(e => ids.Contains(e.EntityId)).ToDictionaryAsync(e => e.EntityId, cancellationToken);
            foreach (var neighbour in chunk.Where(c => rows.ContainsKey(c.Id)))
            {
                var row = rows[neighbour.Id];
                var type = corrections.TypeOf(row.EntityId) ?? (EntityType)row.Type;
                if (types.Count > 0 && !types.Contains(type))
                {
                    continue;
                }

                response.Neighbours.Add(new Neighbour
                {
                    EntityId = row.EntityId,
                    Type = type,
                    Name = corrections.NameOf(row.EntityId) ?? row.Name,
                    Country = row.Country,
                    ReportCount = neighbour.Reports,
                    ClaimCount = classes[row.EntityId].Sum(c => c.Count),
                    Classes =
                    {
                        classes[row.EntityId].OrderByDescending(c => c.Count).ThenBy(c => c.Class, StringComparer.Ordinal)
                            .Select(c => new SharedClaims { Class = c.Class, ClaimCount = c.Count }),
                    },
                });
                if (response.Neighbours.Count == count)
                {
                    return response;
                }
            }
        }

        return response;
    }
}
