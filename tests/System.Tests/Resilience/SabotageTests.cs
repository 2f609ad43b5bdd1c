using Xunit.Sdk;

namespace Truceline.SystemTests.Resilience;

/// <summary>The checks of the path notice when a part is not there that it stands on.</summary>
public class SabotageTests
{
    [Fact]
    public async Task Path_WithoutOutbox_LosesAlerts()
    {
        await using var system = await PathSystem.StartAsync(new PathSettings(StoreKind.Embedded, Without: "outbox"));
        await system.SendAsync(0);
        // As long as nothing goes wrong nothing is missed.
        await PathInvariants.CheckAsync(system, 1);

        await system.System.KillAsync("devsidecar");
        await system.SendAsync(1);
        await system.System.StartAgainAsync("devsidecar", null, CancellationToken.None);

        await AssertFailsAsync(PathInvariants.Lost, () => PathInvariants.CheckAsync(system, 2));
    }

    [Fact]
    public async Task Path_WithoutInbox_HasEffectsTwice()
    {
        await using var system = await PathSystem.StartAsync(new PathSettings(StoreKind.Embedded, Without: "inbox"));
        await system.SetFaultsAsync(Faults.TwiceAndOutOfOrder);
        await system.SendAsync(0);

        await AssertFailsAsync(PathInvariants.Repeated, () => PathInvariants.CheckAsync(system, 1));
    }

    [Fact]
    public async Task Path_WithoutLease_DoesTwiceWhatIsDoneOnce()
    {
        await using var system = await PathSystem.StartAsync(new PathSettings(StoreKind.Embedded, Replicas: 3, Without: "lease"));
        await system.SetFaultsAsync(Faults.SlowPublishing);
        await system.SendAsync(0);

        await PathInvariants.CheckAsync(system, 1);
        await AssertFailsAsync(PathInvariants.NotOnce, () => PathInvariants.CheckDoneOnceAsync(system));
    }

    private static async Task AssertFailsAsync(string how, Func<Task> check)
    {
        var failure = await Assert.ThrowsAnyAsync<XunitException>(check);
        Assert.Contains(how, failure.Message, StringComparison.Ordinal);
    }
}
