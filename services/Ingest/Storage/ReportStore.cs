using System.Globalization;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Caching;
using Truceline.ServiceDefaults.Paging;
using ZiggyCreatures.Caching.Fusion;

namespace Truceline.Ingest.Storage;

/// <summary>
/// Reports in the database. Those that are read are cached as protos in their wire form under <c>ingest:report:{id}</c>, on both levels, for 10
/// minutes; only erasure changes them, and takes them out of the cache.
/// </summary>
internal sealed class ReportStore(IngestDbContext db, IFusionCache cache) : IReportStore
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    internal static string KeyOf(string id) => $"ingest:report:{id}";

    public async Task<Report?> FindAsync(string id, CancellationToken cancellationToken) =>
        await cache.ReadThroughAsync(
            KeyOf(id), Lifetime, async token => (await StoredAsync(id, token))?.ToByteArray(), memoryOnly: false, cancellationToken) is { } report
            ? Report.Parser.ParseFrom(report)
            : null;

    public async Task<IReadOnlyList<Report>> ListAsync(string storyId, string sourceId, PageRequest page, CancellationToken cancellationToken)
    {
        var reports = db.Reports.AsNoTracking();
        if (storyId.Length > 0)
        {
            var joined = await db.Stories.Where(s => s.Id == storyId && s.MergedInto != "").Select(s => s.MergedInto).FirstOrDefaultAsync(cancellationToken) ?? storyId;
            var number = await db.Stories.Where(s => s.Id == joined).Select(s => s.Number).FirstOrDefaultAsync(cancellationToken);
            reports = reports.Where(r => db.StoryReports.Where(w => w.StoryNumber == number).Select(w => w.Sequence).Contains(r.Sequence));
        }

        if (sourceId.Length > 0)
        {
            reports = reports.Where(r => r.SourceId == sourceId);
        }

        if (!page.IsFirst && DateTimeOffset.TryParse(page.After[0], CultureInfo.InvariantCulture, out var time))
        {
            var id = page.After[1];
            reports = reports.Where(r => r.ReceivedTime < time || (r.ReceivedTime == time && string.Compare(r.Id, id) > 0));
        }

        var rows = await reports.OrderByDescending(r => r.ReceivedTime).ThenBy(r => r.Id).Take(page.Size + 1)
            .Select(ReportRow.WithoutText).ToListAsync(cancellationToken);
        return rows.ConvertAll(r => r.ToReport());
    }

    private async Task<Report?> StoredAsync(string id, CancellationToken cancellationToken) =>
        (await db.Reports.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken))?.ToReport();
}
