using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Truceline.Notification.Alerts;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Notification.Storage;

/// <summary>Alerts in the database.</summary>
internal sealed class AlertStore(NotificationDbContext db) : IAlertStore
{
    public async Task<long> LastSequenceAsync(CancellationToken cancellationToken) =>
        await db.Alerts.MaxAsync(a => (long?)a.Sequence, cancellationToken) ?? 0;

    public async Task<IReadOnlyList<Alert>> ReadAfterAsync(long sequence, int limit, CancellationToken cancellationToken) =>
        (await db.Alerts.AsNoTracking().Where(a => a.Sequence > sequence).OrderBy(a => a.Sequence).Take(limit)
            .ToListAsync(cancellationToken)).ConvertAll(a => a.ToAlert());

    public async Task<IReadOnlyList<Alert>> ListAsync(string traceId, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = db.Alerts.AsNoTracking();
        if (traceId.Length > 0)
        {
            rows = rows.Where(a => a.TraceId == traceId);
        }

        if (!page.IsFirst)
        {
            var before = long.Parse(page.After[0], CultureInfo.InvariantCulture);
            rows = rows.Where(a => a.Sequence < before);
        }

        return (await rows.OrderByDescending(a => a.Sequence).Take(page.Size + 1).ToListAsync(cancellationToken)).ConvertAll(a => a.ToAlert());
    }
}
