using Truceline.Events.V1;
using Truceline.GeoZone.Tracks;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Events;

namespace Truceline.GeoZone.Events;

/// <summary>Follows objects by the positions that were received.</summary>
internal sealed class PositionObservedHandler(TrackIntake intake) : IEventHandler<PositionObserved>
{
    public Task HandleAsync(PositionObserved @event, EventContext context, CancellationToken cancellationToken)
    {
        var violations = new FieldViolations();
        violations.AddIf(@event.Positions.Any(p => p.Id.Length == 0 || p.Position is not { ObjectId.Length: > 0, Position: not null }), "positions",
            "Each needs an id, an object and a place.", "REQUIRED");
        violations.ThrowIfAny("EVENT_INVALID");
        return intake.TakeAsync(@event.Positions, cancellationToken);
    }
}
