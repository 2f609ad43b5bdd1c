using ZiggyCreatures.Caching.Fusion;

namespace Truceline.ServiceDefaults.Caching;

/// <summary>
/// What a store reads, kept in the cache. Nothing is cached of what is not there, nor served past its lifetime; a failure of the store is the
/// caller's. What may change is cached only where a back plane can take it out of every replica's memory: <c>IFusionCache.HasBackplane</c>.
/// </summary>
public static class ReadThrough
{
    /// <summary>Gets a value, from the store when no level has it.</summary>
    /// <typeparam name="T">A string, bytes, or with <paramref name="memoryOnly"/> anything immutable.</typeparam>
    /// <param name="cache">The cache.</param>
    /// <param name="key">Begins with the app id, e.g. <c>ingest:report:{id}</c>.</param>
    /// <param name="lifetime">How long a replica or the second level keeps it.</param>
    /// <param name="read">Reads it from the store; null when it is not there.</param>
    /// <param name="memoryOnly">Whether to leave the second level out.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<T?> ReadThroughAsync<T>(
        this IFusionCache cache, string key, TimeSpan lifetime, Func<CancellationToken, Task<T?>> read, bool memoryOnly,
        CancellationToken cancellationToken)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(cache);
        var options = cache.DefaultEntryOptions.Duplicate(lifetime)
            .SetFailSafe(false)
            .SetFactoryTimeouts(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan, false)
            // A read changes nothing that the others would have to hear of.
            .SetSkipBackplaneNotifications(true)
            .SetSkipDistributedCache(memoryOnly, true);
        return await cache.GetOrSetAsync<T?>(
            key,
            async (context, token) =>
            {
                var value = await read(token);
                if (value is null)
                {
                    context.Options.SetSkipMemoryCacheWrite(true).SetSkipDistributedCacheWrite(true, true);
                }

                // The memory's bound counts KiB.
                context.Options.SetSize(value is byte[] bytes ? 1 + (bytes.Length / 1024) : 1);
                return value;
            },
            options,
            token: cancellationToken);
    }

    /// <summary>
    /// Takes a value out of all levels and all replicas' memories; returns when the others have been told. Call it after the commit that
    /// changed the value. It does not fail: while Redis is away it is made up for later, and at worst the lifetime passes.
    /// </summary>
    /// <param name="cache">The cache.</param>
    /// <param name="key">The key it was read under.</param>
    public static async Task ForgetAsync(this IFusionCache cache, string key)
    {
        ArgumentNullException.ThrowIfNull(cache);
        var options = cache.DefaultEntryOptions.Duplicate();
        options.AllowBackgroundDistributedCacheOperations = false;
        options.AllowBackgroundBackplaneOperations = false;
        await cache.RemoveAsync(key, options);
    }
}
