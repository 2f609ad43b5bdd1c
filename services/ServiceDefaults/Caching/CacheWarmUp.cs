using Microsoft.Extensions.Hosting;
using ZiggyCreatures.Caching.Fusion;

namespace Truceline.ServiceDefaults.Caching;

/// <summary>Makes the cache, and with it the connection to Redis and the place on the back plane, when the process starts and not with its first call.</summary>
internal sealed class CacheWarmUp(IFusionCache cache) : IHostedService
{
    // Made with this object; FusionCache listens on the back plane from its constructor on.
    public Task StartAsync(CancellationToken cancellationToken) => Task.FromResult(cache.HasBackplane);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
