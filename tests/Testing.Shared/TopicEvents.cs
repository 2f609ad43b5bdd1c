using System.Diagnostics;
using Dapr.AppCallback.Autogen.Grpc.v1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using DeliveryStatus = Dapr.AppCallback.Autogen.Grpc.v1.TopicEventResponse.Types.TopicEventResponseStatus;

namespace Truceline.Testing;

/// <summary>Delivers events to a service as the Dapr sidecar does.</summary>
public static class TopicEvents
{
    private const string Service = "dapr.proto.runtime.v1.AppCallback";

    private static readonly Method<TopicEventRequest, TopicEventResponse> OnTopicEvent = new(
        MethodType.Unary, Service, "OnTopicEvent", MarshallerOf(TopicEventRequest.Parser), MarshallerOf(TopicEventResponse.Parser));

    private static readonly Method<Empty, ListTopicSubscriptionsResponse> ListTopicSubscriptions = new(
        MethodType.Unary, Service, "ListTopicSubscriptions", MarshallerOf(Empty.Parser), MarshallerOf(ListTopicSubscriptionsResponse.Parser));

    private static readonly Method<Empty, HealthCheckResponse> HealthCheck = new(
        MethodType.Unary, Service + "HealthCheck", "HealthCheck", MarshallerOf(Empty.Parser), MarshallerOf(HealthCheckResponse.Parser));

    /// <summary>Delivers one event.</summary>
    /// <param name="channel">Channel to the service.</param>
    /// <param name="topic">Topic.</param>
    /// <param name="event">The event.</param>
    /// <param name="eventId">Its id; a second delivery has the same.</param>
    /// <param name="source">App that published it.</param>
    /// <param name="traceParent">W3C trace context of the publisher; the current one when not given.</param>
    /// <returns>What the service answers.</returns>
    public static async Task<DeliveryStatus> DeliverAsync(
        this GrpcChannel channel, string topic, IMessage @event, string eventId, string source = "test", string? traceParent = null)
    {
        // The client's own telemetry sends the current context, where it runs in this process, and the header stands where it does not.
        using var publisher = traceParent is null ? null : new Activity("publisher").SetParentId(traceParent).Start();
        var headers = new Metadata();
        if (Activity.Current?.Id is { } parent)
        {
            headers.Add("traceparent", parent);
        }

        var request = new TopicEventRequest
        {
            Id = eventId,
            Source = source,
            Topic = topic,
            Type = @event.Descriptor.FullName,
            SpecVersion = "1.0",
            PubsubName = "pubsub",
            DataContentType = "application/json",
            Data = ByteString.CopyFromUtf8(JsonFormatter.Default.Format(@event)),
        };
        var response = await channel.CreateCallInvoker().AsyncUnaryCall(OnTopicEvent, null, OptionsWith(headers), request);
        return response.Status;
    }

    /// <summary>Asks whether events may be delivered, as the sidecar does with app health checks: without the app token.</summary>
    /// <param name="channel">Channel to the service.</param>
    /// <exception cref="RpcException">UNAVAILABLE: not now.</exception>
    public static async Task CheckHealthAsync(this GrpcChannel channel) =>
        await channel.CreateCallInvoker().AsyncUnaryCall(HealthCheck, null, OptionsWith([]), new Empty());

    /// <summary>The subscriptions that the service declares.</summary>
    public static async Task<IReadOnlyList<TopicSubscription>> ListSubscriptionsAsync(this GrpcChannel channel) =>
        (await channel.CreateCallInvoker().AsyncUnaryCall(ListTopicSubscriptions, null, OptionsWith([]), new Empty())).Subscriptions;

    private static CallOptions OptionsWith(Metadata headers) =>
        new(headers, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(30));

    private static Marshaller<T> MarshallerOf<T>(MessageParser<T> parser)
        where T : IMessage<T> => Marshallers.Create(message => message.ToByteArray(), parser.ParseFrom);
}
