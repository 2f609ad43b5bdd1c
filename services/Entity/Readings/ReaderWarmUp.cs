using Microsoft.Extensions.Diagnostics.HealthChecks;
using Truceline.Entity.Reading;

namespace Truceline.Entity.Readings;

/// <summary>Loads the gazetteer and the rules before the first report comes, so that no report waits for them.</summary>
internal sealed class ReaderWarmUp(IServiceProvider services, ReaderCheck check, TimeProvider time) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(
        () =>
        {
            _ = services.GetRequiredService<StoryReader>().Read("PLACE, Jan 1 (Agency) - Nothing happened on Monday.", new ReadingContext(null, time.GetUtcNow()));
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
