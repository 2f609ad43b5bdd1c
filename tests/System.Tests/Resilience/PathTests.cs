using Truceline.Notification.V1;
using Truceline.Operations.V1;
using Truceline.Testing.Faults;

namespace Truceline.SystemTests.Resilience;

/// <summary>The path holds on one kind of store: whatever is killed, doubled or reordered, every alert arrives on each channel and counts once.</summary>
public abstract class PathTests(StoreKind store)
{
    [Fact]
    public async Task Path_EachServiceKilledAtEachStage_EveryAlertArrives()
    {
        await using var system = await PathSystem.StartAsync(new PathSettings(store));
        for (var round = 0; round < KillStages.Rounds; round++)
        {
            await SendAndKillAsync(system, story: round, round);
        }

        AssertKilledAtEveryStage(system);
        await PathInvariants.CheckAsync(system, KillStages.Rounds);
        // Notification died after a receiver had taken a webhook and before that was noted: it came again, under its id.
        Assert.Contains(system.System.Webhooks.All(), w => system.System.Webhooks.CountOf(w.Id) > 1);
    }

    [Fact]
    public async Task Path_EveryMessageTwiceAndOutOfOrder_EveryAlertArrivesOnce()
    {
        await using var system = await PathSystem.StartAsync(new PathSettings(store));
        await system.SetFaultsAsync(Faults.TwiceAndOutOfOrder);
        await system.SendAsync(0);
        await system.QuietAsync();
        await system.SendAsync(1);

        await PathInvariants.CheckAsync(system, 2);
    }

    [Fact]
    public async Task Path_SidecarKilledAtEachPoint_EveryAlertArrives()
    {
        await using var system = await PathSystem.StartAsync(new PathSettings(store));
        foreach (var (story, point) in Faults.DeathPoints.Index())
        {
            await system.SetFaultsAsync(Faults.Death(point));
            await system.SendAsync(story);
            await system.QuietAsync();
            Assert.Equal((point, story + 1), (point, system.System.History.Count(r => r is { Name: "devsidecar", ExitCode: not null })));
        }

        await PathInvariants.CheckAsync(system, Faults.DeathPoints.Length);
    }

    [Fact]
    public async Task Path_ThreeReplicas_EveryAlertArrivesWhoeverIsKilled()
    {
        await using var system = await PathSystem.StartAsync(new PathSettings(store, Replicas: 3));
        await system.SetFaultsAsync(Faults.SlowPublishing);
        await system.SendAsync(0);
        await PathInvariants.CheckAsync(system, 1);
        await PathInvariants.CheckDoneOnceAsync(system);

        await system.SetFaultsAsync(Faults.TwiceAndOutOfOrder);
        for (var round = 0; round < KillStages.Rounds; round++)
        {
            await SendAndKillAsync(system, story: round + 1, round);
        }

        AssertKilledAtEveryStage(system);
        await PathInvariants.CheckAsync(system, KillStages.Rounds + 1);
    }

    /// <summary>As Dapr's Redis component does it: when the policy gives up, what failed is acknowledged all the same.</summary>
    [Fact]
    public async Task Path_FailedMessagesAcknowledged_AreDeadLettersAndAReplayBringsTheSameEnd()
    {
        await using var system = await PathSystem.StartAsync(new PathSettings(store) { SidecarVariables = Faults.GivesUpSoon });
        await system.SetFaultsAsync(Faults.Refusal("geozone", "claims.extracted"));
        await system.SendAsync(0);
        await system.QuietAsync();

        await PathInvariants.CheckNothingLostAsync(system);
        var letter = Assert.Single((await system.DeadLettersAsync("geozone")).DeadLetters);
        Assert.Equal(("claims.extracted", "entity"), (letter.Topic, letter.Source));
        // The sidecar failed it without asking the app, so no replica knows why.
        Assert.StartsWith("not known", letter.Reason, StringComparison.Ordinal);
        Assert.NotEmpty(system.System.Spans.Trace(letter.TraceId));
        Assert.DoesNotContain(await system.AlertsAsync(), a => a.Subject == Subject.Incident);

        await system.SetFaultsAsync(null);
        var replayed = Assert.Single((await system.ReplayAsync("geozone")).Results);
        Assert.Equal((letter.Id, ReplayResult.Types.Outcome.Replayed), (replayed.DeadLetterId, replayed.Outcome));
        await PathInvariants.CheckAsync(system, 1);
    }

    /// <summary>A service that is away for longer than the policy bears: its messages become dead letters as soon as it is back.</summary>
    [Fact]
    public async Task Path_ServiceAwayForLongerThanThePolicy_LosesNothing()
    {
        await using var system = await PathSystem.StartAsync(new PathSettings(store) { SidecarVariables = Faults.GivesUpSoon });
        await system.System.KillAsync("geozone");
        await system.SendAsync(0);
        await Waiting.UntilAsync("the sidecar's giving up", async () =>
            await system.SidecarDepthAsync("dead.geozone.claims.extracted") > 0 ? null : "no dead letter is under way");
        await system.System.StartAgainAsync("geozone", null, CancellationToken.None);
        await system.QuietAsync();

        await PathInvariants.CheckNothingLostAsync(system);
        Assert.Single((await system.ReplayAsync("geozone")).Results);
        await PathInvariants.CheckAsync(system, 1);
    }

    // One process of each service dies at the round's stage on the way of one report.
    private static async Task SendAndKillAsync(PathSystem system, int story, int round)
    {
        var armed = KillStages.Of.Where(service => round < service.Value.Length).ToList();
        foreach (var (service, stages) in armed)
        {
            KillSwitch.Arm(system.Faults, service, stages[round]);
        }

        await system.SendAsync(story);
        await system.QuietAsync();
        // What nobody reached would have tested nothing.
        Assert.Empty(armed.Where(service => KillSwitch.IsArmed(system.Faults, service.Key)).Select(service => $"{service.Key}: {service.Value[round]}"));
    }

    private static void AssertKilledAtEveryStage(PathSystem system)
    {
        var killed = system.System.History.Where(r => r.ExitCode == 137).CountBy(r => r.Name.Split('-')[0]).OrderBy(k => k.Key);
        Assert.Equal(KillStages.Of.Select(s => KeyValuePair.Create(s.Key, s.Value.Length)).OrderBy(k => k.Key), killed);
    }
}
