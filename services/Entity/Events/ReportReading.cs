using Truceline.Entity.Areas;
using Truceline.Entity.Entities;
using Truceline.Entity.Readings;
using Truceline.Entity.Storage;
using Truceline.Events.V1;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Entity.Events;

/// <summary>Reads a report, keeps the reading, chains what it names to what other reports name, and announces its claims with the ids of the entities.</summary>
internal sealed class ReportReading(
    ReportReader reader, IReadingStore store, IdentityWriter identities, ReadingMeanings meanings, EntityDbContext db, ReportErasure erasure, AreasInForce areas,
    TimeProvider time)
{
    // Keeps an event well below the 4 MiB that a sidecar takes.
    private const int ClaimsPerEvent = 200;

    internal async Task ReadAsync(Report report, CancellationToken cancellationToken)
    {
        if (await erasure.EraseInAsync(report, [report.Id], cancellationToken) || (report.ErasedTime is not null && report.Text.Length == 0))
        {
            // Its words were erased before they could be read.
            return;
        }

        var now = time.GetUtcNow();
        var reading = reader.Read(report, areas.Current, now);
        DocumentIds.Assign(reading, report);
        var change = await identities.WriteAsync(
            report.Id, ReadingAppearances.Of(reading, report), ClaimParticipations.Of(reading), reading.Reader, now, cancellationToken);
        await store.AddAsync(reading, cancellationToken);
        IdentityEvents.Publish(db, change, now);
        EntityRewriting.Apply(reading, await meanings.OfAsync(change.Outcome.Linked, change.Corrections, cancellationToken));

        var parts = reading.Claims.Chunk(ClaimsPerEvent).DefaultIfEmpty([]).ToArray();
        for (var part = 0; part < parts.Length; part++)
        {
            db.Publish(
                Topics.ClaimsExtracted,
                new ClaimsExtracted
                {
                    ReportId = report.Id,
                    Header = reading.Header,
                    Claims = { parts[part] },
                    ReceivedTime = report.ReceivedTime,
                    Reader = reading.Reader,
                    Source = report.Source,
                    Part = part + 1,
                    Parts = parts.Length,
                    Origin = report.Origin,
                    StoryId = report.StoryId,
                    Revises = report.Revises,
                    ChainId = report.ChainId,
                },
                now);
        }
    }
}
