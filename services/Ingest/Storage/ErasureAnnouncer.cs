using Google.Protobuf.WellKnownTypes;
using Truceline.Events.V1;
using Truceline.Ingest.Retention;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Ingest.Storage;

/// <summary>
/// Tells the other services what was erased, twice: at once, and after two minutes again, for what they were just storing when they heard of it first. Names go as
/// hashes that are salted with the report's id, so reports with names have an event of their own.
/// </summary>
internal sealed class ErasureAnnouncer(IngestDbContext db)
{
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(2);

    /// <summary>Adds the events to the outbox; nothing is saved.</summary>
    internal void Announce(IReadOnlyList<string> reportIds, Func<string, ErasedNames> namesOf, DateTimeOffset now)
    {
        var reports = reportIds.Select(id => (Id: id, Names: namesOf(id))).ToList();
        foreach (var batch in reports.Where(r => r.Names is { Whole: true, Names.Count: 0 }).Chunk(IErasureStore.MostReports))
        {
            Publish(new ReportErased { ReportIds = { batch.Select(r => r.Id) }, Whole = true }, now);
        }

        foreach (var (id, names) in reports.Where(r => r.Names is not { Whole: true, Names.Count: 0 }))
        {
            Publish(new ReportErased { ReportIds = { id }, Whole = names.Whole, NameHashes = { names.Names.SelectMany(n => NameHash.Of(id, n)).Distinct() } }, now);
        }
    }

    private void Publish(ReportErased erased, DateTimeOffset now)
    {
        erased.ErasedTime = Timestamp.FromDateTimeOffset(now);
        db.Publish(Topics.ReportErased, erased, now);

        // Its id is a hash of what it says: a moment later it is another event.
        erased.ErasedTime = Timestamp.FromDateTimeOffset(now.AddMicroseconds(1));
        db.Publish(Topics.ReportErased, erased, now);
        db.Outbox.Local.Last().NotBeforeTime = now + Again;
    }
}

/// <summary>Which names were erased from a report.</summary>
/// <param name="Whole">Whether the whole report was erased.</param>
/// <param name="Names">The names; empty when none is known.</param>
internal sealed record ErasedNames(bool Whole, IReadOnlyList<string> Names);
