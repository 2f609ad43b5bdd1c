using Truceline.Events.V1;
using Truceline.GeoZone.V1;
using Truceline.Notification.Alerts;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Notification.Events;

/// <summary>An alert for every incident that becomes known.</summary>
internal sealed class IncidentOpenedHandler(AlertRecorder recorder, TimeProvider time) : IEventHandler<IncidentOpened>
{
    public Task HandleAsync(IncidentOpened @event, EventContext context, CancellationToken cancellationToken) =>
        recorder.RecordAsync([IncidentAlerts.Compose(Check(@event.Incident), MessageType.Alert, time.GetUtcNow())], cancellationToken);

    /// <summary>The incident, when it has what makes it one.</summary>
    /// <exception cref="InvalidRequestException">It has not.</exception>
    internal static Incident Check(Incident? incident)
    {
        var violations = new FieldViolations();
        violations.AddIf(string.IsNullOrEmpty(incident?.Id), "incident.id", "It is required.", "REQUIRED");
        violations.ThrowIfAny("EVENT_INVALID");
        return incident!;
    }
}

/// <summary>An alert for every change of an incident.</summary>
internal sealed class IncidentUpdatedHandler(AlertRecorder recorder, TimeProvider time) : IEventHandler<IncidentUpdated>
{
    public Task HandleAsync(IncidentUpdated @event, EventContext context, CancellationToken cancellationToken) => recorder.RecordAsync(
        [IncidentAlerts.Compose(IncidentOpenedHandler.Check(@event.Incident), MessageType.Update, time.GetUtcNow())], cancellationToken);
}

/// <summary>A cancellation for every incident whose claims were withdrawn.</summary>
internal sealed class IncidentCancelledHandler(AlertRecorder recorder, TimeProvider time) : IEventHandler<IncidentCancelled>
{
    public Task HandleAsync(IncidentCancelled @event, EventContext context, CancellationToken cancellationToken) => recorder.RecordAsync(
        [IncidentAlerts.Compose(IncidentOpenedHandler.Check(@event.Incident), MessageType.Cancel, time.GetUtcNow())], cancellationToken);
}
