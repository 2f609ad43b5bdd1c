using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Entities;
using Truceline.Entity.Happenings;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using ReportOrigin = Truceline.Entity.Happenings.ReportOrigin;

namespace Truceline.Entity.Storage;

/// <summary>Ties the claims of a report to those of others: promises, their denials and the deeds. Inside the turn of whoever changes claims.</summary>
internal sealed class ClaimLinkWriter(EntityDbContext db, ReadingMeanings meanings)
{
    /// <summary>A party's claims of a year are looked at, the latest first.</summary>
    private const int Days = 365;

    private const int Most = 200;

    /// <summary>Ties anew.</summary>
    internal async Task WriteAsync(string reportId, IReadOnlyList<Claim> claims, ReportOrigin origin, CancellationToken cancellationToken)
    {
        await db.ClaimLinks.Where(l => l.CorrectionId == "" && (l.ReportId == reportId || l.OtherReportId == reportId)).ExecuteDeleteAsync(cancellationToken);
        var own = claims.Where(c => c.Kind is ClaimKind.Commitment or ClaimKind.Denial or ClaimKind.Event && c.Actors.Count > 0).ToList();
        string[] actors = [.. own.SelectMany(c => c.Actors).Select(a => a.EntityId).Distinct().Take(50)];
        if (actors.Length == 0)
        {
            return;
        }

        var (from, to) = (DaySpan.Text(Shift(origin.Day, -Days)), DaySpan.Text(Shift(origin.Day, Days)));
        var ids = await db.Participations.AsNoTracking()
            .Where(p => actors.Contains(p.EntityId) && p.Role == (int)ClaimRole.Actor && p.ReportId != reportId && string.Compare(p.Day, from) >= 0 && string.Compare(p.Day, to) <= 0)
            .OrderByDescending(p => p.Day).ThenBy(p => p.ClaimId).Select(p => p.ClaimId).Take(Most).ToListAsync(cancellationToken);
        var kinds = new[] { (int)ClaimKind.Commitment, (int)ClaimKind.Denial, (int)ClaimKind.Event };
        var rows = await db.Claims.AsNoTracking().Where(c => ids.Contains(c.ClaimId) && kinds.Contains(c.Kind) && c.Review != (int)ReviewState.Rejected)
            .Join(db.Readings, c => c.ReportId, r => r.ReportId, (c, r) => new { c.Claim, c.ReportId, r.Envelope }).ToListAsync(cancellationToken);
        var meaning = await meanings.OfAsync(rows.Select(r => r.ReportId), cancellationToken);
        var analysts = (await db.ClaimLinks.AsNoTracking().Where(l => l.CorrectionId != "" && (l.ReportId == reportId || l.OtherReportId == reportId)).ToListAsync(cancellationToken))
            .Select(l => (l.ClaimId, l.OtherClaimId, l.Relation)).ToHashSet();
        foreach (var row in rows)
        {
            var other = Claim.Parser.ParseFrom(row.Claim);
            EntityRewriting.Apply(other, meaning);
            var day = HappeningWriter.OriginOf(ClaimsExtracted.Parser.ParseFrom(row.Envelope), "").Day;
            foreach (var claim in own)
            {
                Add(claim, other, ClaimRelations.Of(claim, origin.Day, other, day), analysts);
                Add(other, claim, ClaimRelations.Of(other, day, claim, origin.Day), analysts);
            }
        }
    }

    private static DateOnly Shift(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    private void Add(Claim claim, Claim other, ClaimRelation? relation, HashSet<(string, string, int)> analysts)
    {
        if (relation is not { } found || !analysts.Add((claim.Id, other.Id, (int)found)))
        {
            return;
        }

        db.ClaimLinks.Add(new ClaimLinkRow
        {
            ClaimId = claim.Id,
            OtherClaimId = other.Id,
            Relation = (int)found,
            ReportId = claim.Evidence?.ReportId ?? "",
            OtherReportId = other.Evidence?.ReportId ?? "",
        });
    }
}
