using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Truceline.Entity.Corrections;
using Truceline.Entity.Storage;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Entity.Events;

/// <summary>Tells the other services that ids of entities mean something else.</summary>
internal static class IdentityEvents
{
    private const int ReportsPerEvent = 500;

    /// <summary>Publishes what evidence changed in other reports.</summary>
    internal static void Publish(EntityDbContext db, IdentityChange change, DateTimeOffset now)
    {
        var states = change.Meant.Select(e => State(db, e, change.Corrections)).ToList();
        var merged = states.Where(s => s.CanonicalId != s.EntityId).ToList();
        if (merged.Count > 0)
        {
            db.Publish(Topics.EntityMerged, new EntityMerged { Entities = { merged }, MergedTime = Timestamp.FromDateTimeOffset(now) }, now);
        }

        // What evidence had chained and newer evidence unchains, and reports of a name that several countries share.
        var parted = states.Where(s => s.CanonicalId == s.EntityId).ToList();
        foreach (var reports in change.MovedReports.Chunk(ReportsPerEvent))
        {
            if (parted.Count > 0 || merged.Count == 0)
            {
                db.Publish(Topics.EntityCorrected, new EntityCorrected { Entities = { parted }, ReportIds = { reports } }, now);
            }
        }
    }

    /// <summary>Tells that entities are left without a name, since the reports that named them were erased.</summary>
    internal static void PublishNameless(EntityDbContext db, IEnumerable<EntityRow> entities, CorrectionSet corrections, DateTimeOffset now)
    {
        foreach (var part in entities.DistinctBy(e => e.EntityId).Chunk(ReportsPerEvent))
        {
            var standings = part.Select(e => State(db, e, corrections)).ToList();

            // An analyst's name goes, too.
            standings.ForEach(s => s.Name = "");
            db.Publish(Topics.EntityCorrected, new EntityCorrected { Entities = { standings } }, now);
        }
    }

    /// <summary>Takes the names of entities out of events that wait or were sent.</summary>
    internal static async Task EraseAsync(EntityDbContext db, IReadOnlySet<string> entityIds, CancellationToken cancellationToken)
    {
        foreach (var row in await db.Outbox.Where(m => m.Topic == Topics.EntityMerged || m.Topic == Topics.EntityCorrected).ToListAsync(cancellationToken))
        {
            row.Payload = row.Topic == Topics.EntityMerged
                ? Erased(EntityMerged.Parser.ParseJson(row.Payload), m => m.Entities, entityIds)
                : Erased(EntityCorrected.Parser.ParseJson(row.Payload), c => c.Entities, entityIds);
        }
    }

    private static string Erased<TEvent>(TEvent @event, Func<TEvent, IEnumerable<EntityStanding>> standings, IReadOnlySet<string> entityIds)
        where TEvent : IMessage
    {
        foreach (var standing in standings(@event).Where(s => entityIds.Contains(s.EntityId) || entityIds.Contains(s.CanonicalId)))
        {
            standing.Name = "";
        }

        if (@event is EntityCorrected { Correction: { } correction } && (entityIds.Contains(correction.EntityId) || entityIds.Contains(correction.OtherEntityId)))
        {
            (correction.Name, correction.Reason, correction.RevertReason) = ("", "", "");
            correction.Split?.Names.Clear();
        }

        return JsonFormatter.Default.Format(@event);
    }

    /// <summary>What an id means now.</summary>
    internal static EntityStanding State(EntityDbContext db, EntityRow entity, CorrectionSet corrections)
    {
        var meant = entity.MergedInto is { } into ? db.Entities.Local.FirstOrDefault(e => e.EntityId == into) ?? entity : entity;
        return new EntityStanding
        {
            EntityId = entity.EntityId,
            CanonicalId = meant.EntityId,
            Name = corrections.NameOf(meant.EntityId) ?? meant.Name,
            Country = meant.Country,
            Type = corrections.TypeOf(meant.EntityId) ?? (EntityType)meant.Type,
            Rejected = corrections.IsRejected(meant.EntityId),
            Version = entity.Version,
        };
    }
}
