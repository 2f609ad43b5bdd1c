using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Truceline.Entity.ClaimDesk;
using Truceline.Entity.Entities;
using Truceline.Entity.Readings;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Paging;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Entity.Storage;

/// <summary>Corrections of claims in the database. Each is made in a turn of its own (<see cref="IdentityWriter"/>), together with what it changes and the event that tells of it.</summary>
internal sealed class ClaimDeskStore(
    EntityDbContext db, IdentityWriter identities, ReadingMeanings meanings, ClaimGathering gathering, ClaimLinks links, IClaimAnnouncer announcer, ReportReader reader,
    TimeProvider time) : IClaimDesk
{
    private const string Counter = "claim-corrections";

    public async Task<Claim> GetAsync(string claimId, CancellationToken cancellationToken)
    {
        var row = await db.Claims.AsNoTracking().FirstOrDefaultAsync(c => c.ClaimId == claimId, cancellationToken) ?? throw new ResourceNotFoundException("CLAIM_NOT_FOUND", "claim", claimId);
        var claim = Claim.Parser.ParseFrom(row.Claim);
        claim.HappeningId = row.HappeningId;
        EntityRewriting.Apply(claim, await meanings.OfAsync([row.ReportId], cancellationToken));
        await links.AddAsync([claim], cancellationToken);
        return claim;
    }

    public async Task<(Claim Claim, ClaimCorrection Correction)> ApplyAsync(ClaimCorrection draft, CancellationToken cancellationToken)
    {
        await identities.TakeTurnAsync(cancellationToken);
        await using var transaction = db.Database.CurrentTransaction;
        var row = await FindAsync(draft.ClaimId, cancellationToken);
        if (row.Review == (int)ReviewState.Rejected)
        {
            throw new PreconditionFailedException("CLAIM_REJECTED", "claim_id", draft.ClaimId, "It is rejected. Revert that first.");
        }

        var now = time.GetUtcNow();
        var correction = draft.Clone();
        correction.Id = Guid.CreateVersion7(now).ToString();
        correction.ReportId = row.ReportId;
        correction.Sequence = await db.CountUpAsync(Counter, 1, cancellationToken);
        correction.CorrectTime = Timestamp.FromDateTimeOffset(now);
        correction.AsRead = Claim.Parser.ParseFrom(row.AsRead ?? row.Claim);
        if (correction.Edited is { } edited)
        {
            // So that what is erased in the report is erased here.
            edited.Evidence = correction.AsRead.Evidence?.Clone();
        }

        if (correction.Kind is ClaimCorrectionKind.Link or ClaimCorrectionKind.Unlink)
        {
            await TieAsync(correction, cancellationToken);
        }

        db.ClaimCorrections.Add(new ClaimCorrectionRow
        {
            Id = correction.Id,
            Sequence = correction.Sequence,
            Kind = (int)correction.Kind,
            ClaimId = correction.ClaimId,
            ReportId = correction.ReportId,
            Correction = correction.ToByteArray(),
        });
        var claim = await RefreshAsync(row, [.. await CorrectionsAsync(row.ClaimId, cancellationToken), correction], now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction!.CommitAsync(cancellationToken);
        await links.AddAsync([claim], cancellationToken);
        return (claim, correction);
    }

    public async Task<ClaimCorrection> RevertAsync(string correctionId, string revertedBy, string reason, CancellationToken cancellationToken)
    {
        await identities.TakeTurnAsync(cancellationToken);
        await using var transaction = db.Database.CurrentTransaction;
        var row = await db.ClaimCorrections.FirstOrDefaultAsync(c => c.Id == correctionId, cancellationToken)
            ?? throw new ResourceNotFoundException("CORRECTION_NOT_FOUND", "correction", correctionId);
        var correction = ClaimCorrection.Parser.ParseFrom(row.Correction);
        if (correction.RevertTime is not null)
        {
            throw new PreconditionFailedException("CORRECTION_REVERTED", "correction_id", correctionId, "It was reverted already.");
        }

        var now = time.GetUtcNow();
        (correction.RevertedBy, correction.RevertReason, correction.RevertTime) = (revertedBy, reason, Timestamp.FromDateTimeOffset(now));
        row.Correction = correction.ToByteArray();
        await db.ClaimLinks.Where(l => l.CorrectionId == correctionId).ExecuteDeleteAsync(cancellationToken);
        if (await db.Claims.FirstOrDefaultAsync(c => c.ClaimId == row.ClaimId, cancellationToken) is { } claim)
        {
            var others = await CorrectionsAsync(row.ClaimId, cancellationToken);
            await RefreshAsync(claim, [.. others.Where(c => c.Id != correctionId)], now, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction!.CommitAsync(cancellationToken);
        return correction;
    }

    public async Task<IReadOnlyList<ClaimCorrection>> ListAsync(string claimId, string reportId, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = db.ClaimCorrections.AsNoTracking();
        rows = claimId.Length > 0 ? rows.Where(c => c.ClaimId == claimId) : rows;
        rows = reportId.Length > 0 ? rows.Where(c => c.ReportId == reportId) : rows;
        rows = After(page) is { } after ? rows.Where(c => c.Sequence < after) : rows;
        var found = await rows.OrderByDescending(c => c.Sequence).Take(page.Size + 1).Select(c => c.Correction).ToListAsync(cancellationToken);
        return found.ConvertAll(ClaimCorrection.Parser.ParseFrom);
    }

    public async Task<IReadOnlyList<ReadingChange>> ListChangesAsync(string reportId, string reader, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = db.ReadingChanges.AsNoTracking();
        rows = reportId.Length > 0 ? rows.Where(c => c.ReportId == reportId) : rows;
        rows = reader.Length > 0 ? rows.Where(c => c.Reader == reader) : rows;
        rows = After(page) is { } after ? rows.Where(c => c.Sequence < after) : rows;
        var found = await rows.OrderByDescending(c => c.Sequence).Take(page.Size + 1).ToListAsync(cancellationToken);
        return found.ConvertAll(c => new ReadingChange
        {
            Sequence = c.Sequence,
            ReportId = c.ReportId,
            Kind = (ReadingChangeKind)c.Kind,
            ClaimId = c.ClaimId,
            NewClaimId = c.NewClaimId,
            Fields = { c.Fields.Split(',', StringSplitOptions.RemoveEmptyEntries) },
            Class = c.Class,
            Reader = c.Reader,
            EarlierReader = c.EarlierReader,
            ReadTime = Timestamp.FromDateTimeOffset(c.Time),
        });
    }

    public async Task<IReadOnlyList<ReaderSummary>> ListReadersAsync(CancellationToken cancellationToken)
    {
        var reports = await db.Readings.AsNoTracking().GroupBy(r => r.Reader).Select(g => new { Reader = g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Reader, g => g.Count, cancellationToken);
        var changes = await db.ReadingChanges.AsNoTracking().GroupBy(c => new { c.Reader, c.Kind }).Select(g => new { g.Key.Reader, g.Key.Kind, Count = g.LongCount() }).ToListAsync(cancellationToken);
        long Of(string version, ReadingChangeKind kind) => changes.Where(c => c.Reader == version && c.Kind == (int)kind).Sum(c => c.Count);
        return
        [
            .. reports.Keys.Union(changes.Select(c => c.Reader)).Append(reader.Version).Distinct().Select(version => new ReaderSummary
            {
                Reader = version,
                ReportCount = reports.GetValueOrDefault(version),
                Added = Of(version, ReadingChangeKind.Added),
                Withdrawn = Of(version, ReadingChangeKind.Withdrawn),
                Changed = Of(version, ReadingChangeKind.Changed),
                Kept = Of(version, ReadingChangeKind.Kept),
                Current = version == reader.Version,
            }).OrderByDescending(r => r.Current).ThenByDescending(r => r.ReportCount).ThenBy(r => r.Reader, StringComparer.Ordinal),
        ];
    }

    private static long? After(PageRequest page) =>
        !page.IsFirst && long.TryParse(page.After[0], CultureInfo.InvariantCulture, out var after) ? after : null;

    private async Task<ClaimRow> FindAsync(string claimId, CancellationToken cancellationToken) =>
        await db.Claims.FirstOrDefaultAsync(c => c.ClaimId == claimId, cancellationToken) ?? throw new ResourceNotFoundException("CLAIM_NOT_FOUND", "claim", claimId);

    private async Task<List<ClaimCorrection>> CorrectionsAsync(string claimId, CancellationToken cancellationToken) =>
        (await db.ClaimCorrections.AsNoTracking().Where(c => c.ClaimId == claimId).ToListAsync(cancellationToken)).ConvertAll(c => ClaimCorrection.Parser.ParseFrom(c.Correction));

    private async Task TieAsync(ClaimCorrection correction, CancellationToken cancellationToken)
    {
        var other = await FindAsync(correction.OtherClaimId, cancellationToken);
        var (id, otherId, relation) = (correction.ClaimId, correction.OtherClaimId, (int)correction.Relation);
        var known = await db.ClaimLinks.FirstOrDefaultAsync(l => l.ClaimId == id && l.OtherClaimId == otherId && l.Relation == relation, cancellationToken);
        var isTied = known is { IsRemoved: false } || (known is null && correction.AsRead.Links.Any(l => l.ClaimId == otherId && l.Relation == correction.Relation));
        var removes = correction.Kind == ClaimCorrectionKind.Unlink;
        if (removes && !isTied)
        {
            throw new ResourceNotFoundException("LINK_NOT_FOUND", "link", otherId);
        }

        if (!removes && isTied)
        {
            throw new PreconditionFailedException("LINK_EXISTS", "other_claim_id", otherId, "The two are tied so already.");
        }

        if (known is null)
        {
            db.ClaimLinks.Add(known = new ClaimLinkRow { ClaimId = id, OtherClaimId = otherId, Relation = relation, ReportId = correction.ReportId, OtherReportId = other.ReportId });
        }

        (known.CorrectionId, known.IsRemoved) = (correction.Id, removes);
    }

    // The claim as it counts now: its row, who takes part in it, its happening, and what the others hear.
    private async Task<Claim> RefreshAsync(ClaimRow row, IReadOnlyList<ClaimCorrection> corrections, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var asRead = Claim.Parser.ParseFrom(row.AsRead ?? row.Claim);
        var effective = ClaimReviews.Apply(asRead, corrections);
        effective.Revision = await db.CountUpAsync(ClaimWriter.Counter, 1, cancellationToken);
        ClaimWriter.Fill(row, asRead, effective);
        var reading = await db.Readings.FirstAsync(r => r.ReportId == row.ReportId, cancellationToken);
        db.Entry(reading).State = EntityState.Modified;
        await ParticipateAsync(row, effective, V1.Reading.Parser.ParseFrom(reading.Reading), cancellationToken);
        var envelope = ClaimsExtracted.Parser.ParseFrom(reading.Envelope);
        envelope.ReportId = row.ReportId;
        (envelope.StoryId, envelope.Part, envelope.Parts) = (reading.StoryId, 1, 1);

        var meaning = await meanings.OfAsync([row.ReportId], cancellationToken);
        var all = (await db.Claims.Where(c => c.ReportId == row.ReportId).OrderBy(c => c.Sequence).ToListAsync(cancellationToken))
            .Where(c => c.Review != (int)ReviewState.Rejected).Select(c => Claim.Parser.ParseFrom(c.Claim)).ToList();
        all.ForEach(c => EntityRewriting.Apply(c, meaning));
        EntityRewriting.Apply(effective, meaning);
        await gathering.WriteAsync(all, envelope, cancellationToken);
        announcer.Announce(effective, envelope, now);
        effective.HappeningId = row.HappeningId;
        return effective;
    }

    private async Task ParticipateAsync(ClaimRow row, Claim effective, V1.Reading reading, CancellationToken cancellationToken)
    {
        await db.Participations.Where(p => p.ClaimId == row.ClaimId).ExecuteDeleteAsync(cancellationToken);
        if (effective.Review?.State == ReviewState.Rejected)
        {
            return;
        }

        var entityOf = await db.Appearances.AsNoTracking().Where(a => a.ReportId == row.ReportId).Select(a => new { a.LocalId, a.EntityId }).ToDictionaryAsync(a => a.LocalId, a => a.EntityId, cancellationToken);
        reading.Claims.Clear();
        reading.Claims.Add(effective);
        db.Participations.AddRange(ClaimParticipations.Of(reading).Where(p => entityOf.ContainsKey(p.LocalId)).Select(p => new ParticipationRow
        {
            ClaimId = p.ClaimId,
            LocalId = p.LocalId,
            Role = (int)p.Role,
            ReportId = row.ReportId,
            EntityId = entityOf[p.LocalId],
            Day = p.Day,
            IsDated = p.IsDated,
            Class = p.Class,
        }));
    }
}
