using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Client.Balancer;
using Grpc.Net.Client.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Truceline.ServiceDefaults.Calls;

/// <summary>
/// Channels to services, one for each list of addresses, kept until the process ends. Calls go to all replicas in turn; one that cannot be
/// reached is left out until it can. A call that ends UNAVAILABLE is made again, at most <see cref="ServiceCallOptions.Attempts"/> times in all:
/// what is called through them must bear being asked twice. Thread-safe.
/// </summary>
public sealed class ServiceChannels : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<GrpcChannel>> _channels = new();
    private readonly ServiceCallOptions _options;
    private readonly ILoggerFactory _loggers;
    private readonly ServiceProvider _resolvers;

    /// <param name="lookup">Finds the replicas.</param>
    /// <param name="options">Bounds.</param>
    /// <param name="time">The clock.</param>
    /// <param name="loggers">For the channels' own logs.</param>
    public ServiceChannels(ReplicaLookup lookup, IOptions<ServiceCallOptions> options, TimeProvider time, ILoggerFactory loggers)
    {
        _options = options.Value;
        _loggers = loggers;
        _resolvers = new ServiceCollection()
            .AddSingleton<ResolverFactory>(new ReplicaResolverFactory(lookup, TimeSpan.FromSeconds(_options.DnsRefreshSeconds), time))
            .BuildServiceProvider();
    }

    /// <summary>The channel to all replicas behind <paramref name="addresses"/>; shared, not the caller's to close.</summary>
    /// <param name="addresses">At least one; all http or all https.</param>
    public GrpcChannel To(IReadOnlyList<Uri> addresses) =>
        _channels.GetOrAdd(string.Join(',', addresses.Select(a => a.ToString())), _ => new(() => Open(addresses))).Value;

    /// <summary>Closes all channels.</summary>
    public void Dispose()
    {
        foreach (var channel in _channels.Values.Where(c => c.IsValueCreated))
        {
            channel.Value.Dispose();
        }

        _resolvers.Dispose();
    }

    /// <summary>Opens a channel that the caller closes.</summary>
    /// <param name="addresses">At least one; all http or all https.</param>
    public GrpcChannel Open(IReadOnlyList<Uri> addresses) => GrpcChannel.ForAddress(
        $"{ReplicaResolverFactory.Scheme}:///{Uri.EscapeDataString(string.Join(',', addresses.Select(a => a.ToString())))}",
        new GrpcChannelOptions
        {
            Credentials = addresses[0].Scheme == Uri.UriSchemeHttps ? ChannelCredentials.SecureSsl : ChannelCredentials.Insecure,
            ServiceProvider = _resolvers,
            LoggerFactory = _loggers,
            MaxReconnectBackoff = TimeSpan.FromSeconds(5),
            InitialReconnectBackoff = TimeSpan.FromMilliseconds(200),
            DisposeHttpClient = true,
            HttpHandler = new SocketsHttpHandler
            {
                EnableMultipleHttp2Connections = true,
                ConnectTimeout = TimeSpan.FromSeconds(_options.ConnectTimeoutSeconds),
                KeepAlivePingDelay = TimeSpan.FromSeconds(20),
                KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
                PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            },
            ServiceConfig = new ServiceConfig
            {
                LoadBalancingConfigs = { new RoundRobinConfig() },
                MethodConfigs =
                {
                    new MethodConfig
                    {
                        Names = { MethodName.Default },
                        RetryPolicy = new RetryPolicy
                        {
                            MaxAttempts = _options.Attempts,
                            InitialBackoff = TimeSpan.FromMilliseconds(50),
                            MaxBackoff = TimeSpan.FromSeconds(1),
                            BackoffMultiplier = 3,
                            RetryableStatusCodes = { StatusCode.Unavailable },
                        },
                    },
                },
            },
        });
}
