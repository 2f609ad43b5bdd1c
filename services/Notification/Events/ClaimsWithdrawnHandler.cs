using System.Globalization;
using Truceline.Events.V1;
using Truceline.Notification.Storage;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Notification.Events;

/// <summary>Cancels the alerts on claims that count no longer, unless a copy says the same and stands.</summary>
internal sealed class ClaimsWithdrawnHandler(AlertRecorder recorder, ClaimLedger ledger) : IEventHandler<ClaimsWithdrawn>
{
    public async Task HandleAsync(ClaimsWithdrawn @event, EventContext context, CancellationToken cancellationToken)
    {
        var violations = new FieldViolations();
        for (var i = 0; i < @event.Claims.Count; i++)
        {
            violations.AddIf(@event.Claims[i].ClaimId.Length == 0,
                string.Create(CultureInfo.InvariantCulture, $"claims[{i}].claim_id"), "It is required.", "REQUIRED");
        }

        violations.ThrowIfAny("EVENT_INVALID");
        await recorder.RecordAsync(await ledger.WithdrawAsync(@event.Claims, cancellationToken), cancellationToken);
    }
}
