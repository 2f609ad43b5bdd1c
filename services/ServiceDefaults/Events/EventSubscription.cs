using Google.Protobuf;
using Microsoft.Extensions.DependencyInjection;

namespace Truceline.ServiceDefaults.Events;

/// <summary>A topic that the service subscribes to, the full name of the proto that it carries, and how its events are handled.</summary>
internal sealed record EventSubscription(
    string Topic, string Type, Func<string, IMessage> Parse, Func<IServiceProvider, IMessage, EventContext, CancellationToken, Task> Handle);

/// <summary>Registers subscriptions.</summary>
public static class EventSubscriptionExtensions
{
    // An event of a newer version may carry fields that this one does not know.
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));

    /// <summary>Subscribes to a topic with a dead-letter topic of the app's own.</summary>
    /// <typeparam name="TEvent">Proto that the topic carries.</typeparam>
    /// <typeparam name="THandler">Its handler, made anew for every event.</typeparam>
    public static IServiceCollection AddEventHandler<TEvent, THandler>(this IServiceCollection services, string topic)
        where TEvent : class, IMessage<TEvent>, new()
        where THandler : class, IEventHandler<TEvent>
    {
        services.AddScoped<THandler>();
        services.AddSingleton(new EventSubscription(
            topic,
            new TEvent().Descriptor.FullName,
            json => Parser.Parse<TEvent>(json),
            (scope, message, context, token) => scope.GetRequiredService<THandler>().HandleAsync((TEvent)message, context, token)));
        return services;
    }
}
