using Truceline.Entity.Areas;
using Truceline.Entity.ClaimDesk;
using Truceline.Entity.Entities;
using Truceline.Entity.Readings;
using Truceline.Entity.Storage;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Events;
using ReadingProto = Truceline.Entity.V1.Reading;

namespace Truceline.Entity.Events;

/// <summary>
/// Reads a report, keeps the reading, chains what it names to what other reports name, gathers its claims with theirs, and announces them with the ids of the entities. Of a
/// report that was read before only what changed is announced when it is read again by a later reader; what no longer stands is withdrawn.
/// </summary>
internal sealed class ReportReading(
    ReportReader reader, IReadingStore store, IdentityWriter identities, ReadingMeanings meanings, ClaimWriter claims, ClaimGathering gathering, EntityDbContext db,
    ReportErasure erasure, AreasInForce areas, TimeProvider time)
{
    // Keeps an event well below the 4 MiB that a sidecar takes.
    private const int ClaimsPerEvent = 200;

    /// <summary>Reads a report that came; the caller saves.</summary>
    internal Task ReadAsync(Report report, CancellationToken cancellationToken) => ReadAsync(report, isReread: false, cancellationToken);

    /// <summary>Reads a report again; the caller saves.</summary>
    internal Task RereadAsync(Report report, CancellationToken cancellationToken) => ReadAsync(report, isReread: true, cancellationToken);

    private async Task ReadAsync(Report report, bool isReread, CancellationToken cancellationToken)
    {
        if (await erasure.EraseInAsync(report, [report.Id], cancellationToken) || (report.ErasedTime is not null && report.Text.Length == 0))
        {
            // Its words were erased before they could be read.
            return;
        }

        var now = time.GetUtcNow();
        var reading = reader.Read(report, areas.Current, now);
        DocumentIds.Assign(reading, report);
        await identities.TakeTurnAsync(cancellationToken);
        var plan = Rereading.Plan(await claims.KnownAsync(report.Id, cancellationToken), reading.Claims);
        reading.Claims.Clear();
        reading.Claims.Add(plan.Claims.Select(c => c.Effective).Where(c => c.Review?.State != ReviewState.Rejected));
        var change = await identities.WriteAsync(
            report.Id, ReadingAppearances.Of(reading, report), ClaimParticipations.Of(reading), reading.Reader, now, cancellationToken);
        var envelope = Envelope(report, reading);
        var earlier = await store.AddAsync(reading, envelope, cancellationToken);
        var withdrawn = await claims.StoreAsync(report.Id, plan, reading.Reader, earlier, now, cancellationToken);
        IdentityEvents.Publish(db, change, now);
        EntityRewriting.Apply(reading, await meanings.OfAsync(change.Outcome.Linked, change.Corrections, cancellationToken));
        await gathering.WriteAsync(reading.Claims, envelope, cancellationToken);
        Publish(envelope, isReread ? News(plan, reading) : reading.Claims, isReread, now);
        ClaimAnnouncements.Withdraw(db, report.Id, withdrawn, reading.Reader, now);
    }

    private static List<Claim> News(RereadingPlan plan, ReadingProto reading)
    {
        var news = plan.Claims.Where(c => c.IsNews).Select(c => c.AsRead.Id).ToHashSet(StringComparer.Ordinal);
        return [.. reading.Claims.Where(c => news.Contains(c.Id))];
    }

    private void Publish(ClaimsExtracted envelope, IReadOnlyList<Claim> told, bool isReread, DateTimeOffset now)
    {
        if (isReread && told.Count == 0)
        {
            return;
        }

        var parts = told.Chunk(ClaimsPerEvent).DefaultIfEmpty([]).ToArray();
        for (var part = 0; part < parts.Length; part++)
        {
            var @event = envelope.Clone();
            @event.Claims.Add(parts[part]);
            (@event.Part, @event.Parts) = (part + 1, parts.Length);
            db.Publish(Topics.ClaimsExtracted, @event, now);
        }
    }

    private static ClaimsExtracted Envelope(Report report, ReadingProto reading) => new()
    {
        ReportId = report.Id,
        Header = reading.Header,
        ReceivedTime = report.ReceivedTime,
        Reader = reading.Reader,
        Source = report.Source,
        Origin = report.Origin,
        StoryId = report.StoryId,
        Revises = report.Revises,
        ChainId = report.ChainId,
        Part = 1,
        Parts = 1,
    };
}
