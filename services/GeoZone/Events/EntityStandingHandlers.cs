using Truceline.Events.V1;
using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.Assessment;
using Truceline.GeoZone.Claims;
using Truceline.GeoZone.Storage;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Identities;

namespace Truceline.GeoZone.Events;

/// <summary>Two entities are one: claims of the one count as claims of the other, before and after.</summary>
internal sealed class EntityMergedHandler(EntityStandingChange change) : IEventHandler<EntityMerged>
{
    public Task HandleAsync(EntityMerged @event, EventContext context, CancellationToken cancellationToken) => change.TakeAsync(@event.Entities, cancellationToken);
}

/// <summary>An entity was renamed, rejected or is what it was again.</summary>
internal sealed class EntityCorrectedHandler(EntityStandingChange change) : IEventHandler<EntityCorrected>
{
    public Task HandleAsync(EntityCorrected @event, EventContext context, CancellationToken cancellationToken) => change.TakeAsync(@event.Entities, cancellationToken);
}

/// <summary>Renames who takes part in claims that are kept, and judges again what rests on them, in a turn among those that judge.</summary>
internal sealed class EntityStandingChange(
    EntityStandings standings, IClaimStore claims, IAgreementStore agreements, AgreementAssessor assessor, JudgementTurn turn)
{
    internal async Task TakeAsync(IEnumerable<EntityStanding> entities, CancellationToken cancellationToken)
    {
        await turn.TakeAsync(cancellationToken);
        var changed = await standings.TakeAsync(entities, cancellationToken);
        if (changed.Count == 0)
            return;
        var names = changed.ToDictionary(s => s.EntityId, s => (s.Rejected ? "" : s.Name, s.Rejected ? "" : s.Country));
        var renamed = await claims.RenameAsync(names, cancellationToken);
        if (renamed.Count == 0)
            return;
        foreach (var agreement in await agreements.AllAsync(cancellationToken))
        {
            await assessor.ReassessAsync(agreement, renamed, cancellationToken);
            // A claim may bear on other terms than before.
            await assessor.AssessAsync(agreement, cancellationToken);
        }
    }
}
