using Truceline.Events.V1;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Assessment;
using Truceline.GeoZone.Claims;
using Truceline.GeoZone.Storage;
using Truceline.ServiceDefaults.Errors;
using Truceline.ServiceDefaults.Events;

namespace Truceline.GeoZone.Events;

/// <summary>Judges again what two stories corroborated that turned out to be one.</summary>
internal sealed class StoryMergedHandler(IAgreementStore agreements, IClaimStore claims, AgreementAssessor assessor, JudgementTurn turn)
    : IEventHandler<StoryMerged>
{
    public async Task HandleAsync(StoryMerged @event, EventContext context, CancellationToken cancellationToken)
    {
        var violations = new FieldViolations();
        violations.AddIf(@event.StoryId.Length == 0, "story_id", "It is required.", "REQUIRED");
        violations.AddIf(@event.MergedInto.Length == 0, "merged_into", "It is required.", "REQUIRED");
        violations.ThrowIfAny("EVENT_INVALID");
        await turn.TakeAsync(cancellationToken);
        var changed = await claims.MergeStoriesAsync(@event.StoryId, @event.MergedInto, cancellationToken);
        if (changed.Count == 0)
            return;
        foreach (var agreement in await agreements.AllAsync(cancellationToken))
            await assessor.ReassessAsync(agreement, changed, cancellationToken);
    }
}
