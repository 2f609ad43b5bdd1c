using Truceline.DevHost;
using Truceline.DevHost.Commands;
using Truceline.DevHost.Ports;
using Truceline.DevHost.Processes;
using Truceline.DevHost.Stories;

namespace Truceline.SystemTests;

/// <summary>All services, the gateway and the sidecar as processes, with the sample agreement loaded and the sample story handed in.</summary>
public sealed class RunningSystem : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    internal LocalSystem System { get; private set; } = null!;

    internal GatewayClient Gateway { get; private set; } = null!;

    internal StoryOutcome Outcome { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        using var limit = new CancellationTokenSource(StartLimit, TimeProvider.System);
        var ports = PortPlan.Free(0, SystemPlan.AppIds, PortProbe.FindFree);
        System = await LocalSystem.StartAsync(new LocalSystemOptions(ports, false, null) { DaprRedis = "127.0.0.1:1" }, _ => { }, TimeProvider.System, limit.Token);
        Gateway = new GatewayClient(System);
        Outcome = await new StoryRun(System, Gateway, _ => { }, TimeProvider.System, limit.Token).RunAsync(
            await File.ReadAllTextAsync(StoryCommand.SampleAgreement, limit.Token),
            await StoryReader.ReadAsync(StoryCommand.SampleStory, "", limit.Token));
    }

    public async Task DisposeAsync()
    {
        Gateway.Dispose();
        await System.DisposeAsync();
    }
}

/// <summary>Tests that look at one running system.</summary>
[CollectionDefinition(Name)]
public sealed class RunningSystemCollection : ICollectionFixture<RunningSystem>
{
    public const string Name = "running system";
}
