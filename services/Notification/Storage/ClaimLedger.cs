using Microsoft.EntityFrameworkCore;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.Notification.Alerts;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Notification.Storage;

/// <summary>
/// Knows which claims an alert rests on, so that it is cancelled when none of them stands any longer. Claims and withdrawals take turns (counter <c>claim-alerts</c>), for
/// events overtake each other: a withdrawal that comes before its claim keeps that from giving an alert.
/// </summary>
internal sealed class ClaimLedger(NotificationDbContext db, TimeProvider time)
{
    private const string Counter = "claim-alerts";

    /// <summary>The alerts that claims give; that an analyst accepted a claim is no news, unless it had been withdrawn.</summary>
    /// <param name="claims">The claims, each with what like claims of copies share; null when there is nothing.</param>
    /// <param name="cancellationToken">Ends it.</param>
    internal async Task<IReadOnlyList<Alert>> AlertsOfAsync(IReadOnlyList<(Claim Claim, string? Likeness)> claims, CancellationToken cancellationToken)
    {
        if (claims.Count == 0)
        {
            return [];
        }

        await db.CountUpAsync(Counter, 1, cancellationToken);
        var now = time.GetUtcNow();
        var known = (await RowsAsync(claims.Select(c => c.Claim.Id), cancellationToken)).ToLookup(r => r.ClaimId);
        var alerts = new List<Alert>();
        foreach (var (claim, likeness) in claims)
        {
            var withdrawn = known[claim.Id].Where(r => r.IsWithdrawn).Select(r => (long?)r.Revision).Max();
            var isBack = withdrawn is not null && known[claim.Id].All(r => r.IsWithdrawn);
            if (claim.Revision <= withdrawn || (!isBack && claim.Review?.State == ReviewState.Accepted))
            {
                continue;
            }

            // One that an analyst put right is told once more, and one that came back anew, whatever its copies say.
            var isOwn = claim.Review is not null || isBack;
            var alert = ClaimAlerts.Compose(claim, now, isOwn ? null : likeness, claim.Review is null || isBack ? MessageType.Alert : MessageType.Update);
            alerts.Add(await RestAsync(alert, likeness, isOwn, now, cancellationToken));
        }

        return alerts;
    }

    /// <summary>Notes that claims count no longer.</summary>
    /// <returns>Cancellations of the alerts that rest on nothing any more.</returns>
    internal async Task<IReadOnlyList<Alert>> WithdrawAsync(IReadOnlyList<WithdrawnClaim> claims, CancellationToken cancellationToken)
    {
        if (claims.Count == 0)
        {
            return [];
        }

        await db.CountUpAsync(Counter, 1, cancellationToken);
        var now = time.GetUtcNow();
        var rows = (await RowsAsync(claims.Select(c => c.ClaimId), cancellationToken)).ToLookup(r => r.ClaimId);
        var subjects = new HashSet<string>(StringComparer.Ordinal);
        foreach (var claim in claims.GroupBy(c => c.ClaimId, (id, all) => (Id: id, Revision: all.Max(c => c.Revision))))
        {
            if (!rows[claim.Id].Any())
            {
                db.AlertClaims.Add(new AlertClaimRow { ClaimId = claim.Id, AlertId = "", SubjectId = claim.Id, Revision = claim.Revision, IsWithdrawn = true, Time = now });
            }

            foreach (var row in rows[claim.Id].Where(r => r.Revision <= claim.Revision))
            {
                if (!row.IsWithdrawn)
                {
                    subjects.Add(row.SubjectId);
                }

                (row.IsWithdrawn, row.Revision) = (true, claim.Revision);
            }
        }

        return await CancellationsAsync(subjects, now, cancellationToken);
    }

    private async Task<List<Alert>> CancellationsAsync(HashSet<string> subjects, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var cancellations = new List<Alert>();
        foreach (var subject in subjects.Order(StringComparer.Ordinal))
        {
            // What was withdrawn just now is not saved yet, but tracked.
            var rows = await db.AlertClaims.Where(r => r.SubjectId == subject).ToListAsync(cancellationToken);
            string[] ids = [.. rows.Select(r => r.AlertId).Where(id => id.Length > 0).Distinct()];
            if (rows.TrueForAll(r => r.IsWithdrawn)
                && await db.Alerts.AsNoTracking().Where(a => ids.Contains(a.AlertId)).OrderByDescending(a => a.Sequence).FirstOrDefaultAsync(cancellationToken) is { } last)
            {
                cancellations.Add(ClaimAlerts.Compose(last.ToAlert().Claim, now, type: MessageType.Cancel));
            }
        }

        return cancellations;
    }

    // Notes on what the alert rests. One that was cancelled does not come back under its own id: nobody would hear of it.
    private async Task<Alert> RestAsync(Alert alert, string? likeness, bool isOwn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rests = await OfAlertAsync(alert.Id, cancellationToken);
        if (!isOwn && likeness is not null && rests.Count > 0 && rests.TrueForAll(r => r.IsWithdrawn))
        {
            alert.Id = AlertTypes.IdOf(alert, ContentHash.Of(likeness, string.Join('\n', rests.Select(r => r.ClaimId).Order(StringComparer.Ordinal))));
            rests = await OfAlertAsync(alert.Id, cancellationToken);
        }

        if (!rests.Exists(r => r.ClaimId == alert.SubjectId))
        {
            db.AlertClaims.Add(new AlertClaimRow
            {
                ClaimId = alert.SubjectId,
                AlertId = alert.Id,
                SubjectId = rests.Count > 0 ? rests[0].SubjectId : alert.SubjectId,
                Revision = alert.Claim.Revision,
                Time = now,
            });
        }

        return alert;
    }

    // Those of this event are not saved yet.
    private async Task<List<AlertClaimRow>> OfAlertAsync(string alertId, CancellationToken cancellationToken)
    {
        await db.AlertClaims.Where(r => r.AlertId == alertId).LoadAsync(cancellationToken);
        return [.. db.AlertClaims.Local.Where(r => r.AlertId == alertId)];
    }

    private async Task<List<AlertClaimRow>> RowsAsync(IEnumerable<string> claimIds, CancellationToken cancellationToken)
    {
        string[] ids = [.. claimIds.Distinct()];
        return await db.AlertClaims.Where(r => ids.Contains(r.ClaimId)).ToListAsync(cancellationToken);
    }
}
