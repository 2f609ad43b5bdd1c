using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Storage;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Entity.Events;

/// <summary>
/// Erases the words of reports in their readings and claims, and in what is known of the entities that they name. Ids and spans stay. Readings leave the cache after the
/// commit, as replaced ones do. Whoever holds the name of an entity that is left without evidence is told.
/// </summary>
internal sealed class ReportErasedHandler(
    ReportErasure erasure, IdentityWriter identities, IdentityEraser eraser, CorrectionCache corrections, EntityDbContext db, TimeProvider time) : IEventHandler<ReportErased>
{
    public async Task HandleAsync(ReportErased @event, EventContext context, CancellationToken cancellationToken)
    {
        var change = await identities.TakeTurnAsync(cancellationToken);
        var words = await erasure.BeginAsync(@event, cancellationToken);
        var nameless = new List<EntityRow>();
        foreach (var id in @event.ReportIds)
        {
            nameless.AddRange(await eraser.EraseAsync(id, words, change, cancellationToken));
            if (await db.Readings.FindAsync([id], cancellationToken) is not { } row)
            {
                continue;
            }

            var reading = V1.Reading.Parser.ParseFrom(row.Reading);
            words.EraseIn(reading);
            row.Reading = reading.ToByteArray();
            var envelope = ClaimsExtracted.Parser.ParseFrom(row.Envelope);
            envelope.ReportId = id;
            words.EraseIn(envelope);
            row.Envelope = envelope.ToByteArray();
            await EraseCorrectionsAsync(id, words, cancellationToken);

            // Erased before or not: whoever cached it meanwhile forgets it.
            db.Entry(row).State = EntityState.Modified;
            foreach (var claimRow in await db.Claims.Where(c => c.ReportId == id).ToListAsync(cancellationToken))
            {
                var claim = Claim.Parser.ParseFrom(claimRow.Claim);
                words.EraseIn(claim);
                EraseReview(claim);
                claimRow.Claim = claim.ToByteArray();
                if (claimRow.AsRead is { } bytes)
                {
                    var asRead = Claim.Parser.ParseFrom(bytes);
                    words.EraseIn(asRead);
                    claimRow.AsRead = asRead.ToByteArray();
                }
            }
        }

        if (nameless.Count > 0)
        {
            await IdentityEvents.EraseAsync(db, nameless.Select(e => e.EntityId).ToHashSet(StringComparer.Ordinal), cancellationToken);
            IdentityEvents.PublishNameless(db, nameless, await corrections.GetAsync(db, cancellationToken), time.GetUtcNow());
        }
    }

    // Why an analyst corrected a claim may quote it; who did it and when stays.
    private async Task EraseCorrectionsAsync(string reportId, ErasedWords words, CancellationToken cancellationToken)
    {
        foreach (var row in await db.ClaimCorrections.Where(c => c.ReportId == reportId).ToListAsync(cancellationToken))
        {
            var correction = ClaimCorrection.Parser.ParseFrom(row.Correction);
            words.EraseIn(correction);
            (correction.Reason, correction.RevertReason) = ("", "");
            row.Correction = correction.ToByteArray();
        }
    }

    private static void EraseReview(Claim claim)
    {
        if (claim.Review is { } review)
        {
            review.Reason = "";
        }
    }
}
