using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Corrections;
using Truceline.Entity.Entities;
using Truceline.Entity.V1;

namespace Truceline.Entity.Storage;

/// <summary>
/// Brings what is stored to what it is under other corrections: the ids of appearances and of parts in claims, counts, redirections. Made for one transaction, in a turn.
/// </summary>
/// <param name="db">The database.</param>
/// <param name="change">Number of the change.</param>
internal sealed class CorrectionEffects(EntityDbContext db, long change)
{
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private readonly HashSet<string> _reports = new(StringComparer.Ordinal);

    /// <summary>Entities that were changed.</summary>
    internal IReadOnlyList<TouchedEntity> Touched { get; private set; } = [];

    /// <summary>Reports in which something belongs to another entity now; empty when all of an entity does.</summary>
    internal IReadOnlyCollection<string> MovedReports => _reports;

    /// <summary>Applies a correction that was made just now.</summary>
    internal async Task ApplyAsync(StoredCorrection stored, CorrectionSet before, CorrectionSet after, CancellationToken cancellationToken)
    {
        var correction = stored.Correction;
        _touched.Add(correction.EntityId);
        switch (correction.Kind)
        {
            case CorrectionKind.Merge:
                await MergeAsync(correction.EntityId, correction.OtherEntityId, cancellationToken);
                break;
            case CorrectionKind.Split:
                _touched.Add(correction.OtherEntityId);
                var all = await db.Appearances.LongCountAsync(a => a.EntityId == correction.EntityId, cancellationToken);
                var moved = await FollowAsync(Parted(stored), before, after, cancellationToken);
                CorrectionRules.CheckSplit(correction.EntityId, moved, all);
                break;
            case CorrectionKind.RejectMention:
                await RecountAsync(stored, before, after, cancellationToken);
                break;
        }

        await FinishAsync(after, cancellationToken);
    }

    /// <summary>Takes back what a correction did.</summary>
    internal async Task RevertAsync(StoredCorrection stored, CorrectionSet before, CorrectionSet after, CancellationToken cancellationToken)
    {
        var correction = stored.Correction;
        _touched.Add(correction.EntityId);
        switch (correction.Kind)
        {
            case CorrectionKind.Merge:
                // The other one may be part of a third meanwhile.
                var meant = before.EntityOf(correction.OtherEntityId);
                _touched.UnionWith(await db.Entities.Where(e => e.MergedInto == meant).Select(e => e.EntityId).ToListAsync(cancellationToken));
                await FollowAsync(db.Appearances.Where(a => a.EntityId == meant && a.BaseId != meant), before, after, cancellationToken);
                break;
            case CorrectionKind.Split:
                _touched.Add(correction.OtherEntityId);
                await FollowAsync(db.Appearances.Where(a => a.EntityId == correction.OtherEntityId), before, after, cancellationToken);
                break;
            case CorrectionKind.RejectMention:
                await RecountAsync(stored, before, after, cancellationToken);
                break;
        }

        // What ids mean is looked up among what was moved.
        await db.SaveChangesAsync(cancellationToken);
        await RedirectAsync(stored, after, cancellationToken);
        await FinishAsync(after, cancellationToken);
    }

    private IQueryable<AppearanceRow> Parted(StoredCorrection stored)
    {
        var id = stored.Correction.EntityId;
        string[] chains = [.. stored.ChainIds];

        // Names stand in the words, which the database does not look into.
        return stored.NameKeys.Count > 0
            ? db.Appearances.Where(a => a.EntityId == id)
            : db.Appearances.Where(a => a.EntityId == id && chains.Contains(a.ChainId));
    }

