using Truceline.Events.V1;
using Truceline.Notification.Storage;
using Truceline.ServiceDefaults.Erasure;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.Notification.Events;

/// <summary>Erases the words of reports in alerts; a delivery that waits sends what is left. What a receiver has taken is out of our hands.</summary>
internal sealed class ReportErasedHandler(ReportErasure erasure, ErasedAlerts alerts, ServiceDbContext db) : IEventHandler<ReportErased>
{
    public async Task HandleAsync(ReportErased @event, EventContext context, CancellationToken cancellationToken)
    {
        // Alerts that are being recorded are there when this goes on, or wait and hear of it.
        await db.CountUpAsync(AlertRecorder.Counter, 1, cancellationToken);
        var words = await erasure.BeginAsync(@event, cancellationToken);
        await alerts.EraseAsync(@event.ReportIds.ToHashSet(StringComparer.Ordinal), words, cancellationToken);
    }
}
