using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.ServiceDefaults.Events;

/// <summary>Clears, once an hour, dispatched events and remembered event ids that are past their retention. Dead letters stay.</summary>
internal sealed partial class EventRetention(
    IServiceScopeFactory scopes, IOptions<StorageOptions> options, TimeProvider time, ILogger<EventRetention> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await ClearAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    internal async Task ClearAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        var now = time.GetUtcNow();
        var outboxLimit = now - TimeSpan.FromHours(options.Value.OutboxRetentionHours);
        var inboxLimit = now - TimeSpan.FromHours(options.Value.InboxRetentionHours);
        await db.Outbox.Where(m => m.DispatchedTime != null && m.DispatchedTime < outboxLimit).ExecuteDeleteAsync(cancellationToken);
        await db.Inbox.Where(m => m.ProcessedTime < inboxLimit).ExecuteDeleteAsync(cancellationToken);
    }

    [LoggerMessage(EventId = 1, EventName = "event_retention_failed", Level = LogLevel.Warning, Message = "Old events could not be cleared")]
    private partial void LogFailed(Exception exception);
}
