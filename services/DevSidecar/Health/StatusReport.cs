using Microsoft.Extensions.Options;
using Truceline.DevSidecar.Delivery;
using Truceline.DevSidecar.Streams;

namespace Truceline.DevSidecar.Health;

/// <summary>What <c>/status</c> answers. Counts are since the process started, except <c>Pending</c> and <c>Waiting</c>, which are now.</summary>
internal sealed record StatusReport(bool Ready, string PubSubName, IReadOnlyList<AppStatus> Apps);

/// <summary>
/// One app. Reached: it has listed its subscriptions. Pending: messages taken for it and not acknowledged. Waiting: messages not yet taken.
/// </summary>
internal sealed record AppStatus(
    string AppId, int DaprGrpcPort, Uri? AppAddress, bool Reached, long Published, long Pending, long Waiting, long Delivered, long Failed,
    long DeadLettered, long Lost, IReadOnlyList<SubscriptionStatus> Subscriptions);

/// <summary>One subscription. Attempts are calls to the app, retries included.</summary>
internal sealed record SubscriptionStatus(
    string Topic, string? DeadLetterTopic, IReadOnlyList<string> Paths, long Pending, long Waiting, long Attempts, long Delivered, long Failed,
    long DeadLettered, long Lost);

/// <summary>Draws up the report.</summary>
internal sealed class StatusReporter(DeliveryBoard board, IStreamStore store, SidecarReadiness readiness, IOptions<SidecarOptions> options)
{
    public StatusReport Report() => new(readiness.IsReady, options.Value.PubSubName, [.. board.Apps.Select(Describe)]);

    private AppStatus Describe(AppStanding standing)
    {
        var subscriptions = standing.Subscriptions.Select(plan =>
        {
            var counts = standing.CountsOf(plan.Stream);
            var depth = store.Measure(plan.Stream, standing.App.AppId);
            return new SubscriptionStatus(
                plan.Stream.Topic, plan.DeadLetterTopic, [.. plan.Routes.Select(route => route.Path)], depth.Pending, depth.Waiting,
                counts.Attempts, counts.Delivered, counts.Failed, counts.DeadLettered, counts.Lost);
        }).ToList();

        return new AppStatus(
            standing.App.AppId, standing.App.DaprGrpcPort, standing.App.CallbackAddress, standing.Reached, standing.PublishedCount,
            subscriptions.Sum(s => s.Pending), subscriptions.Sum(s => s.Waiting), subscriptions.Sum(s => s.Delivered),
            subscriptions.Sum(s => s.Failed), subscriptions.Sum(s => s.DeadLettered), subscriptions.Sum(s => s.Lost), subscriptions);
    }
}
