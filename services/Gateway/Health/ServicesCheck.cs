using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Truceline.ServiceDefaults.Calls;
using Yarp.ReverseProxy;

namespace Truceline.Gateway.Health;

/// <summary>
/// Asks every replica of every service for its gRPC health. A service serves when one of its replicas does. Healthy when all serve, degraded when
/// some do not (their paths answer 502 or 504, the others work) or a replica is silent, unhealthy when no service serves.
/// </summary>
internal sealed class ServicesCheck(IProxyStateLookup proxy, ServiceChannels channels, IOptions<GatewayOptions> options, TimeProvider time)
    : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<Uri, Lazy<GrpcChannel>> _channels = new();

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        CloseGone();
        var services = await Task.WhenAll(options.Value.Services.ById().Keys.Order().Select(id => AskAsync(id, cancellationToken)));
        var silent = services.Where(s => s.Serving == 0).Select(s => s.Id).ToArray();
        if (silent.Length == services.Length)
        {
            return HealthCheckResult.Unhealthy("no service serves");
        }

        string[] words =
        [
            .. silent.Length > 0 ? ["not serving: " + string.Join(", ", silent)] : Array.Empty<string>(),
            .. services.Where(s => s.Serving > 0 && s.Silent.Length > 0)
                .Select(s => $"{s.Id}: {s.Serving} of {s.Serving + s.Silent.Length} replicas serve, silent: {string.Join(", ", s.Silent)}"),
        ];
        return words.Length == 0 ? HealthCheckResult.Healthy("all services serve") : HealthCheckResult.Degraded(string.Join("; ", words));
    }

    public void Dispose()
    {
        foreach (var channel in _channels.Values)
        {
            channel.Value.Dispose();
        }
    }

    // Replicas come and go, and their addresses with them.
    private void CloseGone()
    {
        var there = proxy.GetClusters().SelectMany(c => c.Destinations.Values).Select(d => new Uri(d.Model.Config.Address)).ToHashSet();
        foreach (var gone in _channels.Keys.Where(a => !there.Contains(a)))
        {
            if (_channels.TryRemove(gone, out var channel))
            {
                channel.Value.Dispose();
            }
        }
    }

    private async Task<(string Id, int Serving, string[] Silent)> AskAsync(string id, CancellationToken cancellationToken)
    {
        var replicas = proxy.TryGetCluster(id, out var cluster)
            ? cluster.Destinations.Values.Select(d => new Uri(d.Model.Config.Address)).OrderBy(a => a.ToString(), StringComparer.Ordinal).ToArray()
            : [];
        var answers = await Task.WhenAll(replicas.Select(r => ServesAsync(r, cancellationToken)));
        return (id, answers.Count(serves => serves), [.. replicas.Zip(answers).Where(r => !r.Second).Select(r => r.First.Authority)]);
    }

    private async Task<bool> ServesAsync(Uri replica, CancellationToken cancellationToken)
    {
        try
        {
            var channel = _channels.GetOrAdd(replica, address => new(() => channels.Open([address]))).Value;
            var answer = await new Grpc.Health.V1.Health.HealthClient(channel).CheckAsync(
                new HealthCheckRequest(), deadline: (time.GetUtcNow() + Patience).UtcDateTime, cancellationToken: cancellationToken);
            return answer.Status == HealthCheckResponse.Types.ServingStatus.Serving;
        }
        catch (Exception exception) when (exception is RpcException or ObjectDisposedException)
        {
            return false;
        }
    }
}
