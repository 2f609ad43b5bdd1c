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
    Task<Attempt> SendAsync(
        AppCallbackClient app, TopicEventRequest request, Metadata headers, DateTimeOffset deadline, CancellationToken cancellationToken);
}

/// <summary>How an attempt ended; the detail says for the log what went wrong.</summary>
internal readonly record struct Attempt(DeliveryOutcome Outcome, string Detail);

/// <summary>Calls the app.</summary>
internal sealed class GrpcTopicEventSender : ITopicEventSender
{
    public async Task<Attempt> SendAsync(
        AppCallbackClient app, TopicEventRequest request, Metadata headers, DateTimeOffset deadline, CancellationToken cancellationToken)
    {
        try
        {
            var response = await app.OnTopicEventAsync(request, headers, deadline, cancellationToken);
            var outcome = AttemptResult.Of(response);
            return new Attempt(outcome, outcome == DeliveryOutcome.Handled ? "" : $"answered {response.Status}");
        }
        catch (RpcException e)
        {
            return new Attempt(AttemptResult.Of(e.StatusCode), $"{e.StatusCode}: {e.Status.Detail}");
        }
    }
}
