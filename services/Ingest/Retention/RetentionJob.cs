using Microsoft.Extensions.Options;
using Truceline.Ingest.Telemetry;
using Truceline.ServiceDefaults.Leases;

namespace Truceline.Ingest.Retention;

/// <summary>Applies <see cref="RetentionOptions"/> once an hour, on one replica (lease <c>ingest-retention</c>), batch by batch.</summary>
internal sealed partial class RetentionJob(
    IServiceScopeFactory scopes, LeaseHolder leases, IOptions<RetentionOptions> options, TimeProvider time, ILogger<RetentionJob> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        leases.EveryAsync("ingest-retention", Interval, ApplyAsync, stoppingToken);

    internal async Task ApplyAsync(CancellationToken cancellationToken)
    {
        var days = options.Value;
        await ApplyAsync("reports", days.ReportsDays, (store, before) => store.EraseReportsAsync(before, cancellationToken), cancellationToken);
        await ApplyAsync("documents", days.DocumentsDays, (store, before) => store.EraseDocumentsAsync(before, cancellationToken), cancellationToken);
        await ApplyAsync("positions", days.PositionsDays, (store, before) => store.DeletePositionsAsync(before, cancellationToken), cancellationToken);
        await ApplyAsync("rejections", days.RejectionsDays, (store, before) => store.DeleteRejectionsAsync(before, cancellationToken), cancellationToken);
    }

    private async Task ApplyAsync(string kind, int days, Func<IRetentionStore, DateTimeOffset, Task<int>> remove, CancellationToken cancellationToken)
    {
        if (days == 0)
        {
            return;
        }

        var before = time.GetUtcNow().AddDays(-days);
        var total = 0;
        int removed;
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            removed = await remove(scope.ServiceProvider.GetRequiredService<IRetentionStore>(), before);
            total += removed;
            RetentionTelemetry.Removed.Add(removed, new KeyValuePair<string, object?>(RetentionTelemetry.Kind, kind));
        }
        while (removed > 0);

        if (total > 0)
        {
            LogRemoved(total, kind, days);
        }
    }

    [LoggerMessage(EventId = 1, EventName = "retention_applied", Level = LogLevel.Information, Message = "{Count} {Kind} older than {Days} days were removed")]
    private partial void LogRemoved(int count, string kind, int days);
}
