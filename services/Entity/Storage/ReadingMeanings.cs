using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Corrections;
using Truceline.Entity.Entities;

namespace Truceline.Entity.Storage;

/// <summary>Looks up what the ids in stored readings and claims mean now.</summary>
internal sealed class ReadingMeanings(EntityDbContext db, CorrectionCache cache)
{
    /// <summary>What each id of some reports means.</summary>
    /// <param name="reportIds">The reports.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task<Func<string, string, EntityMeaning>> OfAsync(IEnumerable<string> reportIds, CancellationToken cancellationToken)
    {
        string[] reports = [.. reportIds.Distinct()];
        var corrections = await cache.GetAsync(db, cancellationToken);
        var rows = await db.Appearances.AsNoTracking().Where(a => reports.Contains(a.ReportId) && (corrections.TouchWords || a.EntityId != a.LocalId))
            .ToListAsync(cancellationToken);
        return await OfAsync(rows.Select(AppearanceWords.FromRow), corrections, cancellationToken);
    }

    /// <summary>The same of appearances at hand.</summary>
    internal async Task<Func<string, string, EntityMeaning>> OfAsync(
        IEnumerable<Appearance> appearances, CorrectionSet corrections, CancellationToken cancellationToken)
    {
        var linked = appearances.ToDictionary(a => (a.LocalId, a.ReportId));
        string[] others = [.. linked.Values.Where(a => a.EntityId != a.LocalId).Select(a => a.EntityId).Distinct()];
        var stored = others.Length == 0
            ? []
            : await db.Entities.AsNoTracking().Where(e => others.Contains(e.EntityId)).Select(e => new { e.EntityId, e.Name, e.Country })
                .ToDictionaryAsync(e => e.EntityId, e => (e.Name, e.Country), cancellationToken);
        foreach (var tracked in db.Entities.Local)
        {
            stored[tracked.EntityId] = (tracked.Name, tracked.Country);
        }

        return (id, report) => linked.TryGetValue((id, report), out var appearance)
            ? Meanings.Of(appearance, corrections, stored.TryGetValue(appearance.EntityId, out var entity) ? entity : null)
            : corrections.IsRejected(id) ? new EntityMeaning(null) : new EntityMeaning(id) { Name = corrections.NameOf(id), Type = corrections.TypeOf(id) };
    }
}
