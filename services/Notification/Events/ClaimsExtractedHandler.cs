using System.Globalization;
using Truceline.Events.V1;
using Truceline.Notification.Alerts;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Notification.Events;

/// <summary>An alert for every claim.</summary>
internal sealed class ClaimsExtractedHandler(AlertRecorder recorder, TimeProvider time) : IEventHandler<ClaimsExtracted>
{
    public Task HandleAsync(ClaimsExtracted @event, EventContext context, CancellationToken cancellationToken)
    {
        var violations = new FieldViolations();
        for (var i = 0; i < @event.Claims.Count; i++)
        {
            violations.AddIf(@event.Claims[i].Id.Length == 0,
                string.Create(CultureInfo.InvariantCulture, $"claims[{i}].id"), "It is required.", "REQUIRED");
        }

        violations.ThrowIfAny("EVENT_INVALID");
        var now = time.GetUtcNow();
        return recorder.RecordAsync([.. @event.Claims.Select(claim => ClaimAlerts.Compose(claim, now))], cancellationToken);
    }
}
