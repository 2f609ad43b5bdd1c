using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Truceline.Notification.Alerts;
using Truceline.Notification.Deliveries;
using Truceline.Notification.Storage;
using Truceline.Notification.Telemetry;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Notification.Events;

/// <summary>Adds alerts, and a delivery for each subscription that wants them, to the database that the event pipeline saves.</summary>
internal sealed class AlertRecorder(NotificationDbContext db, ReportErasure erasure)
{
    /// <summary>Whoever counts up holds up the others until its transaction ends.</summary>
    internal const string Counter = "alerts";

    /// <summary>Adds what is not there yet, in order. The trace is that of the event.</summary>
    internal async Task RecordAsync(IReadOnlyList<Alert> alerts, CancellationToken cancellationToken)
    {
        if (alerts.Count == 0)
        {
            return;
        }

        var sequence = await db.CountUpAsync(Counter, alerts.Count, cancellationToken);
        var ids = alerts.Select(a => a.Id).ToList();
        var known = await db.Alerts.Where(a => ids.Contains(a.AlertId)).Select(a => a.AlertId).ToHashSetAsync(cancellationToken);
        var subscriptions = await db.Subscriptions.AsNoTracking().OrderBy(s => s.Id)
            .Select(s => new { s.Id, s.Filter }).ToListAsync(cancellationToken);
        var filters = subscriptions.ConvertAll(s => (s.Id, Filter: AlertFilter.Parser.ParseFrom(s.Filter)));
        var cause = Activity.Current;
        foreach (var alert in alerts.Where(a => known.Add(a.Id)))
        {
            await erasure.EraseInAsync(alert, AlertReports.Of(alert), cancellationToken);
            alert.TraceId = cause?.TraceId.ToHexString() ?? "";
            var row = AlertRow.Of(alert, sequence++);
            db.Alerts.Add(row);
            db.Deliveries.AddRange(filters.Where(f => AlertMatch.Matches(f.Filter, alert)).Select(f => new DeliveryRow
            {
                Id = DeliveryId.Of(alert.Id, f.Id),
                SubscriptionId = f.Id,
                Alert = row,
                AlertId = alert.Id,
                State = DeliveryState.Pending,
                NextAttemptTime = row.SentTime,
                TraceParent = cause?.Id,
                TraceState = cause?.TraceStateString,
            }));
            NotificationTelemetry.Alerts.Add(1, new KeyValuePair<string, object?>(NotificationTelemetry.Subject, WordOf(alert.Subject)));
        }
    }

    private static string WordOf(Subject subject) => subject switch
    {
        Subject.Incident => "incident",
        Subject.Obligation => "obligation",
        _ => "claim",
    };
}
