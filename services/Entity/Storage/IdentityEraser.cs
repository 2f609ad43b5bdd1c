using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Entities;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Storage;
using EntityProto = Truceline.Entity.V1.Entity;
using ReadingProto = Truceline.Entity.V1.Reading;

namespace Truceline.Entity.Storage;

/// <summary>
/// Takes the words of an erased report out of what is known of entities: its mentions' words, names that no other report uses, persons' part in it. Ids stay, and so do
/// the spans of what is not a person.
/// </summary>
internal sealed class IdentityEraser(EntityDbContext db, CorrectionCache cache)
{
    /// <summary>Erases in what was stored of a report. The turn is taken.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="words">What is erased.</param>
    /// <param name="change">Number of the change.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Entities that no report names any more, as they are now: whoever holds their names erases them.</returns>
    internal async Task<IReadOnlyList<EntityRow>> EraseAsync(string reportId, ErasedWords words, long change, CancellationToken cancellationToken)
    {
        var rows = await db.Appearances.Where(a => a.ReportId == reportId).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        var corrections = await cache.GetAsync(db, cancellationToken);
        var counts = new EntityCounts(db);
        var gone = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var appearance = AppearanceWords.FromRow(row);
            counts.Add(corrections.WithoutRejected(appearance), -1);
            if (Erased(appearance, words) is { } left)
            {
                row.Words = AppearanceWords.ToBytes(left);
                counts.Add(corrections.WithoutRejected(left), 1);
                continue;
            }

            gone.Add(row.EntityId);
            db.Appearances.Remove(row);
            await db.Participations.Where(p => p.ReportId == reportId && p.LocalId == row.LocalId).ExecuteDeleteAsync(cancellationToken);
        }

        await counts.ApplyAsync(change, cancellationToken);
        var nameless = db.Entities.Local.Where(e => gone.Contains(e.EntityId) && e is { IsKnown: false, Reports: <= 0 }).ToList();
        nameless.ForEach(e => e.Version++);
        await EraseCorrectionsAsync([.. nameless.Select(e => e.EntityId)], cancellationToken);
        return nameless;
    }

    // What no document that was erased may say of it is nobody's to keep: a person is gone, of others the span is left.
    private static Appearance? Erased(Appearance appearance, ErasedWords words)
    {
        var reading = new ReadingProto
        {
            ReportId = appearance.ReportId,
            Entities = { new EntityProto { Id = appearance.LocalId, Type = appearance.Key.Type, Name = appearance.Name, Role = appearance.Role, Mentions = { appearance.Mentions.Select(m => m.Clone()) } } },
        };
        words.EraseIn(reading);
        var entity = reading.Entities[0];
        return entity.Id != appearance.LocalId ? null : appearance with { Name = entity.Name, Role = entity.Role, Mentions = entity.Mentions };
    }

    private async Task EraseCorrectionsAsync(string[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
        {
            return;
        }

        var rows = await db.Corrections.Where(c => ids.Contains(c.EntityId) || ids.Contains(c.OtherEntityId)).ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            // Who corrected what and when stays.
            var correction = Correction.Parser.ParseFrom(row.Correction);
            (correction.Name, correction.Reason, correction.RevertReason) = ("", "", "");
            correction.Split?.Names.Clear();
            row.Correction = correction.ToByteArray();
        }

        if (rows.Count > 0)
        {
            await db.CountUpAsync(CorrectionCache.Counter, 1, cancellationToken);
        }
    }
}
