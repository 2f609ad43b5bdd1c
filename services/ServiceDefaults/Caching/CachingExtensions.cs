using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Truceline.ServiceDefaults.Health;
using ZiggyCreatures.Caching.Fusion;

namespace Truceline.ServiceDefaults.Caching;

/// <summary>
/// Caching through FusionCache: in memory, and where <c>Cache:Redis</c> is set with Redis as second level and back plane. Keys begin with the app id;
/// they and their lifetimes are documented beside the code that caches. Redis may go and come: that slows a call by at most
/// <see cref="CacheOptions.PatienceMilliseconds"/>, and fails none.
/// </summary>
internal static class CachingExtensions
{
    // An entry counts at least 1.
    private const long MemoryKiB = 100_000;

    internal static void AddServiceCaching(this WebApplicationBuilder builder, string appId)
    {
        var section = builder.Configuration.GetSection(CacheOptions.Section);
        builder.Services.AddOptions<CacheOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddMemoryCache(options => options.SizeLimit = MemoryKiB);
        var cache = builder.Services.AddFusionCache()
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
        if (!string.IsNullOrEmpty(section[nameof(CacheOptions.Redis)]))
        {
            cache.WithRedis(builder.Services, appId);
        }
    }

    private static void WithRedis(this IFusionCacheBuilder cache, IServiceCollection services, string appId)
    {
        services.AddSingleton<RedisConnection>();
        services.AddSingleton<RedisBackplane>();
        services.AddHostedService<CacheWarmUp>();
        services.AddHealthChecks().AddCheck<CacheCheck>("cache", tags: [HealthExtensions.ReadyTag]);
        services.AddSingleton<CacheCheck>();
        services.AddStackExchangeRedisCache(options => options.InstanceName = "truceline:");
        services.AddOptions<RedisCacheOptions>().Configure<RedisConnection>((options, redis) => options.ConnectionMultiplexerFactory = redis.GetAsync);
        services.AddOptions<FusionCacheOptions>().Configure<IOptions<CacheOptions>>((options, settings) =>
        {
            var patience = TimeSpan.FromMilliseconds(settings.Value.PatienceMilliseconds);
            options.BackplaneChannelPrefix = $"truceline:{appId}";
            options.DistributedCacheCircuitBreakerDuration = TimeSpan.FromSeconds(settings.Value.PauseSeconds);
            options.BackplaneCircuitBreakerDuration = TimeSpan.FromSeconds(settings.Value.PauseSeconds);
            // FusionCache keeps notes of its own in Redis, for which it has options of their own.
            foreach (var entry in new[] { options.DefaultEntryOptions, options.TagsDefaultEntryOptions })
            {
                entry.DistributedCacheSoftTimeout = patience;
                entry.DistributedCacheHardTimeout = patience;
                entry.AllowBackgroundDistributedCacheOperations = true;
                entry.AllowBackgroundBackplaneOperations = true;
            }
        });
        cache.WithSerializer(new CacheSerializer())
            .WithDistributedCache(provider => provider.GetRequiredService<IDistributedCache>())
            .WithBackplane(provider => provider.GetRequiredService<RedisBackplane>());
    }
}
