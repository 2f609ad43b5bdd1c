using Truceline.DevSidecar.Publishing;
using Truceline.DevSidecar.Streams;

namespace Truceline.DevSidecar.Subscriptions;

/// <summary>
/// One subscription of an app. The routes are tried in order, and there is at least one. The dead-letter topic takes what the app could not
/// handle. A raw subscription takes what stands in the stream as bytes, not as an envelope.
/// </summary>
internal sealed record TopicSubscriptionPlan(StreamName Stream, IReadOnlyList<Route> Routes, string? DeadLetterTopic, bool RawPayload)
{
    /// <summary>Whether what the app could not handle comes back to the same subscription.</summary>
    public bool IsItsOwnDeadLetterTopic => DeadLetterTopic == Stream.Topic;

    /// <summary>The path of the first route that matches, or null when none does.</summary>
    public string? PathFor(CloudEventEnvelope cloudEvent)
    {
        foreach (var route in Routes)
        {
            if (route.Match is null || route.Match.Holds(cloudEvent))
                return route.Path;
        }

        return null;
    }
}

/// <summary>A path, and the condition for it; none holds always.</summary>
internal sealed record Route(RouteCondition? Match, string Path);
