using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Truceline.Ingest.Stories;
using Truceline.Ingest.Stories.Revisions;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Storage;

/// <summary>Stories and versions in the database.</summary>
internal sealed class StoryStore(IngestDbContext db) : IStoryStore
{
    public async Task<StorySummary?> FindAsync(string id, CancellationToken cancellationToken)
    {
        var row = await db.Stories.AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, cancellationToken);
        return row is { MergedInto.Length: > 0 } ? await FindAsync(row.MergedInto, cancellationToken) : row?.ToSummary();
    }

    public async Task<IReadOnlyList<Report>> ReportsAsync(string storyId, PageRequest page, CancellationToken cancellationToken)
    {
        var number = await db.Stories.Where(s => s.Id == storyId).Select(s => s.Number).FirstOrDefaultAsync(cancellationToken);
        var witnesses = db.StoryReports.AsNoTracking().Where(w => w.StoryNumber == number);
        if (!page.IsFirst && DateTimeOffset.TryParse(page.After[0], CultureInfo.InvariantCulture, out var time))
        {
            var id = page.After[1];
            witnesses = witnesses.Where(w => w.Time > time || (w.Time == time && string.Compare(w.ReportId, id) > 0));
        }

        var ids = await witnesses.OrderBy(w => w.Time).ThenBy(w => w.ReportId).Take(page.Size + 1).Select(w => w.ReportId).ToListAsync(cancellationToken);
        var rows = await db.Reports.AsNoTracking().Where(r => ids.Contains(r.Id)).Select(ReportRow.WithoutText).ToDictionaryAsync(r => r.Id, cancellationToken);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id].ToReport())];
    }

    public async Task<IReadOnlyList<StorySummary>> ListAsync(StoryFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var stories = db.Stories.AsNoTracking().Where(StoryRow.IsWhole);
        if (filter.MinOrigins > 1)
        {
            stories = stories.Where(s => s.Origins >= filter.MinOrigins);
        }

        if (filter.MinReports > 1)
        {
            stories = stories.Where(s => s.Reports >= filter.MinReports);
        }

        if (filter.From is { } from)
        {
            stories = stories.Where(s => s.LastTime >= from);
        }

        if (filter.To is { } to)
        {
            stories = stories.Where(s => s.FirstTime < to);
        }

        if (!page.IsFirst && DateTimeOffset.TryParse(page.After[0], CultureInfo.InvariantCulture, out var time))
        {
            var id = page.After[1];
            stories = stories.Where(s => s.LastTime < time || (s.LastTime == time && string.Compare(s.Id, id) > 0));
        }

        var rows = await stories.OrderByDescending(s => s.LastTime).ThenBy(s => s.Id).Take(page.Size + 1).ToListAsync(cancellationToken);
        return rows.ConvertAll(s => s.ToSummary());
    }

    public async Task<IReadOnlyList<KnownVersion>> VersionsAsync(string reportId, int most, CancellationToken cancellationToken)
    {
        var number = await db.Reports.Where(r => r.Id == reportId).Select(r => r.Sequence).FirstOrDefaultAsync(cancellationToken);
        if (await db.StoryReports.AsNoTracking().FirstOrDefaultAsync(w => w.Sequence == number, cancellationToken) is not { } one)
        {
            return [];
        }

        // Versions of one report have one key; without a key nothing is a version of it.
        List<StoryReportRow> rows = one.ChainKey is null
            ? [one]
            : await db.StoryReports.AsNoTracking().Where(w => w.ChainKey == one.ChainKey && w.ChainId == one.ChainId)
                .OrderByDescending(w => w.Revision).Take(most).ToListAsync(cancellationToken);
        return VersionOrder.Of(rows.ConvertAll(r => r.ToVersion()));
    }
}
