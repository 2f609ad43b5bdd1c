using System.Globalization;
using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.Notification.Alerts;
using Truceline.Notification.V1;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Identities;

namespace Truceline.Notification.Events;

/// <summary>An alert for every claim; what a copy of a known text, or a later version, says again gives none.</summary>
internal sealed class ClaimsExtractedHandler(AlertRecorder recorder, EntityStandings standings, TimeProvider time) : IEventHandler<ClaimsExtracted>
{
    public async Task HandleAsync(ClaimsExtracted @event, EventContext context, CancellationToken cancellationToken)
    {
        var violations = new FieldViolations();
        for (var i = 0; i < @event.Claims.Count; i++)
        {
            violations.AddIf(@event.Claims[i].Id.Length == 0,
                string.Create(CultureInfo.InvariantCulture, $"claims[{i}].id"), "It is required.", "REQUIRED");
        }

        violations.ThrowIfAny("EVENT_INVALID");
        await standings.ApplyAsync(@event.Claims, cancellationToken);
        var now = time.GetUtcNow();
        // That an analyst accepted a claim is no news; one that was put right is told once more, whatever its copies say.
        var alerts = @event.Claims.Zip(ClaimLikeness.KeysOf(@event)).Where(c => c.First.Review?.State != ReviewState.Accepted)
            .Select(c => c.First.Review is null ? ClaimAlerts.Compose(c.First, now, c.Second) : ClaimAlerts.Compose(c.First, now, likeness: null, MessageType.Update));
        await recorder.RecordAsync([.. alerts], cancellationToken);
    }
}
