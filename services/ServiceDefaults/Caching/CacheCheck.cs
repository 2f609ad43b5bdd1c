using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Truceline.ServiceDefaults.Caching;

/// <summary>Degraded when Redis does not answer. The service works on, from its memory and its database.</summary>
internal sealed class CacheCheck(RedisConnection redis, TimeProvider time) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var connection = await redis.GetAsync().WaitAsync(Patience, time, cancellationToken);
            await connection.GetDatabase().PingAsync().WaitAsync(Patience, time, cancellationToken);
            return HealthCheckResult.Healthy("Redis answers");
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Degraded("Redis does not answer; each replica caches in its memory");
        }
    }
}
