namespace Truceline.SystemTests.Resilience;

/// <summary>On PostgreSQL, with Redis.</summary>
[Trait("Needs", "postgresql")]
[Trait("Needs", "redis")]
public class ServerPathTests() : PathTests(StoreKind.Servers)
{
    [Fact]
    public async Task Path_StoresKilledAndStartedAgain_EveryAlertArrives()
    {
        await using var system = await PathSystem.StartAsync(new PathSettings(StoreKind.Servers));
        await system.System.KillAsync("redis");
        await system.SendAsync(0);
        await system.QuietAsync();
        await system.System.StartAgainAsync("redis", null, CancellationToken.None);

        await system.SendAsync(1);
        await system.System.KillAsync("postgresql");
        await system.System.StartAgainAsync("postgresql", null, CancellationToken.None);
        await system.QuietAsync();
        foreach (var service in new[] { "entity", "geozone", "notification" })
        {
            // What came while the store was away for longer than a handler tries.
            await system.ReplayAsync(service);
        }

        await PathInvariants.CheckAsync(system, 2);
    }
}
