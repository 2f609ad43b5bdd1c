using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Corrections;
using Truceline.Entity.Entities;
using Truceline.ServiceDefaults.Storage;
using EntityProto = Truceline.Entity.V1.Entity;

namespace Truceline.Entity.Storage;

/// <summary>
/// Stores what a reading makes of identities. Whoever changes identities takes a turn first (counter <c>identity</c>), on every replica: what is read after it is the state
/// that the one before left, and the turn ends with the transaction. Reading the text, the costly part, is done before.
/// </summary>
internal sealed class IdentityWriter(EntityDbContext db, CorrectionCache cache, KnownNamesLoader loader)
{
    internal const string Counter = "identity";

    private long _change;

    /// <summary>Takes the turn; the caller commits.</summary>
    /// <returns>Number of the change.</returns>
    internal async Task<long> TakeTurnAsync(CancellationToken cancellationToken) => _change = await db.CountUpAsync(Counter, 1, cancellationToken);

    /// <summary>Decides what a reading makes of identities and stores it in place of what an earlier reading of the report said.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="now">What its reading says; empty when its evidence goes.</param>
    /// <param name="participations">Who takes part in its claims.</param>
    /// <param name="reader">Version of the reader.</param>
    /// <param name="time">The present.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task<IdentityChange> WriteAsync(
        string reportId, IReadOnlyList<Appearance> now, IReadOnlyList<Participation> participations, string reader, DateTimeOffset time,
        CancellationToken cancellationToken)
    {
        // Read once outside of the transaction, so that it is remembered.
        _ = await cache.GetAsync(db, cancellationToken);
        await TakeTurnAsync(cancellationToken);
        var corrections = await cache.GetAsync(db, cancellationToken);
        var oldRows = await db.Appearances.Where(a => a.ReportId == reportId).ToListAsync(cancellationToken);
        var before = oldRows.ConvertAll(AppearanceWords.FromRow);
        var known = await loader.LoadAsync(reportId, now, before, cancellationToken);
        var outcome = IdentityDecision.Decide(now, known, corrections);

        var counts = new EntityCounts(db);
        before.ForEach(a => counts.Add(corrections.WithoutRejected(a), -1));
        foreach (var appearance in outcome.Linked)
        {
            counts.Add(corrections.WithoutRejected(appearance), 1);
        }

        if (oldRows.Count > 0)
        {
            // At once: the new rows may have the same keys.
            await db.Participations.Where(p => p.ReportId == reportId).ExecuteDeleteAsync(cancellationToken);
            await db.Appearances.Where(a => a.ReportId == reportId).ExecuteDeleteAsync(cancellationToken);
            oldRows.ForEach(r => db.Entry(r).State = EntityState.Detached);
        }

        db.Appearances.AddRange(outcome.Linked.Select(AppearanceWords.ToRow));
        AddParticipations(reportId, outcome, participations);
        var merged = await MoveAsync(outcome, known, corrections, counts, cancellationToken);
        await AddEntitiesAsync(outcome, corrections, reader, time, cancellationToken);
        await counts.ApplyAsync(_change, cancellationToken);
        var states = await MarkMergedAsync(merged, cancellationToken);
        return new IdentityChange(outcome, corrections, states, [.. outcome.Moved.Select(m => m.ReportId).Distinct()]);
    }

    private void AddParticipations(string reportId, IdentityOutcome outcome, IReadOnlyList<Participation> participations)
    {
        var entityOf = outcome.Linked.ToDictionary(a => a.LocalId, a => a.EntityId, StringComparer.Ordinal);
        db.Participations.AddRange(participations.Where(p => entityOf.ContainsKey(p.LocalId)).Select(p => new ParticipationRow
        {
            ClaimId = p.ClaimId,
            LocalId = p.LocalId,
            Role = (int)p.Role,
            ReportId = reportId,
            EntityId = entityOf[p.LocalId],
            Day = p.Day,
            IsDated = p.IsDated,
            Class = p.Class,
        }));
    }

    // Other reports' surnames and acronyms, and names that several countries share since this report.
    private async Task<Dictionary<string, string>> MoveAsync(
        IdentityOutcome outcome, KnownNames known, CorrectionSet corrections, EntityCounts counts, CancellationToken cancellationToken)
    {
        var merged = new Dictionary<string, string>(StringComparer.Ordinal);
        var before = known.Appearances.ToDictionary(a => (a.ReportId, a.LocalId));
        foreach (var moved in outcome.Moved)
        {
            var old = before[(moved.ReportId, moved.LocalId)];
            counts.Add(corrections.WithoutRejected(old), -1);
            counts.Add(corrections.WithoutRejected(moved), 1);
            await db.Appearances.Where(a => a.ReportId == moved.ReportId && a.LocalId == moved.LocalId)
                .ExecuteUpdateAsync(set => set.SetProperty(a => a.BaseId, moved.BaseId).SetProperty(a => a.EntityId, moved.EntityId), cancellationToken);
            await db.Participations.Where(p => p.ReportId == moved.ReportId && p.LocalId == moved.LocalId)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.EntityId, moved.EntityId), cancellationToken);
            if (moved.Key.Strength == KeyStrength.Short)
            {
                // Its document's own id was given out; it means the other entity now, or itself again.
                merged[moved.LocalId] = moved.EntityId;
            }
        }

        return merged;
    }

    private async Task AddEntitiesAsync(
        IdentityOutcome outcome, CorrectionSet corrections, string reader, DateTimeOffset time, CancellationToken cancellationToken)
    {
        var appearances = outcome.Linked.Concat(outcome.Moved).ToList();
        string[] ids = [.. appearances.SelectMany(a => new[] { a.BaseId, a.EntityId }).Distinct()];
        var rows = await db.Entities.Where(e => ids.Contains(e.EntityId)).ToDictionaryAsync(e => e.EntityId, cancellationToken);
        foreach (var appearance in appearances)
        {
            if (!rows.TryGetValue(appearance.BaseId, out var row))
            {
                rows[appearance.BaseId] = row = NewRow(appearance, corrections, reader, time);
                db.Entities.Add(row);
            }

            if (row.Country.Length == 0 && appearance.Country.Length > 0 && appearance.Rule != IdentityRules.ShortName)
            {
                (row.Country, row.Change) = (appearance.Country, _change);
            }

            if (row.Kind.Length == 0 && appearance.Kind.Length > 0)
            {
                (row.Kind, row.Change) = (appearance.Kind, _change);
            }
        }

        // What a name means without a country is nobody's in particular once several countries have one.
        foreach (var several in appearances.Where(a => a.Rule == IdentityRules.FullNameAndCountry))
        {
            if (rows.GetValueOrDefault(EntityIds.OfName(several.Key)) is { Country.Length: > 0 } row)
            {
                (row.Country, row.Change) = ("", _change);
            }
        }
    }

    private EntityRow NewRow(Appearance appearance, CorrectionSet corrections, string reader, DateTimeOffset time)
    {
        var meant = corrections.EntityOf(appearance.BaseId);
        var best = appearance.Places.Count > 0 ? appearance.Places[0].Clone() : null;
        if (best is not null)
        {
            best.Score = 1;
        }

        return new EntityRow
        {
            EntityId = appearance.BaseId,
            Type = (int)appearance.Key.Type,
            Name = appearance.Key.Strength == KeyStrength.Known ? appearance.Name : "",
            Country = "",
            Kind = "",
            IsKnown = appearance.Key.Strength == KeyStrength.Known,
            KnowledgeId = appearance.KnowledgeId,
            Rule = appearance.Rule,
            Reader = reader,
            CreatedTime = time,
            Places = best is null ? [] : new EntityProto { Places = { best } }.ToByteArray(),
            MergedInto = meant == appearance.BaseId ? null : meant,
            Change = _change,
        };
    }

    private async Task<IReadOnlyList<EntityRow>> MarkMergedAsync(Dictionary<string, string> merged, CancellationToken cancellationToken)
    {
        if (merged.Count == 0)
        {
            return [];
        }

        var rows = await db.Entities.Where(e => merged.Keys.Contains(e.EntityId)).ToListAsync(cancellationToken);
        foreach (var row in rows.Concat(db.Entities.Local.Where(e => merged.ContainsKey(e.EntityId))).Distinct())
        {
            row.MergedInto = merged[row.EntityId] == row.EntityId ? null : merged[row.EntityId];
            (row.Version, row.Change) = (row.Version + 1, _change);
        }

        return rows;
    }
}
