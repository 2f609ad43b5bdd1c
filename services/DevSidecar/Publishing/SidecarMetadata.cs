using Dapr.Client.Autogen.Grpc.v1;
using Truceline.DevSidecar.Subscriptions;

namespace Truceline.DevSidecar.Publishing;

/// <summary>What <c>GetMetadata</c> tells an app about its sidecar.</summary>
internal static class SidecarMetadata
{
    public static GetMetadataResponse Describe(AppOptions app, string pubSubName, IReadOnlyList<TopicSubscriptionPlan> subscriptions)
    {
        var response = new GetMetadataResponse { Id = app.AppId, RuntimeVersion = "devsidecar" };
        response.ExtendedMetadata.Add("daprRuntimeVersion", response.RuntimeVersion);
        response.RegisteredComponents.Add(new RegisteredComponents { Name = pubSubName, Type = "pubsub.devsidecar", Version = "v1" });
        if (app.CallbackAddress is { } address)
            response.AppConnectionProperties = new AppConnectionProperties { Port = address.Port, Protocol = "grpc", ChannelAddress = address.Host };

        foreach (var plan in subscriptions)
        {
            var described = new PubsubSubscription
            {
                PubsubName = plan.Stream.PubSub,
                Topic = plan.Stream.Topic,
                DeadLetterTopic = plan.DeadLetterTopic ?? "",
                Type = PubsubSubscriptionType.Programmatic,
                Rules = new PubsubSubscriptionRules(),
            };
            foreach (var route in plan.Routes)
                described.Rules.Rules.Add(new PubsubSubscriptionRule { Match = route.Match?.ToString() ?? "", Path = route.Path });
            response.Subscriptions.Add(described);
        }

        return response;
    }
}
