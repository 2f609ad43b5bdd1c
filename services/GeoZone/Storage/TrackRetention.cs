using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Truceline.GeoZone.Tracks;
using Truceline.ServiceDefaults.Leases;

namespace Truceline.GeoZone.Storage;

/// <summary>
/// Clears, once an hour and on one replica (lease <c>track-retention</c>), fixes, transitions and their changes past <see cref="TrackOptions.RetentionDays"/>, and tracks of which nothing was heard since.
/// </summary>
internal sealed class TrackRetention(IServiceScopeFactory scopes, LeaseHolder leases, IOptions<TrackOptions> options, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => leases.EveryAsync("track-retention", Interval, ClearAsync, stoppingToken);

    internal async Task ClearAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GeoZoneDbContext>();
        var limit = time.GetUtcNow() - TimeSpan.FromDays(options.Value.RetentionDays);
        await db.TrackFixes.Where(f => f.Time < limit).ExecuteDeleteAsync(cancellationToken);
        await db.Transitions.Where(t => t.Time < limit).ExecuteDeleteAsync(cancellationToken);
        await db.TransitionChanges.Where(c => c.RecordedTime < limit).ExecuteDeleteAsync(cancellationToken);
        await db.Tracks.Where(t => t.LastTime < limit).ExecuteDeleteAsync(cancellationToken);
    }
}
