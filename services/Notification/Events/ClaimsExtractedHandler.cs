using System.Globalization;
using Truceline.Events.V1;
using Truceline.Notification.Alerts;
using Truceline.Notification.Storage;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Identities;

namespace Truceline.Notification.Events;

/// <summary>An alert for every claim; what a copy of a known text, or a later version, says again gives none.</summary>
internal sealed class ClaimsExtractedHandler(AlertRecorder recorder, EntityStandings standings, ClaimLedger ledger) : IEventHandler<ClaimsExtracted>
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
        var alerts = await ledger.AlertsOfAsync([.. @event.Claims.Zip(ClaimLikeness.KeysOf(@event))], cancellationToken);
        await recorder.RecordAsync(alerts, cancellationToken);
    }
}
