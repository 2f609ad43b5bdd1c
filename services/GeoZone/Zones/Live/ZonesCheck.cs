using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Truceline.GeoZone.Zones.Live;

/// <summary>Ready when the zones were read; degraded when they may be out of date or some are missing.</summary>
internal sealed class ZonesCheck(LiveZoneHolder live) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(live.Current switch
    {
        null => HealthCheckResult.Unhealthy(live.IsStale ? "the zones could not be read" : "the zones are read from the store and drawn"),
        { Zones.Undrawn: { Count: > 0 } undrawn } => HealthCheckResult.Degraded($"these zones could not be drawn: {string.Join(", ", undrawn)}"),
        var state when live.IsStale => HealthCheckResult.Degraded($"the zones could not be read again; those in force are of {state.ReadTime:O}"),
        var state => HealthCheckResult.Healthy($"{state.Zones.Labels.Count} zones are in force"),
    });
}
