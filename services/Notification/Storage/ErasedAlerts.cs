using Google.Protobuf;
using Microsoft.EntityFrameworkCore;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Erasure;

namespace Truceline.Notification.Storage;

/// <summary>Erases the words of reports in alerts, inside a transaction that was begun.</summary>
internal sealed class ErasedAlerts(NotificationDbContext db)
{
    private const int PageSize = 500;

    /// <summary>Erases in every alert that holds words of the reports.</summary>
    internal async Task EraseAsync(IReadOnlySet<string> reports, ErasedWords words, CancellationToken cancellationToken)
    {
        for (var after = 0L; ;)
        {
            var page = await db.Alerts.AsNoTracking().Where(a => a.Sequence > after).OrderBy(a => a.Sequence).Take(PageSize)
                .Select(a => new { a.Sequence, a.Body }).ToListAsync(cancellationToken);
            foreach (var row in page.Where(r => ReportIds.AnyIn(r.Body, reports)))
            {
                var alert = Alert.Parser.ParseFrom(row.Body);
                words.EraseIn(alert);
                var body = alert.ToByteArray();
                await db.Alerts.Where(a => a.Sequence == row.Sequence).ExecuteUpdateAsync(set => set.SetProperty(a => a.Body, body), cancellationToken);
            }

            if (page.Count < PageSize)
            {
                return;
            }

            after = page[^1].Sequence;
        }
    }
}
