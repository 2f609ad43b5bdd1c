using System.Globalization;
using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.Events.V1;
using Truceline.Ingest.Reports;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Caching;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Paging;
using ZiggyCreatures.Caching.Fusion;

namespace Truceline.Ingest.Storage;

/// <summary>
/// Reports in the database. Those that are read are cached as protos in their wire form under <c>ingest:report:{id}</c>, on both levels, for 10
/// minutes; they never change. What is accepted is looked for in the database only.
/// </summary>
internal sealed class ReportStore(IngestDbContext db, IFusionCache cache, TimeProvider time) : IReportStore
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    public async Task<(Report Report, bool AlreadyKnown)> AcceptAsync(Report report, CancellationToken cancellationToken)
    {
        if (await StoredAsync(report.Id, cancellationToken) is { } known)
        {
            return (known, true);
        }

        db.Reports.Add(ReportRow.Of(report));
        db.Publish(Topics.ReportAccepted, new ReportAccepted { Report = report }, time.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return (report.Clone(), false);
        }
        catch (DbUpdateException)
        {
            // The same report may have come twice at once; the other one won.
            db.ChangeTracker.Clear();
            if (await StoredAsync(report.Id, cancellationToken) is { } winner)
            {
                return (winner, true);
            }

            throw;
        }
    }

    public async Task<Report?> FindAsync(string id, CancellationToken cancellationToken) =>
        await cache.ReadThroughAsync(
            $"ingest:report:{id}", Lifetime, async token => (await StoredAsync(id, token))?.ToByteArray(), memoryOnly: false, cancellationToken) is { } report
            ? Report.Parser.ParseFrom(report)
            : null;

    public async Task<IReadOnlyList<Report>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var reports = db.Reports.AsNoTracking();
        if (!page.IsFirst && DateTimeOffset.TryParse(page.After[0], CultureInfo.InvariantCulture, out var time))
        {
            var id = page.After[1];
            reports = reports.Where(r => r.ReceivedTime < time || (r.ReceivedTime == time && string.Compare(r.Id, id) > 0));
        }

        var rows = await reports
            .OrderByDescending(r => r.ReceivedTime).ThenBy(r => r.Id)
            .Take(page.Size + 1)
            .Select(r => new { r.Id, r.MediaType, r.Published, r.Source, r.Url, r.Title, r.Reliability, r.ReceivedTime })
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(r => new ReportRow
        {
            Id = r.Id,
            Text = "",
            MediaType = r.MediaType,
            Published = r.Published,
            Source = r.Source,
            Url = r.Url,
            Title = r.Title,
            Reliability = r.Reliability,
            ReceivedTime = r.ReceivedTime,
        }.ToReport());
    }

    private async Task<Report?> StoredAsync(string id, CancellationToken cancellationToken) =>
        (await db.Reports.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken))?.ToReport();
}
