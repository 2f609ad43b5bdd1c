using Truceline.DevHost.Processes;

namespace Truceline.SystemTests.Resilience;

/// <summary>What holds at the end of the path, whatever happened on it. A failure begins with one of the words below.</summary>
internal static class PathInvariants
{
    /// <summary>An event was neither processed by an app that wants it nor put among its dead letters, or its alerts are not there.</summary>
    internal const string Lost = "LOST";

    /// <summary>An effect was made more than once.</summary>
    internal const string Repeated = "REPEATED";

    /// <summary>What is done once was done more often.</summary>
    internal const string NotOnce = "NOT ONCE";

    /// <summary>
    /// Checks, when nothing is under way any more: every event was processed by every app that wants it; none had its effect twice; no dead letter
    /// is left; the alerts are those of an undisturbed system; each came on every channel; what a receiver got twice has the same id.
    /// </summary>
    /// <param name="system">The system.</param>
    /// <param name="stories">How many stories were handed in, from the first on.</param>
    internal static async Task CheckAsync(PathSystem system, int stories)
    {
        var expected = await ReferenceRun.AlertsOfAsync(stories);
        await system.QuietAsync();
        foreach (var service in SystemPlan.AppIds)
        {
            var (repeated, dead) = (await system.Stores.RepeatedEventsAsync(service), await system.Stores.DeadLettersAsync(service));
            Assert.True(repeated == 0, $"{Repeated}: {repeated} events were published by more than one effect of {service}.");
            Assert.True(dead == 0, $"{dead} dead letters are left in {service}.");
        }

        await CheckNothingLostAsync(system);
        var alerts = await system.AlertsAsync();
        var said = alerts.Select(ReferenceRun.SignatureOf).ToList();
        Assert.True(!expected.Except(said).Any(), $"{Lost}: {string.Join("; ", expected.Except(said))}");
        Assert.Equal(expected, said.Order(StringComparer.Ordinal));
        Assert.Equal(alerts.Count, alerts.Select(a => a.Id).Distinct().Count());

        await system.ArrivedAsync();
        var webhooks = system.System.Webhooks.All();
        Assert.All(webhooks, w => Assert.True(w.SignatureValid, w.Id));
        Assert.All(alerts, a => Assert.Single(webhooks, w => w.Body.Contains(a.Id, StringComparison.Ordinal)));
        Assert.Equal(alerts.Count, webhooks.Count);
        Assert.Equal(alerts.Select(a => a.Id).Order(), system.Watch.Grpc.Keys.Order());
        Assert.Equal(alerts.Select(a => a.Id).Order(), system.Watch.Events.Keys.Order());
        // A stream is resumed after its last alert: it repeats none, whatever broke it.
        Assert.All(system.Watch.GrpcStream.Times.Concat(system.Watch.EventStream.Times), t => Assert.Equal((t.Key, 1), (t.Key, t.Value)));
    }

    /// <summary>Checks that every event that was published was processed by every app that wants it, or is among its dead letters.</summary>
    internal static async Task CheckNothingLostAsync(PathSystem system)
    {
        var missing = await system.Stores.UnaccountedAsync();
        Assert.True(missing.Count == 0, $"{Lost}: {string.Join("; ", missing)}");
    }

    /// <summary>
    /// Checks that what one replica does for all was done once, in order: every event was handed to the sidecar once, every webhook sent once, in
    /// the order of the alerts.
    /// </summary>
    internal static async Task CheckDoneOnceAsync(PathSystem system)
    {
        foreach (var service in SystemPlan.AppIds)
        {
            var (events, published) = (await system.Stores.EventsAsync(service), await system.PublishedAsync(service));
            Assert.True(events == published, $"{NotOnce}: {service} has {events} events and published {published} times.");
        }

        var webhooks = system.System.Webhooks.All();
        Assert.All(webhooks, w => Assert.True(system.System.Webhooks.CountOf(w.Id) == 1, $"{NotOnce}: {w.Id} came {system.System.Webhooks.CountOf(w.Id)} times."));
        var alerts = await system.AlertsAsync();
        Assert.Equal(alerts.Select(a => a.Id), webhooks.Select(w => alerts.Single(a => w.Body.Contains(a.Id, StringComparison.Ordinal)).Id));
    }
}
