using Google.Protobuf.WellKnownTypes;
using Truceline.Entity.Corrections;
using Truceline.Entity.Storage;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Entity.Events;

/// <summary>Publishes corrections: a merge on <see cref="Topics.EntityMerged"/>, all else on <see cref="Topics.EntityCorrected"/>.</summary>
internal sealed class CorrectionAnnouncer(EntityDbContext db) : ICorrectionAnnouncer
{
    private const int ReportsPerEvent = 500;

    public void Announce(
        Correction correction, IReadOnlyList<TouchedEntity> touched, IReadOnlyCollection<string> movedReports, CorrectionSet inForce, DateTimeOffset now)
    {
        var standings = touched.Select(t => Standing(t, inForce)).ToList();
        if (correction is { Kind: CorrectionKind.Merge, RevertTime: null })
        {
            db.Publish(
                Topics.EntityMerged,
                new EntityMerged { Entities = { standings }, CorrectionId = correction.Id, MergedTime = Timestamp.FromDateTimeOffset(now) },
                now);
            return;
        }

        foreach (var reports in movedReports.Order(StringComparer.Ordinal).Chunk(ReportsPerEvent).DefaultIfEmpty([]))
        {
            db.Publish(Topics.EntityCorrected, new EntityCorrected { Entities = { standings }, Correction = correction, ReportIds = { reports } }, now);
        }
    }

    private static EntityStanding Standing(TouchedEntity entity, CorrectionSet inForce) => new()
    {
        EntityId = entity.EntityId,
        CanonicalId = entity.CanonicalId,
        Name = entity.Name,
        Country = entity.Country,
        Type = entity.Type,
        Rejected = inForce.IsRejected(entity.CanonicalId),
        Version = entity.Version,
    };
}
