using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Reading.Knowledge;
using Truceline.Entity.Search;
using Truceline.Entity.V1;

namespace Truceline.Entity.Storage;

/// <summary>What changed in the tables of entities, in the order of commits.</summary>
internal sealed class SearchSource(EntityDbContext db, CorrectionCache cache, KnowledgeBase knowledge) : ISearchSource
{
    private const int PageSize = 5000;
    private const int MostNames = 200;

    public async Task<SearchChanges> ChangesAfterAsync(SearchPosition position, CancellationToken cancellationToken)
    {
        var (change, id) = position;
        var rows = await db.Entities.AsNoTracking()
            .Where(e => e.Change > change || (e.Change == change && string.Compare(e.EntityId, id) > 0))
            .OrderBy(e => e.Change).ThenBy(e => e.EntityId).Take(PageSize).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return new SearchChanges([], position, IsLast: true);
        }

        var corrections = await cache.GetAsync(db, cancellationToken);
        string[] ids = [.. rows.Where(r => r.MergedInto is null).Select(r => r.EntityId)];
        var names = (await db.EntityNames.AsNoTracking().Where(n => ids.Contains(n.EntityId)).Select(n => new { n.EntityId, n.Name, n.Mentions }).ToListAsync(cancellationToken))
            .ToLookup(n => n.EntityId);
        var merged = (await db.Entities.AsNoTracking().Where(e => e.MergedInto != null && ids.Contains(e.MergedInto) && e.KnowledgeId != "")
            .Select(e => new { e.MergedInto, e.KnowledgeId }).ToListAsync(cancellationToken)).ToLookup(e => e.MergedInto!, e => e.KnowledgeId);
        var changes = rows.ConvertAll(row => new SearchChange(
            row.EntityId,
            row.MergedInto is not null || row is { Mentions: <= 0, IsKnown: false } || corrections.IsRejected(row.EntityId)
                ? null
                : new SearchDocument(
                    row.EntityId,
                    corrections.TypeOf(row.EntityId) ?? (EntityType)row.Type,
                    corrections.NameOf(row.EntityId) ?? row.Name,
                    row.Country,
                    row.Kind,
                    [.. names[row.EntityId].OrderByDescending(n => n.Mentions).Take(MostNames).Select(n => n.Name).Append(row.Name)
                        .Concat(merged[row.EntityId].Append(row.KnowledgeId).SelectMany(k => knowledge.WithId(k)?.Names.Select(n => n.Text) ?? [])).Distinct()],
                    row.Mentions)));

        // The same thing under the id of the knowledge base, from before a report named it.
        changes.AddRange(rows.Where(r => r.KnowledgeId.Length > 0 && r.KnowledgeId != r.EntityId).Select(r => new SearchChange(r.KnowledgeId, null)));
        return new SearchChanges(changes, new SearchPosition(rows[^1].Change, rows[^1].EntityId), rows.Count < PageSize);
    }
}
