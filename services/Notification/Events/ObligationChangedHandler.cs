using Truceline.Events.V1;
using Truceline.Notification.Alerts;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Notification.Events;

/// <summary>An alert for every change of a term's state.</summary>
internal sealed class ObligationChangedHandler(AlertRecorder recorder, TimeProvider time) : IEventHandler<ObligationChanged>
{
    public Task HandleAsync(ObligationChanged @event, EventContext context, CancellationToken cancellationToken)
    {
        var violations = new FieldViolations();
        violations.AddIf(string.IsNullOrEmpty(@event.State?.AgreementId), "state.agreement_id", "It is required.", "REQUIRED");
        violations.AddIf(string.IsNullOrEmpty(@event.State?.Obligation?.Id), "state.obligation.id", "It is required.", "REQUIRED");
        violations.ThrowIfAny("EVENT_INVALID");
        return recorder.RecordAsync([ObligationAlerts.Compose(@event.State!, @event.Previous is null, time.GetUtcNow())], cancellationToken);
    }
}
