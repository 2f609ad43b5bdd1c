using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Truceline.DevSidecar.Streams;
using Truceline.DevSidecar.Subscriptions;

namespace Truceline.DevSidecar.Delivery;

/// <summary>What has happened since the process started, for every configured app and each of its replicas. Thread-safe.</summary>
internal sealed class DeliveryBoard(IOptions<SidecarOptions> options)
{
    /// <summary>In the order of the settings.</summary>
    public IReadOnlyList<AppStanding> Apps { get; } = [.. options.Value.Apps.Select(app => new AppStanding(app))];

    /// <summary>The standing of one replica; its port is what tells it from the others.</summary>
    public AppStanding Of(AppOptions app) => Apps.First(standing => standing.App.DaprGrpcPort == app.DaprGrpcPort);
}

/// <summary>One replica of an app: whether it was reached, what it subscribed to, and what became of its messages.</summary>
internal sealed class AppStanding(AppOptions app)
{
    private readonly ConcurrentDictionary<StreamName, DeliveryCounts> _counts = new();
    private long _published;

    public AppOptions App => app;

    /// <summary>Whether the app has listed its subscriptions.</summary>
    public bool Reached { get; private set; }

    public IReadOnlyList<TopicSubscriptionPlan> Subscriptions { get; private set; } = [];

    /// <summary>Events of the app that were stored.</summary>
    public long PublishedCount => Interlocked.Read(ref _published);

    public DeliveryCounts CountsOf(StreamName stream) => _counts.GetOrAdd(stream, _ => new DeliveryCounts());

    public void Published(int count) => Interlocked.Add(ref _published, count);

    public void Subscribed(IReadOnlyList<TopicSubscriptionPlan> plans)
    {
        Subscriptions = plans;
        Reached = true;
    }
}

/// <summary>Counts of one subscription. A message counts once in the first three, when it is settled; attempts count each time.</summary>
internal sealed class DeliveryCounts
{
    private long _delivered;
    private long _failed;
    private long _deadLettered;
    private long _lost;
    private long _attempts;
    private long _held;

    /// <summary>Messages that the app handled.</summary>
    public long Delivered => Interlocked.Read(ref _delivered);

    /// <summary>Messages that it did not: given up, dropped, expired, without a route.</summary>
    public long Failed => Interlocked.Read(ref _failed);

    /// <summary>Of the failed, those published to the dead-letter topic.</summary>
    public long DeadLettered => Interlocked.Read(ref _deadLettered);

    /// <summary>Of the failed, those that are nowhere any more.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    /// <summary>Attempts, retries and those that a fault spoiled included.</summary>
    public long Attempts => Interlocked.Read(ref _attempts);

    /// <summary>Messages taken and not settled: waiting for a worker, or with one. Nothing another replica can get before a restart.</summary>
    public long Held => Interlocked.Read(ref _held);

    public void Took(int count) => Interlocked.Add(ref _held, count);

    /// <summary>A message is no longer held, whatever became of it.</summary>
    public void LetGo() => Interlocked.Decrement(ref _held);

    public void Attempted() => Interlocked.Increment(ref _attempts);

    public void Settled(DeliveryOutcome outcome, bool deadLettered)
    {
        if (outcome == DeliveryOutcome.Handled)
        {
            Interlocked.Increment(ref _delivered);
            return;
        }

        Interlocked.Increment(ref _failed);
        Interlocked.Increment(ref deadLettered ? ref _deadLettered : ref _lost);
    }
}
