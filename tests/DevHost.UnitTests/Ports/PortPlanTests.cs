using System.Net;
using System.Net.Sockets;
using Truceline.DevHost.Ports;

namespace Truceline.DevHost.UnitTests.Ports;

public class PortPlanTests
{
    private static readonly string[] Apps = ["ingest", "entity", "geozone", "notification"];

    [Fact]
    public void Block_GivenFirstPort_StaysWithinTheBlockWithoutRepeats()
    {
        var ports = PortPlan.Block(6000, Apps).All().Select(p => p.Port).ToList();

        Assert.Equal(6000, ports[0]);
        Assert.Equal(6001, ports[1]);
        Assert.Equal(ports.Count, ports.Distinct().Count());
        Assert.All(ports, port => Assert.InRange(port, 6000, 6000 + PortPlan.BlockSize - 1));
    }

    [Fact]
    public void Free_WithLocalPort_KeepsItAndTakesTheOthersFromTheAllocator()
    {
        var plan = PortPlan.Free(5080, Apps, count => [.. Enumerable.Range(40000, count)]);

        Assert.Equal(5080, plan.Gateway.Local);
        Assert.All(plan.All().Where(p => p.Port != 5080), p => Assert.InRange(p.Port, 40000, 40100));
        Assert.Equal(plan.All().Count(), plan.All().Select(p => p.Port).Distinct().Count());
    }

    [Fact]
    public void Free_WithoutLocalPort_TakesItFromTheAllocatorToo()
    {
        var plan = PortPlan.Free(0, Apps, count => [.. Enumerable.Range(40000, count)]);

        Assert.Equal(40000, plan.Gateway.Local);
    }

    [Fact]
    public void WithReplicas_ThreeOfEach_KeepsTheFirstAndTakesNoPortTwice()
    {
        var one = PortPlan.Block(40000, Apps);

        // The allocator gives ports of the block too.
        var three = one.WithReplicas(3, count => [.. Enumerable.Range(40005, count)]);

        Assert.All(Apps, app => Assert.Equal(one.Services[app][0], three.Services[app][0]));
        Assert.All(Apps, app => Assert.Equal(3, three.Services[app].Count));
        Assert.Equal(three.All().Count(), three.All().Select(p => p.Port).Distinct().Count());
    }

    [Fact]
    public void FindFree_Many_AreDifferent()
    {
        var ports = PortProbe.FindFree(40);

        Assert.Equal(40, ports.Distinct().Count());
    }

    [Fact]
    public void RequireFree_TakenPort_SaysWhichForWhomAndWhatToDo()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var taken = ((IPEndPoint)holder.LocalEndpoint).Port;

        var failure = Assert.Throws<DevHostException>(
            () => PortProbe.RequireFree(PortPlan.Free(taken, Apps, PortProbe.FindFree), block: false));

        Assert.Equal(ExitCodes.PortTaken, failure.ExitCode);
        Assert.Contains($"{taken} (the gateway's cleartext HTTP)", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--port", failure.Message, StringComparison.Ordinal);
    }
}
