using Dapr.AppCallback.Autogen.Grpc.v1;
using Truceline.DevSidecar.Publishing;
using Truceline.DevSidecar.Streams;

namespace Truceline.DevSidecar.Subscriptions;

/// <summary>Turns what an app lists into plans, and says what cannot be followed.</summary>
internal static class SubscriptionPlanner
{
    /// <returns>The plans, and one sentence for each subscription that is refused or followed only in part.</returns>
    public static (IReadOnlyList<TopicSubscriptionPlan> Plans, IReadOnlyList<string> Complaints) Plan(
        IEnumerable<TopicSubscription> listed, string pubSubName)
    {
        var plans = new List<TopicSubscriptionPlan>();
        var complaints = new List<string>();
        foreach (var subscription in listed)
        {
            var stream = new StreamName(subscription.PubsubName, subscription.Topic);
            if (subscription.PubsubName != pubSubName)
            {
                complaints.Add($"{stream}: there is no pub/sub component of that name; the subscription is refused.");
                continue;
            }

            if (plans.Exists(plan => plan.Stream == stream))
            {
                complaints.Add($"{stream}: listed twice; the first one counts.");
                continue;
            }

            if (UnreadableRule(subscription.Routes) is { } match)
            {
                complaints.Add($"{stream}: the routing rule '{match}' is not of the form event.field == \"text\"; the subscription is refused.");
                continue;
            }

            if (subscription.BulkSubscribe is { Enabled: true })
                complaints.Add($"{stream}: bulk delivery is asked for; events are delivered one by one.");
            plans.Add(new TopicSubscriptionPlan(
                stream, Routes(subscription.Routes), subscription.DeadLetterTopic is { Length: > 0 } deadLetter ? deadLetter : null,
                EnvelopeFactory.IsRaw(subscription.Metadata)));
        }

        return (plans, complaints);
    }

    private static string? UnreadableRule(TopicRoutes? routes) =>
        routes?.Rules.Select(rule => rule.Match).FirstOrDefault(match => !string.IsNullOrWhiteSpace(match) && RouteCondition.Parse(match) is null);

    private static List<Route> Routes(TopicRoutes? routes)
    {
        var planned = new List<Route>();
        foreach (var rule in routes?.Rules ?? [])
            planned.Add(new Route(string.IsNullOrWhiteSpace(rule.Match) ? null : RouteCondition.Parse(rule.Match), rule.Path));
        if (routes?.Default is { Length: > 0 } path)
            planned.Add(new Route(null, path));
        if (planned.Count == 0)
            planned.Add(new Route(null, ""));
        return planned;
    }
}
