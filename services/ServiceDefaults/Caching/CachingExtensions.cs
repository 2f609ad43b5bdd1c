using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ZiggyCreatures.Caching.Fusion;

namespace Truceline.ServiceDefaults.Caching;

/// <summary>Caching through FusionCache, in memory. Keys and lifetimes are documented beside the code that caches.</summary>
internal static class CachingExtensions
{
    internal static void AddServiceCaching(this WebApplicationBuilder builder)
    {
        builder.Services.AddMemoryCache(options => options.SizeLimit = 100_000);
        builder.Services.AddFusionCache()
            .WithRegisteredMemoryCache()
            .WithDefaultEntryOptions(options =>
            {
                options.Duration = TimeSpan.FromMinutes(1);
                options.Size = 1;
                // A source that is down does not empty the cache: what was known is served.
                options.IsFailSafeEnabled = true;
                options.FailSafeMaxDuration = TimeSpan.FromHours(1);
                options.FactorySoftTimeout = TimeSpan.FromSeconds(2);
            });
    }
}
