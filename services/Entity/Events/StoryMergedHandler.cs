using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Happenings;
using Truceline.Entity.Storage;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Entity.Events;

/// <summary>Two stories are one: their reports are copies, and count as one origin from now on.</summary>
internal sealed class StoryMergedHandler(EntityDbContext db, IdentityWriter identities, HappeningWriter happenings) : IEventHandler<StoryMerged>
{
    public async Task HandleAsync(StoryMerged @event, EventContext context, CancellationToken cancellationToken)
    {
        var violations = new FieldViolations();
        violations.AddIf(@event.StoryId.Length == 0, "story_id", "It is required.", "REQUIRED");
        violations.AddIf(@event.MergedInto.Length == 0, "merged_into", "It is required.", "REQUIRED");
        violations.ThrowIfAny("EVENT_INVALID");
        await identities.TakeTurnAsync(cancellationToken);
        await db.Readings.Where(r => r.StoryId == @event.StoryId).ExecuteUpdateAsync(set => set.SetProperty(r => r.StoryId, @event.MergedInto), cancellationToken);
        var touched = await db.Claims.AsNoTracking().Where(c => c.HappeningId != "" && db.Readings.Any(r => r.ReportId == c.ReportId && r.StoryId == @event.MergedInto))
            .Select(c => c.HappeningId).Distinct().ToListAsync(cancellationToken);
        foreach (var row in await db.Happenings.Where(h => touched.Contains(h.HappeningId)).ToListAsync(cancellationToken))
        {
            var ids = await db.Claims.AsNoTracking().Where(c => c.HappeningId == row.HappeningId).Select(c => c.ClaimId).ToListAsync(cancellationToken);
            var claims = await happenings.LoadAsync(ids, cancellationToken);
            if (claims.Any(c => !c.Denies))
            {
                HappeningWriter.Fill(row, HappeningComposer.Compose(new Cluster(row.HappeningId, HappeningClusters.Ordered(claims))));
            }
        }
    }
}
