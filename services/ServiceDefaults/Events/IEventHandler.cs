using Google.Protobuf;

namespace Truceline.ServiceDefaults.Events;

/// <summary>
/// Does what an event asks for. It runs in a scope of its own and changes only the scope's <see cref="Storage.ServiceDbContext"/>, through
/// which it also publishes; it does not save. The pipeline records the event's id and saves all of it in one transaction, and runs the
/// handler again in a fresh scope when another change came between. So it must be free of other effects.
/// </summary>
/// <typeparam name="TEvent">Proto of <c>truceline.events.v1</c>.</typeparam>
public interface IEventHandler<in TEvent>
    where TEvent : IMessage
{
    /// <summary>Handles one event.</summary>
    /// <exception cref="Errors.InvalidRequestException">The event can never be handled; it goes to the dead letters at once.</exception>
    Task HandleAsync(TEvent @event, EventContext context, CancellationToken cancellationToken);
}
