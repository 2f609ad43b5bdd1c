using Microsoft.Extensions.Options;
using Truceline.DevSidecar.Delivery;
using Truceline.DevSidecar.Faults;
using Truceline.DevSidecar.Streams;

namespace Truceline.DevSidecar.Health;

/// <summary>What <c>/status</c> answers. Counts are since the process started, except <c>Pending</c> and <c>Waiting</c>, which are now.</summary>
internal sealed record StatusReport(
    bool Ready, string PubSubName, IReadOnlyList<AppStatus> Apps, IReadOnlyList<GroupStatus> Groups, FaultStatus Faults);

/// <summary>The faults. Rules: in force now. Injected: since the process started; deaths over all starts with this data directory.</summary>
internal sealed record FaultStatus(int Seed, int Rules, IReadOnlyList<FaultCount> Injected);

/// <summary>How often one fault was injected for one app and topic.</summary>
internal sealed record FaultCount(string Kind, string AppId, string Topic, long Count);

/// <summary>
/// One app, or one replica of it. Reached: it has listed its subscriptions. Held: messages taken for this replica and not settled. Pending
/// (taken and not acknowledged) and Waiting (not yet taken) belong to the consumer group, so they are the same for all replicas. The other
/// counts are the replica's own.
/// </summary>
internal sealed record AppStatus(
    string AppId, int DaprGrpcPort, Uri? AppAddress, bool Reached, long Published, long Held, long Pending, long Waiting, long Delivered,
    long Failed, long DeadLettered, long Lost, IReadOnlyList<SubscriptionStatus> Subscriptions);

/// <summary>One subscription of one replica. Attempts include retries and those that a fault spoiled.</summary>
internal sealed record SubscriptionStatus(
    string Topic, string? DeadLetterTopic, IReadOnlyList<string> Paths, long Held, long Pending, long Waiting, long Attempts, long Delivered,
    long Failed, long DeadLettered, long Lost);

/// <summary>One consumer group in the store, whether or not a replica of its app was reached.</summary>
internal sealed record GroupStatus(string AppId, string Topic, long Pending, long Waiting);

/// <summary>Draws up the report.</summary>
internal sealed class StatusReporter(
    DeliveryBoard board, IStreamStore store, SidecarReadiness readiness, FaultControl faults, DeathLedger deaths, IOptions<SidecarOptions> options)
{
    public StatusReport Report() => new(
        readiness.IsReady, options.Value.PubSubName, [.. board.Apps.Select(Describe)],
        [.. store.MeasureAll().Select(group => new GroupStatus(group.Group, group.Stream.Topic, group.Depth.Pending, group.Depth.Waiting))],
        DescribeFaults());

    private FaultStatus DescribeFaults()
    {
        var died = deaths.Deaths.GroupBy(death => (death.AppId, death.Topic))
            .Select(group => new FaultCount(nameof(FaultKind.Die), group.Key.AppId, group.Key.Topic, group.Count()));
        var counted = faults.Counts.Select(count => new FaultCount(count.Key.Kind.ToString(), count.Key.AppId, count.Key.Topic, count.Value));
        var inForce = faults.Active.Options;
        return new FaultStatus(
            inForce.Seed, inForce.Rules.Count,
            [.. counted.Concat(died).OrderBy(count => count.Kind, StringComparer.Ordinal)
                .ThenBy(count => count.AppId, StringComparer.Ordinal).ThenBy(count => count.Topic, StringComparer.Ordinal)]);
    }

    private AppStatus Describe(AppStanding standing)
    {
        var subscriptions = standing.Subscriptions.Select(plan =>
        {
            var counts = standing.CountsOf(plan.Stream);
            var depth = store.Measure(plan.Stream, standing.App.AppId);
            return new SubscriptionStatus(
                plan.Stream.Topic, plan.DeadLetterTopic, [.. plan.Routes.Select(route => route.Path)], counts.Held, depth.Pending,
                depth.Waiting, counts.Attempts, counts.Delivered, counts.Failed, counts.DeadLettered, counts.Lost);
        }).ToList();

        return new AppStatus(
            standing.App.AppId, standing.App.DaprGrpcPort, standing.App.CallbackAddress, standing.Reached, standing.PublishedCount,
            subscriptions.Sum(s => s.Held), subscriptions.Sum(s => s.Pending), subscriptions.Sum(s => s.Waiting), subscriptions.Sum(s => s.Delivered),
            subscriptions.Sum(s => s.Failed), subscriptions.Sum(s => s.DeadLettered), subscriptions.Sum(s => s.Lost), subscriptions);
    }
}
