using System.Globalization;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Corrections;
using Truceline.Entity.Entities;
using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Entity.Storage;

/// <summary>Corrections in the database. Each is made in a turn of its own (<see cref="IdentityWriter"/>), together with what it changes and the event that tells of it.</summary>
internal sealed class CorrectionStore(
    EntityDbContext db, IdentityWriter identities, ICorrectionAnnouncer announcer, TimeProvider time) : ICorrectionStore
{
    public async Task<Correction> ApplyAsync(Correction draft, string etag, CancellationToken cancellationToken)
    {
        var change = await identities.TakeTurnAsync(cancellationToken);
        await using var transaction = db.Database.CurrentTransaction;
        var before = await AllAsync(cancellationToken);
        var entity = await FindAsync(draft.EntityId, cancellationToken);
        if (etag.Length > 0 && etag != CatalogStore.EtagOf(entity))
        {
            throw new DbUpdateConcurrencyException("The entity was corrected meanwhile.");
        }

        var now = time.GetUtcNow();
        var correction = draft.Clone();
        correction.Id = Guid.CreateVersion7(now).ToString();
        correction.Sequence = await db.CountUpAsync(CorrectionCache.Counter, 1, cancellationToken);
        correction.CorrectTime = Timestamp.FromDateTimeOffset(now);
        var effects = new CorrectionEffects(db, change);
        var stored = await PrepareAsync(correction, entity, before, now, change, cancellationToken);
        db.Corrections.Add(CorrectionCache.ToRow(stored));
        await effects.ApplyAsync(stored, new CorrectionSet(before), new CorrectionSet(before.Append(stored)), cancellationToken);
        announcer.Announce(correction, effects.Touched, effects.MovedReports, new CorrectionSet(before.Append(stored)), now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction!.CommitAsync(cancellationToken);
        return correction;
    }

    public async Task<Correction> RevertAsync(string correctionId, string revertedBy, string reason, CancellationToken cancellationToken)
    {
        var change = await identities.TakeTurnAsync(cancellationToken);
        await using var transaction = db.Database.CurrentTransaction;
        var row = await db.Corrections.FirstOrDefaultAsync(c => c.Id == correctionId, cancellationToken)
            ?? throw new ResourceNotFoundException("CORRECTION_NOT_FOUND", "correction", correctionId);
        var before = await AllAsync(cancellationToken);
        var stored = CorrectionCache.FromRow(row);
        var correction = stored.Correction;
        CorrectionRules.CheckRevert(correction, before);

        await db.CountUpAsync(CorrectionCache.Counter, 1, cancellationToken);
        var now = time.GetUtcNow();
        (correction.RevertedBy, correction.RevertReason, correction.RevertTime) = (revertedBy, reason, Timestamp.FromDateTimeOffset(now));
        (row.Correction, row.IsReverted) = (CorrectionCache.ToRow(stored).Correction, true);
        var after = new CorrectionSet(before.Where(c => c.Correction.Id != correctionId));
        var effects = new CorrectionEffects(db, change);
        await effects.RevertAsync(stored, new CorrectionSet(before), after, cancellationToken);
        announcer.Announce(correction, effects.Touched, effects.MovedReports, after, now);
        await db.SaveChangesAsync(cancellationToken);
        await transaction!.CommitAsync(cancellationToken);
        return correction;
    }

    public async Task<IReadOnlyList<Correction>> ListAsync(string entityId, CorrectionKind kind, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = db.Corrections.AsNoTracking();
        if (entityId.Length > 0)
        {
            rows = rows.Where(c => c.EntityId == entityId || c.OtherEntityId == entityId);
        }

        if (kind != CorrectionKind.Unspecified)
        {
            rows = rows.Where(c => c.Kind == (int)kind);
        }

        if (!page.IsFirst && long.TryParse(page.After[0], CultureInfo.InvariantCulture, out var after))
        {
            rows = rows.Where(c => c.Sequence < after);
        }

        var found = await rows.OrderByDescending(c => c.Sequence).Take(page.Size + 1).Select(c => c.Correction).ToListAsync(cancellationToken);
        return found.ConvertAll(Correction.Parser.ParseFrom);
    }

    private async Task<List<StoredCorrection>> AllAsync(CancellationToken cancellationToken) =>
        (await db.Corrections.AsNoTracking().Where(c => !c.IsReverted).ToListAsync(cancellationToken)).ConvertAll(CorrectionCache.FromRow);

    private async Task<EntityRow> FindAsync(string entityId, CancellationToken cancellationToken) =>
        await db.Entities.FirstOrDefaultAsync(e => e.EntityId == entityId, cancellationToken)
        ?? throw new ResourceNotFoundException("ENTITY_NOT_FOUND", "entity", entityId);

    // Checks a correction against those in force, and notes what it takes to apply it to what comes later.
    private async Task<StoredCorrection> PrepareAsync(
        Correction correction, EntityRow entity, List<StoredCorrection> before, DateTimeOffset now, long change, CancellationToken cancellationToken)
    {
        var inForce = new CorrectionSet(before);
        if (entity.MergedInto is { } into)
        {
            throw new PreconditionFailedException(CorrectionRules.Merged, "entity_id", entity.EntityId, $"It is part of {into}.");
        }

        switch (correction.Kind)
        {
            case CorrectionKind.Merge:
                var other = await FindAsync(correction.OtherEntityId, cancellationToken);
                if (other.MergedInto is { } otherInto)
                {
                    throw new PreconditionFailedException(CorrectionRules.Merged, "into_entity_id", other.EntityId, $"It is part of {otherInto}.");
                }

                CorrectionRules.CheckMerge(inForce, entity.EntityId, other.EntityId);
                CorrectionRules.CheckTypes(
                    inForce.TypeOf(entity.EntityId) ?? (EntityType)entity.Type, other.EntityId, inForce.TypeOf(other.EntityId) ?? (EntityType)other.Type);
                return new StoredCorrection(correction);
            case CorrectionKind.Split:
                CorrectionRules.CheckIsEntity(inForce, entity.EntityId, "entity_id");
                correction.OtherEntityId = EntityIds.OfSplit((EntityType)entity.Type, correction.Id);
                db.Entities.Add(SplitRow(entity, correction.OtherEntityId, now, change));
                string[] reports = [.. correction.Split.ReportIds];
                var chains = await db.Appearances.AsNoTracking().Where(a => reports.Contains(a.ReportId)).Select(a => a.ChainId).Distinct().ToListAsync(cancellationToken);
                return new StoredCorrection(correction)
                {
                    ChainIds = chains.ToHashSet(StringComparer.Ordinal),
                    NameKeys = correction.Split.Names.Select(EntityKeys.Fold).ToHashSet(StringComparer.Ordinal),
                };
            case CorrectionKind.RejectMention:
                CorrectionRules.CheckIsEntity(inForce, entity.EntityId, "entity_id");
                return await PrepareMentionAsync(correction, inForce, cancellationToken);
            default:
                CorrectionRules.CheckIsEntity(inForce, entity.EntityId, "entity_id");
                return new StoredCorrection(correction);
        }
    }

    private async Task<StoredCorrection> PrepareMentionAsync(Correction correction, CorrectionSet inForce, CancellationToken cancellationToken)
    {
        var (report, span) = (correction.Mention.ReportId, correction.Mention.Span);
        var rows = await db.Appearances.AsNoTracking().Where(a => a.EntityId == correction.EntityId && a.ReportId == report).ToListAsync(cancellationToken);
        foreach (var appearance in rows.Select(AppearanceWords.FromRow))
        {
            for (var i = 0; i < appearance.Mentions.Count; i++)
            {
                if (!appearance.Mentions[i].Span.Equals(span))
                {
                    continue;
                }

                return inForce.IsRejected(appearance, i)
                    ? throw new PreconditionFailedException(CorrectionRules.MentionRejected, "span", report, "It is rejected already.")
                    : new StoredCorrection(correction) { ChainIds = new HashSet<string> { appearance.ChainId }, Mark = appearance.Marks[i] };
            }
        }

        throw new ResourceNotFoundException("MENTION_NOT_FOUND", "mention", report);
    }

    private static EntityRow SplitRow(EntityRow from, string id, DateTimeOffset now, long change) => new()
    {
        EntityId = id,
        Type = from.Type,
        Name = "",
        Country = from.Country,
        Kind = from.Kind,
        IsKnown = false,
        Rule = IdentityRules.Split,
        Reader = from.Reader,
        CreatedTime = now,
        Change = change,
    };
}
