namespace Truceline.DevHost.Ports;

/// <summary>Ports of the gateway.</summary>
/// <param name="Local">Cleartext HTTP/1.1, loopback only: curl, the browser.</param>
/// <param name="Public">TLS: REST, gRPC, gRPC-Web and streams.</param>
/// <param name="Health">Probes and metrics.</param>
internal sealed record GatewayPorts(int Local, int Public, int Health);

/// <summary>Ports of one service and of the sidecar beside it.</summary>
/// <param name="Grpc">gRPC and transcoded REST, h2c.</param>
/// <param name="Http">Probes and metrics.</param>
/// <param name="DaprGrpc">The Dapr API that the service calls.</param>
/// <param name="DaprHttp">HTTP API of a real <c>daprd</c>; not used by the stand-in.</param>
internal sealed record ServicePorts(int Grpc, int Http, int DaprGrpc, int DaprHttp);

/// <summary>Every port that is used on this machine.</summary>
/// <param name="Gateway">The gateway's.</param>
/// <param name="Services">Those of the services, by app id: one for each replica, at least one.</param>
/// <param name="SidecarAdmin">Probes of the stand-in sidecar.</param>
/// <param name="Receiver">DevHost's own: traces and webhooks come in here.</param>
/// <param name="PostgreSql">A PostgreSQL of DevHost's own.</param>
/// <param name="Redis">A Redis of DevHost's own.</param>
internal sealed record PortPlan(
    GatewayPorts Gateway, IReadOnlyDictionary<string, IReadOnlyList<ServicePorts>> Services, int SidecarAdmin, int Receiver, int PostgreSql, int Redis)
{
    /// <summary>First port when nothing else is asked for.</summary>
    internal const int DefaultFirst = 5080;

    /// <summary>How many ports a block has.</summary>
    internal const int BlockSize = 30;

    private const int FirstOfServices = 10;
    private const int PerService = 4;
    private const int Single = 7;

    /// <summary>
    /// A fixed block: <paramref name="first"/> is the gateway's cleartext port, the next its TLS port, then its probes, the sidecar's probes,
    /// DevHost's receiver, PostgreSQL and Redis; from <paramref name="first"/> + 10 on, four ports a service.
    /// </summary>
    internal static PortPlan Block(int first, IReadOnlyList<string> appIds) => new(
        new GatewayPorts(first, first + 1, first + 2),
        appIds.Index().ToDictionary(
            a => a.Item, IReadOnlyList<ServicePorts> (a) => [ServiceBlock(first + FirstOfServices + (PerService * a.Index))]),
        first + 3,
        first + 4,
        first + 5,
        first + 6);

    /// <summary>Ports that are free just now, but for the gateway's cleartext port when it is given.</summary>
    /// <param name="local">The gateway's cleartext port; 0 for any that is free.</param>
    /// <param name="appIds">The services.</param>
    /// <param name="allocate">Gives so many different free ports.</param>
    internal static PortPlan Free(int local, IReadOnlyList<string> appIds, Func<int, IReadOnlyList<int>> allocate)
    {
        var ports = new Queue<int>(allocate(Single + (PerService * appIds.Count)));
        var any = ports.Dequeue();
        return new PortPlan(
            new GatewayPorts(local == 0 ? any : local, ports.Dequeue(), ports.Dequeue()),
            appIds.ToDictionary(a => a, IReadOnlyList<ServicePorts> (_) => [NextService(ports)]),
            ports.Dequeue(),
            ports.Dequeue(),
            ports.Dequeue(),
            ports.Dequeue());
    }

    /// <summary>The same with so many replicas of each service: the first keeps its ports, the further ones get free ones.</summary>
    /// <param name="count">Replicas of each service, at least 1.</param>
    /// <param name="allocate">Gives so many different free ports.</param>
    internal PortPlan WithReplicas(int count, Func<int, IReadOnlyList<int>> allocate)
    {
        // A port that is free now may be one of this plan.
        var mine = All().Select(p => p.Port).ToHashSet();
        var needed = PerService * (count - 1) * Services.Count;
        var ports = new Queue<int>(allocate(needed + mine.Count).Where(port => !mine.Contains(port)));
        return this with
        {
            Services = Services.ToDictionary(
                s => s.Key,
                IReadOnlyList<ServicePorts> (s) => [s.Value[0], .. Enumerable.Range(1, count - 1).Select(_ => NextService(ports))]),
        };
    }

    /// <summary>Every port with what needs it.</summary>
    internal IEnumerable<(int Port, string Use)> All()
    {
        yield return (Gateway.Local, "the gateway's cleartext HTTP");
        yield return (Gateway.Public, "the gateway's TLS port");
        yield return (Gateway.Health, "the gateway's probes");
        yield return (SidecarAdmin, "the sidecar's probes");
        yield return (Receiver, "DevHost's receiver of traces and webhooks");
        yield return (PostgreSql, "PostgreSQL");
        yield return (Redis, "Redis");
        foreach (var (appId, replicas) in Services)
        {
            foreach (var ports in replicas)
            {
                yield return (ports.Grpc, $"gRPC of {appId}");
                yield return (ports.Http, $"the probes of {appId}");
                yield return (ports.DaprGrpc, $"the Dapr API of {appId}");
                yield return (ports.DaprHttp, $"the Dapr HTTP API of {appId}");
            }
        }
    }

    private static ServicePorts ServiceBlock(int first) => new(first, first + 1, first + 2, first + 3);

    private static ServicePorts NextService(Queue<int> ports) => new(ports.Dequeue(), ports.Dequeue(), ports.Dequeue(), ports.Dequeue());
}
