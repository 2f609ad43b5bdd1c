using Google.Protobuf.WellKnownTypes;
using Truceline.Entity.Storage;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Entity.Events;

/// <summary>Tells the other services of claims that changed.</summary>
internal static class ClaimAnnouncements
{
    private const int ClaimsPerEvent = 200;

    /// <summary>Publishes that claims count no longer.</summary>
    internal static void Withdraw(ServiceDbContext db, string reportId, IEnumerable<WithdrawnClaim> claims, string reader, DateTimeOffset now)
    {
        foreach (var part in claims.Chunk(ClaimsPerEvent))
        {
            db.Publish(
                Topics.ClaimsWithdrawn,
                new ClaimsWithdrawn { ReportId = reportId, Claims = { part }, Reader = reader, WithdrawnTime = Timestamp.FromDateTimeOffset(now) },
                now);
        }
    }
}

/// <summary>Publishes what an analyst did to a claim.</summary>
internal sealed class ClaimCorrectionAnnouncer(EntityDbContext db) : ClaimDesk.IClaimAnnouncer
{
    public void Announce(Claim claim, ClaimsExtracted envelope, DateTimeOffset now)
    {
        if (claim.Review?.State == ReviewState.Rejected)
        {
            ClaimAnnouncements.Withdraw(
                db, envelope.ReportId, [new WithdrawnClaim { ClaimId = claim.Id, Revision = claim.Revision, Reason = WithdrawalReason.Rejected }], "", now);
            return;
        }

        var @event = envelope.Clone();
        @event.Claims.Add(claim);
        db.Publish(Topics.ClaimsExtracted, @event, now);
    }
}
