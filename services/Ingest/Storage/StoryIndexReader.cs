using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Truceline.Ingest.Stories;
using Truceline.Ingest.Stories.Signatures;

namespace Truceline.Ingest.Storage;

/// <summary>Reads into the index what is stored: all of the window at the start, afterwards what other replicas stored. Safe for many threads.</summary>
internal sealed class StoryIndexReader(StoryIndex index, IOptions<StoryOptions> options, TimeProvider time)
{
    private const int PageSize = 2000;
    private long _pruned;

    /// <summary>Reads what was stored since it read last. The order of numbers is the order of commits, so nothing can come in behind it.</summary>
    internal async Task ReadAsync(IngestDbContext db, CancellationToken cancellationToken)
    {
        var from = WindowStart();
        while (true)
        {
            var after = index.Sequence;
            var page = await db.StoryReports.AsNoTracking().Where(r => r.Sequence > after).OrderBy(r => r.Sequence).Take(PageSize)
                .Select(r => new StoredSignature(r.Sequence, r.StoryId, r.ReportId, r.ReceivedTime, r.Signature)).ToListAsync(cancellationToken);
            if (page.Count == 0)
            {
                return;
            }

            // After the reports: what joined stories stands in the store with the report that showed it.
            var joined = await db.Stories.AsNoTracking().Where(s => s.MergedSequence > after).Select(s => new { s.Id, s.MergedInto }).ToListAsync(cancellationToken);
            joined.ForEach(s => index.Join(s.Id, s.MergedInto));
            index.Near.Load(await IndexedAsync(db, page.Where(r => r.ReceivedTime >= from).ToList(), cancellationToken));
            index.Advance(page[^1].Sequence);
        }
    }

    /// <summary>Goes past what is older than the window; asked once, before the first reading.</summary>
    internal async Task SkipAsync(IngestDbContext db, CancellationToken cancellationToken)
    {
        var from = WindowStart();
        var joined = await db.Stories.AsNoTracking().Where(s => s.MergedSequence > 0).Select(s => new { s.Id, s.MergedInto }).ToListAsync(cancellationToken);
        joined.ForEach(s => index.Join(s.Id, s.MergedInto));
        var first = await db.StoryReports.Where(r => r.ReceivedTime >= from).MinAsync(r => (long?)r.Sequence, cancellationToken);
        _pruned = first is { } sequence ? sequence - 1 : await db.StoryReports.MaxAsync(r => (long?)r.Sequence, cancellationToken) ?? 0;
        index.Advance(_pruned);
    }

    /// <summary>Takes out of the index what is older than the window.</summary>
    internal async Task PruneAsync(IngestDbContext db, CancellationToken cancellationToken)
    {
        var from = WindowStart();
        while (true)
        {
            var page = await db.StoryReports.AsNoTracking().Where(r => r.Sequence > _pruned && r.ReceivedTime < from).OrderBy(r => r.Sequence).Take(PageSize)
                .Select(r => new { r.Sequence, r.ReportId }).ToListAsync(cancellationToken);
            if (page.Count == 0)
            {
                return;
            }

            page.ForEach(r => index.Near.Remove(r.ReportId));
            _pruned = page[^1].Sequence;
        }
    }

    private static async Task<List<IndexedReport>> IndexedAsync(IngestDbContext db, List<StoredSignature> stored, CancellationToken cancellationToken)
    {
        var indexed = new List<IndexedReport>(stored.Count);
        foreach (var row in stored)
        {
            // A signature of another version is made again, while there is a text.
            var signature = StorySignature.FromBytes(row.Signature)
                ?? (await db.Reports.AsNoTracking().FirstOrDefaultAsync(r => r.Id == row.ReportId && r.ErasedTime == null, cancellationToken) is { } report
                    ? StorySignature.Of(report.ToReport())
                    : null);
            if (signature is not null)
            {
                indexed.Add(new IndexedReport(row.StoryId, row.ReportId, signature));
            }
        }

        return indexed;
    }

    private DateTimeOffset WindowStart() => time.GetUtcNow().AddDays(-options.Value.WindowDays);

    private sealed record StoredSignature(long Sequence, string StoryId, string ReportId, DateTimeOffset ReceivedTime, byte[] Signature);
}
