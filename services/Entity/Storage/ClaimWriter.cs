using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.Entity.ClaimDesk;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Entity.Storage;

/// <summary>Stores what a reading makes of the claims of a report, inside the turn of whoever changes claims.</summary>
internal sealed class ClaimWriter(EntityDbContext db)
{
    internal const string Counter = "claim-revisions";

    /// <summary>The claims that are stored of a report, with their corrections; the rows are tracked.</summary>
    internal async Task<IReadOnlyList<KnownClaim>> KnownAsync(string reportId, CancellationToken cancellationToken)
    {
        var rows = await db.Claims.Where(c => c.ReportId == reportId).OrderBy(c => c.Sequence).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        var corrections = (await db.ClaimCorrections.AsNoTracking().Where(c => c.ReportId == reportId).OrderBy(c => c.Sequence).ToListAsync(cancellationToken))
            .ToLookup(c => c.ClaimId, c => ClaimCorrection.Parser.ParseFrom(c.Correction));
        return rows.ConvertAll(r => new KnownClaim(Claim.Parser.ParseFrom(r.AsRead ?? r.Claim), [.. corrections[r.ClaimId]]));
    }

    /// <summary>Stores a reading's claims, notes what changed, and tells what no longer stands.</summary>
    /// <param name="reportId">The report.</param>
    /// <param name="plan">What to do; the claims get their revisions.</param>
    /// <param name="reader">The reader.</param>
    /// <param name="earlier">The reader before; null when the report was not read before.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task<IReadOnlyList<WithdrawnClaim>> StoreAsync(
        string reportId, RereadingPlan plan, string reader, string? earlier, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var revision = await db.CountUpAsync(Counter, 1, cancellationToken);
        var rows = db.Claims.Local.Where(c => c.ReportId == reportId).ToDictionary(c => c.ClaimId, StringComparer.Ordinal);
        var withdrawn = new List<WithdrawnClaim>();
        foreach (var (claim, replacement) in plan.Gone)
        {
            db.Claims.Remove(rows[claim.AsRead.Id]);
            withdrawn.Add(new WithdrawnClaim { ClaimId = claim.AsRead.Id, Revision = revision, ReplacedBy = replacement?.Id ?? "", Reason = WithdrawalReason.NotRead });
            if (replacement is not null)
            {
                await MoveAsync(claim.AsRead.Id, replacement.Id, cancellationToken);
            }
        }

        foreach (var claim in plan.Claims)
        {
            var row = rows.GetValueOrDefault(claim.AsRead.Id);
            claim.Effective.Revision = row is not null && !claim.IsNews ? row.Revision : revision;
            if (row is null)
            {
                db.Claims.Add(row = new ClaimRow { ClaimId = claim.AsRead.Id, ReportId = reportId, Kind = 0, Claim = [] });
            }

            Fill(row, claim.AsRead, claim.Effective);
        }

        if (earlier is not null && earlier != reader)
        {
            db.ReadingChanges.AddRange(Changes(reportId, plan, reader, earlier, now));
        }

        return withdrawn;
    }

    /// <summary>Puts a claim into its row.</summary>
    internal static void Fill(ClaimRow row, Claim asRead, Claim effective)
    {
        (row.Claim, row.AsRead) = (effective.ToByteArray(), effective.Review is null ? null : asRead.ToByteArray());
        (row.Kind, row.Class, row.Mode, row.IsBackground) = ((int)effective.Kind, effective.Class, (int)effective.Mode, effective.Background);
        (row.Review, row.Revision) = ((int)(effective.Review?.State ?? ReviewState.Unspecified), effective.Revision);
    }

    // What analysts said of the words holds for the claim that they make now.
    private async Task MoveAsync(string oldId, string newId, CancellationToken cancellationToken)
    {
        foreach (var row in await db.ClaimCorrections.Where(c => c.ClaimId == oldId).ToListAsync(cancellationToken))
        {
            var correction = ClaimCorrection.Parser.ParseFrom(row.Correction);
            correction.ClaimId = newId;
            (row.ClaimId, row.Correction) = (newId, correction.ToByteArray());
        }

        foreach (var link in await db.ClaimLinks.Where(l => l.CorrectionId != "" && (l.ClaimId == oldId || l.OtherClaimId == oldId)).ToListAsync(cancellationToken))
        {
            db.ClaimLinks.Remove(link);
            db.ClaimLinks.Add(new ClaimLinkRow
            {
                ClaimId = link.ClaimId == oldId ? newId : link.ClaimId,
                OtherClaimId = link.OtherClaimId == oldId ? newId : link.OtherClaimId,
                Relation = link.Relation,
                ReportId = link.ReportId,
                OtherReportId = link.OtherReportId,
                CorrectionId = link.CorrectionId,
                IsRemoved = link.IsRemoved,
            });
        }
    }

    private static IEnumerable<ReadingChangeRow> Changes(string reportId, RereadingPlan plan, string reader, string earlier, DateTimeOffset now)
    {
        ReadingChangeRow Row(ReadingChangeKind kind, Claim claim, string newId = "", IEnumerable<string>? fields = null) => new()
        {
            ReportId = reportId,
            Kind = (int)kind,
            ClaimId = claim.Id,
            NewClaimId = newId == claim.Id ? "" : newId,
            Fields = string.Join(',', fields ?? []),
            Class = claim.Class,
            Reader = reader,
            EarlierReader = earlier,
            Time = now,
        };

        foreach (var claim in plan.Claims)
        {
            if (claim.Before is null)
            {
                yield return Row(ReadingChangeKind.Added, claim.AsRead);
            }
            else if (claim.IsKept)
            {
                yield return Row(ReadingChangeKind.Kept, claim.AsRead);
            }
            else if (claim.Fields.Count > 0 || claim.Before.AsRead.Id != claim.AsRead.Id)
            {
                yield return Row(ReadingChangeKind.Changed, claim.Before.AsRead, claim.AsRead.Id, claim.Fields);
            }
        }

        foreach (var (claim, _) in plan.Gone.Where(g => g.Replacement is null))
        {
            yield return Row(ReadingChangeKind.Withdrawn, claim.AsRead);
        }
    }
}
