using Dapr.AppCallback.Autogen.Grpc.v1;
using Grpc.Core;
using Truceline.DevSidecar.Subscriptions;

namespace Truceline.DevSidecar.Delivery;

/// <summary>
/// One attempt to hand an event to its app. Every delivery goes through here, so what disturbs deliveries (a second copy, a delay, a
/// failure) is a decorator of this.
/// </summary>
internal interface ITopicEventSender
{
    /// <summary>Never throws for what the app or the network does, nor for being past the deadline or cancelled; that is an outcome.</summary>
    Task<Attempt> SendAsync(TopicEventCall call, DateTimeOffset deadline, CancellationToken cancellationToken);
}

/// <summary>What one attempt hands over, and to whom.</summary>
/// <param name="App">The app, or the replica of it, that is called.</param>
/// <param name="AppId">Its id.</param>
/// <param name="EventId">The same for every delivery of the event: its CloudEvents id; the message's number when the payload is raw.</param>
/// <param name="MessageId">The message's place in its stream.</param>
/// <param name="Number">Of the attempt, from 1.</param>
/// <param name="Request">The event.</param>
/// <param name="Headers">gRPC metadata; a call adds to it, so it serves one call only.</param>
internal sealed record TopicEventCall(
    AppCallbackClient App, string AppId, string EventId, long MessageId, int Number, TopicEventRequest Request, Metadata Headers)
{
    /// <summary>The same once more; to be made before the call is sent.</summary>
    public TopicEventCall Copy()
    {
        var headers = new Metadata();
        foreach (var header in Headers)
            headers.Add(header);
        return this with { Headers = headers };
    }
}

/// <summary>How an attempt ended; the detail says for the log what went wrong.</summary>
internal readonly record struct Attempt(DeliveryOutcome Outcome, string Detail);

/// <summary>Calls the app.</summary>
internal sealed class GrpcTopicEventSender : ITopicEventSender
{
    public async Task<Attempt> SendAsync(TopicEventCall call, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        try
        {
            var response = await call.App.OnTopicEventAsync(call.Request, call.Headers, deadline, cancellationToken);
            var outcome = AttemptResult.Of(response);
            return new Attempt(outcome, outcome == DeliveryOutcome.Handled ? "" : $"answered {response.Status}");
        }
        catch (RpcException e)
        {
            return new Attempt(AttemptResult.Of(e.StatusCode), $"{e.StatusCode}: {e.Status.Detail}");
        }
    }
}
