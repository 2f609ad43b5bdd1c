using Truceline.Events.V1;
using Truceline.ServiceDefaults.Events;
using Truceline.ServiceDefaults.Identities;

namespace Truceline.Notification.Events;

/// <summary>Two entities are one: what copies claim of the one is what they claim of the other. Alerts that were sent stay as they were.</summary>
internal sealed class EntityMergedHandler(EntityStandings standings) : IEventHandler<EntityMerged>
{
    public Task HandleAsync(EntityMerged @event, EventContext context, CancellationToken cancellationToken) => standings.TakeAsync(@event.Entities, cancellationToken);
}

/// <summary>An entity was renamed, rejected or is what it was again.</summary>
internal sealed class EntityCorrectedHandler(EntityStandings standings) : IEventHandler<EntityCorrected>
{
    public Task HandleAsync(EntityCorrected @event, EventContext context, CancellationToken cancellationToken) => standings.TakeAsync(@event.Entities, cancellationToken);
}
