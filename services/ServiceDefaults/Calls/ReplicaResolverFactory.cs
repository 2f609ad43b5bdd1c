using System.Net;
using Grpc.Net.Client.Balancer;
using Microsoft.Extensions.Logging;

namespace Truceline.ServiceDefaults.Calls;

/// <summary>
/// Resolves <c>replicas:///{addresses, escaped}</c> for the channel's balancer: several addresses at once, each asked of DNS again after a
/// while. The library's DNS resolver takes one name, and asks again at most every 15 s.
/// </summary>
internal sealed class ReplicaResolverFactory(ReplicaLookup lookup, TimeSpan refresh, TimeProvider time) : ResolverFactory
{
    internal const string Scheme = "replicas";

    public override string Name => Scheme;

    public override Resolver Create(ResolverOptions options) => new ReplicaResolver(
        ServiceAddresses.Parse(Scheme, Uri.UnescapeDataString(options.Address.AbsolutePath.TrimStart('/'))), lookup, refresh, time, options.LoggerFactory);

    private sealed class ReplicaResolver(
        IReadOnlyList<Uri> addresses, ReplicaLookup lookup, TimeSpan refresh, TimeProvider time, ILoggerFactory loggers) : PollingResolver(loggers)
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
        private ITimer? _timer;

        protected override void OnStarted()
        {
            base.OnStarted();
            if (addresses.Any(a => a.HostNameType is UriHostNameType.Dns))
            {
                _timer = time.CreateTimer(_ => RefreshIfOpen(), null, refresh, refresh);
            }
        }

        private void RefreshIfOpen()
        {
            try
            {
                Refresh();
            }
            catch (ObjectDisposedException)
            {
                // Disposing of the timer does not wait for a tick that is under way.
            }
        }

        protected override async Task ResolveAsync(CancellationToken cancellationToken)
        {
            var found = await Task.WhenAll(addresses.Select(a => lookup.FindAsync(a, Patience, time, cancellationToken)));
            var replicas = found.SelectMany(f => f).Select(r => new DnsEndPoint(r.IdnHost.Trim('[', ']'), r.Port)).Distinct().ToArray();
            Listener(replicas.Length > 0
                ? ResolverResult.ForResult([.. replicas.Select(r => new BalancerAddress(r))])
                : ResolverResult.ForFailure(new Grpc.Core.Status(
                    Grpc.Core.StatusCode.Unavailable, $"no address is known for {string.Join(',', addresses.Select(a => a.Host))}")));
        }

        protected override void Dispose(bool disposing)
        {
            _timer?.Dispose();
            base.Dispose(disposing);
        }
    }
}
