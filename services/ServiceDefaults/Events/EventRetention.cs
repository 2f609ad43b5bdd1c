using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Truceline.ServiceDefaults.Leases;
using Truceline.ServiceDefaults.Storage;

namespace Truceline.ServiceDefaults.Events;

/// <summary>
/// Clears, once an hour and on one replica (lease <c>event-retention</c>), dispatched events, remembered event ids and failures that are past
/// their retention. Dead letters stay.
/// </summary>
internal sealed class EventRetention(IServiceScopeFactory scopes, LeaseHolder leases, IOptions<StorageOptions> options, TimeProvider time)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        leases.EveryAsync("event-retention", Interval, ClearAsync, stoppingToken);

    internal async Task ClearAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDbContext>();
        var now = time.GetUtcNow();
        var outboxLimit = now - TimeSpan.FromHours(options.Value.OutboxRetentionHours);
        var inboxLimit = now - TimeSpan.FromHours(options.Value.InboxRetentionHours);
        await db.Outbox.Where(m => m.DispatchedTime != null && m.DispatchedTime < outboxLimit).ExecuteDeleteAsync(cancellationToken);
        await db.Inbox.Where(m => m.ProcessedTime < inboxLimit).ExecuteDeleteAsync(cancellationToken);
        await db.EventFailures.Where(f => f.LastTime < inboxLimit).ExecuteDeleteAsync(cancellationToken);
    }
}
