using Microsoft.Extensions.Diagnostics.HealthChecks;
using Truceline.Entity.Reading;

namespace Truceline.Entity.Readings;

/// <summary>Says that the reader is loaded when it is; one that cannot be loaded ends the service.</summary>
internal sealed class ReaderWarmUp(IServiceProvider services, ReaderCheck check) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            _ = services.GetRequiredService<StoryReader>();
            check.IsReady = true;
        },
        stoppingToken);
}

/// <summary>Ready when the reader is loaded.</summary>
internal sealed class ReaderCheck : IHealthCheck
{
    private volatile bool _isReady;

    internal bool IsReady
    {
        get => _isReady;
        set => _isReady = value;
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(IsReady ? HealthCheckResult.Healthy("the reader is loaded") : HealthCheckResult.Unhealthy("the reader is loading"));
}
