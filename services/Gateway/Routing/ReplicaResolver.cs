using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Truceline.ServiceDefaults.Calls;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace Truceline.Gateway.Routing;

/// <summary>
/// Makes a destination of every replica that DNS gives for a service, and asks again every <see cref="GatewayOptions.DnsRefreshSeconds"/>.
/// YARP's own resolver fails as a whole when one name is unknown: the gateway would not start before every service is there, and
/// after one failure would not ask again. Here a name that was never known stays a destination by itself (calls to it answer 502), and a name
/// that DNS forgets keeps its last addresses.
/// </summary>
internal sealed class ReplicaResolver(ReplicaLookup lookup, IOptions<GatewayOptions> options, TimeProvider time) : IDestinationResolver
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(
        IReadOnlyDictionary<string, DestinationConfig> destinations, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(destinations.Select(d => FindAsync(d.Key, d.Value, cancellationToken)));
        var replicas = new Dictionary<string, DestinationConfig>();
        foreach (var (name, config) in found.SelectMany(r => r))
        {
            replicas[name] = config;
        }

        // Literal addresses need no second question.
        return new ResolvedDestinationCollection(replicas, destinations.Values.All(d => IsLiteral(new Uri(d.Address))) ? null : Expiry());
    }

    private static bool IsLiteral(Uri address) => address.HostNameType is not UriHostNameType.Dns;

    private async Task<IEnumerable<(string Name, DestinationConfig Config)>> FindAsync(
        string name, DestinationConfig config, CancellationToken cancellationToken)
    {
        var address = new Uri(config.Address);
        if (IsLiteral(address))
        {
            return [(name, config)];
        }

        var replicas = await lookup.FindAsync(address, Patience, time, cancellationToken);
        return replicas.Count == 0
            ? [(name, config)]
            : replicas.Select(r => ($"{name}[{r.Host}]", config with { Address = r.ToString(), Host = config.Host ?? address.Authority }));
    }

    private CancellationChangeToken Expiry() =>
        new(new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.DnsRefreshSeconds), time).Token);
}
