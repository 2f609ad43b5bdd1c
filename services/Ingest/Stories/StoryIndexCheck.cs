using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Truceline.Ingest.Stories;

/// <summary>Degraded while the index is read from the store: reports are taken in as soon as it is, and wait until then.</summary>
internal sealed class StoryIndexCheck(StoryIndex index) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        index.Loaded.IsCompletedSuccessfully
            ? HealthCheckResult.Healthy($"{index.Near.Count} reports are compared with")
            : HealthCheckResult.Degraded($"the index is read from the store, {index.Near.Count} reports so far; reports that come in wait for it"));
}