    // All that there is of an entity goes to another one.
    private async Task MergeAsync(string id, string into, CancellationToken cancellationToken)
    {
        await db.Appearances.Where(a => a.EntityId == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.EntityId, into), cancellationToken);
        await db.Participations.Where(p => p.EntityId == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.EntityId, into), cancellationToken);
        var rows = await db.Entities.Where(e => e.EntityId == id || e.EntityId == into || e.MergedInto == id).ToDictionaryAsync(e => e.EntityId, cancellationToken);
        var (from, to) = (rows[id], rows[into]);
        foreach (var row in rows.Values.Where(r => r.EntityId == id || r.MergedInto == id))
        {
            row.MergedInto = into;
            _touched.Add(row.EntityId);
        }

        (to.Mentions, to.Reports, from.Mentions, from.Reports, to.Change) = (to.Mentions + from.Mentions, to.Reports + from.Reports, 0, 0, change);
        to.Version++;
        var names = await db.EntityNames.Where(n => n.EntityId == id || n.EntityId == into).ToListAsync(cancellationToken);
        var kept = names.Where(n => n.EntityId == into).ToDictionary(n => n.Name, StringComparer.Ordinal);
        foreach (var name in names.Where(n => n.EntityId == id))
        {
            db.EntityNames.Remove(name);
            if (!kept.TryGetValue(name.Name, out var same))
            {
                db.EntityNames.Add(new EntityNameRow { EntityId = into, Name = name.Name, Mentions = name.Mentions, Reports = name.Reports });
                continue;
            }

            (same.Mentions, same.Reports) = (same.Mentions + name.Mentions, same.Reports + name.Reports);
        }
    }

    private async Task<long> FollowAsync(IQueryable<AppearanceRow> rows, CorrectionSet before, CorrectionSet after, CancellationToken cancellationToken)
    {
        var counts = new EntityCounts(db);
        var moved = 0L;
        foreach (var row in await rows.ToListAsync(cancellationToken))
        {
            var old = AppearanceWords.FromRow(row);
            var now = old with { EntityId = after.EntityOf(old) };
            if (now.EntityId == old.EntityId)
            {
                continue;
            }

            counts.Add(before.WithoutRejected(old), -1);
            counts.Add(after.WithoutRejected(now), 1);
            row.EntityId = now.EntityId;
            await db.Participations.Where(p => p.ReportId == row.ReportId && p.LocalId == row.LocalId)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.EntityId, now.EntityId), cancellationToken);
            _touched.Add(old.EntityId);
            _touched.Add(now.EntityId);
            _reports.Add(row.ReportId);
            moved++;
        }

        await counts.ApplyAsync(change, cancellationToken);
        return moved;
    }

    // A mention less, or one more, in each version of the report.
    private async Task RecountAsync(StoredCorrection stored, CorrectionSet before, CorrectionSet after, CancellationToken cancellationToken)
    {
        string[] chains = [.. stored.ChainIds];
        var counts = new EntityCounts(db);
        foreach (var appearance in (await db.Appearances.AsNoTracking().Where(a => chains.Contains(a.ChainId)).ToListAsync(cancellationToken)).Select(AppearanceWords.FromRow))
        {
            var (old, now) = (before.WithoutRejected(appearance), after.WithoutRejected(appearance));
            if (old.Mentions.Count != now.Mentions.Count)
            {
                counts.Add(old, -1);
                counts.Add(now, 1);
                _reports.Add(appearance.ReportId);
            }
        }

        await counts.ApplyAsync(change, cancellationToken);
    }

    // What ids mean that had been merged: by another correction, by evidence, or nothing but themselves. An entity that a split had made means the one it came from.
    private async Task RedirectAsync(StoredCorrection stored, CorrectionSet after, CancellationToken cancellationToken)
    {
        foreach (var row in await db.Entities.Where(e => _touched.Contains(e.EntityId)).ToListAsync(cancellationToken))
        {
            var meant = stored.Correction.Kind == CorrectionKind.Split && row.EntityId == stored.Correction.OtherEntityId
                ? after.EntityOf(stored.Correction.EntityId)
                : after.EntityOf(row.EntityId);
            if (meant == row.EntityId && row.Rule is IdentityRules.OfItsDocument or IdentityRules.ShortName)
            {
                meant = await db.Appearances.Where(a => a.LocalId == row.EntityId && a.EntityId != row.EntityId).Select(a => a.EntityId).FirstOrDefaultAsync(cancellationToken)
                    ?? meant;
            }

            row.MergedInto = meant == row.EntityId ? null : meant;
        }
    }

    private async Task FinishAsync(CorrectionSet after, CancellationToken cancellationToken)
    {
        var rows = (await db.Entities.Where(e => _touched.Contains(e.EntityId)).ToListAsync(cancellationToken))
            .Concat(db.Entities.Local.Where(e => _touched.Contains(e.EntityId))).Distinct().ToList();
        rows.ForEach(r => (r.Version, r.Change) = (r.Version + 1, change));
        string[] targets = [.. rows.Select(r => r.MergedInto).OfType<string>().Distinct()];
        var meant = (await db.Entities.Where(e => targets.Contains(e.EntityId)).ToListAsync(cancellationToken)).Concat(rows).DistinctBy(r => r.EntityId)
            .ToDictionary(r => r.EntityId);
        Touched =
        [
            .. rows.OrderBy(r => r.EntityId, StringComparer.Ordinal).Select(r =>
            {
                var target = meant[r.MergedInto ?? r.EntityId];
                return new TouchedEntity(
                    r.EntityId, target.EntityId, after.NameOf(target.EntityId) ?? target.Name, target.Country,
                    after.TypeOf(target.EntityId) ?? (EntityType)target.Type, r.Version);
            }),
        ];
    }
}
