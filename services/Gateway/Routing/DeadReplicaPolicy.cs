using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace Truceline.Gateway.Routing;

/// <summary>Leaves a replica out for <see cref="GatewayOptions.DeadReplicaSeconds"/> as soon as one connection to it fails.</summary>
internal sealed class DeadReplicaPolicy(IDestinationHealthUpdater health, IOptions<GatewayOptions> options) : IPassiveHealthCheckPolicy
{
    internal const string PolicyName = "DeadReplica";

    public string Name => PolicyName;

    public void RequestProxied(HttpContext context, ClusterState cluster, DestinationState destination)
    {
        if (context.Features.Get<IForwarderErrorFeature>() is { } error && ConnectFailure.IsOne(error))
        {
            health.SetPassive(cluster, destination, DestinationHealth.Unhealthy, TimeSpan.FromSeconds(options.Value.DeadReplicaSeconds));
        }
    }
}
