using Truceline.Events.V1;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Assessment;
using Truceline.GeoZone.Claims;
using Truceline.GeoZone.Storage;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Events;

namespace Truceline.GeoZone.Events;

/// <summary>
/// Puts claims aside that count no longer, and judges again what rested on them: an incident goes on with the claims that are left, or is cancelled when none is. A
/// withdrawal that overtakes its claim is remembered.
/// </summary>
internal sealed class ClaimsWithdrawnHandler(IAgreementStore agreements, IClaimStore claims, AgreementAssessor assessor, JudgementTurn turn) : IEventHandler<ClaimsWithdrawn>
{
    public async Task HandleAsync(ClaimsWithdrawn @event, EventContext context, CancellationToken cancellationToken)
    {
        var violations = new FieldViolations();
        violations.AddIf(@event.Claims.Any(c => c.ClaimId.Length == 0), "claims.claim_id", "It is required.", "REQUIRED");
        violations.ThrowIfAny("EVENT_INVALID");
        await turn.TakeAsync(cancellationToken);
        var revisions = @event.Claims.GroupBy(c => c.ClaimId).ToDictionary(g => g.Key, g => g.Max(c => c.Revision));
        var removed = await claims.RemoveAsync(revisions, areWithdrawn: true, cancellationToken);
        if (removed.Count == 0)
            return;
        foreach (var agreement in await agreements.AllAsync(cancellationToken))
            await assessor.AssessAsync(agreement, [], removed, cancellationToken);
    }
}
