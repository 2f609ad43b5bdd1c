using System.Diagnostics;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Truceline.ServiceDefaults.Telemetry;
using Status = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Truceline.ServiceDefaults.Events;

/// <summary>
/// The side of the app protocol that the Dapr sidecar calls. Declares one subscription a topic, with a dead-letter topic, and one for each
/// dead-letter topic, which is its own dead-letter topic: what cannot be stored comes again until it can. A call without the app token, when
/// one is set, is refused with UNAUTHENTICATED.
/// </summary>
internal sealed class AppCallbackService(
    EventPipeline pipeline, DeadLetterStore deadLetters, IEnumerable<EventSubscription> subscriptions, IOptions<DaprOptions> options,
    ServiceIdentity identity)
    : AppCallback.AppCallbackBase
{
    private readonly Dictionary<string, EventSubscription> _subscriptions = subscriptions.ToDictionary(s => s.Topic);

    public override Task<ListTopicSubscriptionsResponse> ListTopicSubscriptions(Empty request, ServerCallContext context)
    {
        AppToken.Check(context, options.Value);
        var response = new ListTopicSubscriptionsResponse();
        foreach (var topic in _subscriptions.Keys)
        {
            var dead = Topics.DeadLettersOf(topic, identity.AppId);
            response.Subscriptions.Add(new TopicSubscription { PubsubName = options.Value.PubSubName, Topic = topic, DeadLetterTopic = dead });
            response.Subscriptions.Add(new TopicSubscription { PubsubName = options.Value.PubSubName, Topic = dead, DeadLetterTopic = dead });
        }

        return Task.FromResult(response);
    }

    public override async Task<TopicEventResponse> OnTopicEvent(TopicEventRequest request, ServerCallContext context)
    {
        AppToken.Check(context, options.Value);
        var payload = request.Data.ToStringUtf8();
        if (_subscriptions.TryGetValue(request.Topic, out var subscription))
        {
            var outcome = await ProcessAsync(request, subscription, payload, context.CancellationToken);
            return Answer(outcome switch
            {
                EventOutcome.Retry => Status.Retry,
                EventOutcome.Drop => Status.Drop,
                _ => Status.Success,
            });
        }

        var dead = _subscriptions.Keys.FirstOrDefault(topic => Topics.DeadLettersOf(topic, identity.AppId) == request.Topic);
        if (dead is null)
        {
            return Answer(Status.Drop);
        }

        await deadLetters.AddAsync(EventContext.Of(request.Id, request.Source, dead), payload, Activity.Current?.Id, context.CancellationToken);
        return Answer(Status.Success);
    }

    private async Task<EventOutcome> ProcessAsync(
        TopicEventRequest request, EventSubscription subscription, string payload, CancellationToken cancellationToken)
    {
        using var activity = ServiceTelemetry.Source.StartActivity($"process {request.Topic}", ActivityKind.Consumer);
        activity?.SetTag(TelemetryNames.MessagingSystem, "dapr");
        activity?.SetTag(TelemetryNames.Topic, request.Topic);
        activity?.SetTag(TelemetryNames.MessageId, request.Id);
        var outcome = await pipeline.ProcessAsync(
            subscription, EventContext.Of(request.Id, request.Source, request.Topic), payload, cancellationToken);
        if (outcome is EventOutcome.Retry or EventOutcome.Drop)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
        }

        return outcome;
    }

    private static TopicEventResponse Answer(Status status) => new() { Status = status };
}
