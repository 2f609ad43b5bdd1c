using Microsoft.Extensions.Options;
using Truceline.GeoZone.Tracks.Absences;
using Truceline.GeoZone.Tracks.Convoys;
using Truceline.GeoZone.Tracks.Course;
using Truceline.GeoZone.Tracks.Fences;
using Truceline.ServiceDefaults.Leases;

namespace Truceline.GeoZone.Tracks;

/// <summary>
/// Looks, on one replica (lease <c>tracks</c>) and every <see cref="TrackOptions.ReviewSeconds"/>, at what no fix brings: zones and fences that changed around tracks, fences that begin and end, convoys, absences.
/// </summary>
internal sealed class TrackReview(IServiceScopeFactory scopes, LeaseHolder leases, IOptions<TrackOptions> options, TimeProvider time) : BackgroundService
{
    private const int PageSize = 500;

    private FencesInForce? _reviewed;
    private DateTimeOffset _reviewedTime = DateTimeOffset.MinValue;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        leases.EveryAsync("tracks", TimeSpan.FromSeconds(options.Value.ReviewSeconds), ReviewAsync, stoppingToken);

    internal async Task ReviewAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var inForce = await InScopeAsync(reviews => reviews.FencesAsync(cancellationToken));
        if (!ReferenceEquals(inForce, _reviewed))
        {
            for (var after = ""; after is not null;)
            {
                var page = await InScopeAsync(reviews => reviews.PageAsync(after, PageSize, cancellationToken));
                foreach (var track in page.Where(t => !TrackIntake.IsCurrent(t, inForce)))
                    await InScopeAsync(reviews => reviews.CourseAsync(track.ObjectId, now, cancellationToken));
                after = page.Count == PageSize ? page[^1].ObjectId : null;
            }
        }
        // Whoever was heard of late enough may find a fence open or close around him.
        var since = _reviewed is null ? now - TimeSpan.FromTicks(inForce.Areas.MaxGapTicks) : _reviewedTime;
        if (inForce.Areas.NextChange(since.UtcTicks) <= now.UtcTicks)
        {
            var from = since - TimeSpan.FromTicks(Math.Min(inForce.Areas.MaxGapTicks, TimeSpan.TicksPerDay * 366));
            foreach (var objectId in await InScopeAsync(reviews => reviews.RecentAsync(from, cancellationToken)))
                await InScopeAsync(reviews => reviews.CourseAsync(objectId, now, cancellationToken));
        }
        await InScopeAsync(reviews => reviews.SitesAsync(now, cancellationToken));
        await InScopeAsync(reviews => reviews.ConvoysAsync(now, cancellationToken));
        (_reviewed, _reviewedTime) = (inForce, now);
    }

    private async Task<T> InScopeAsync<T>(Func<TrackReviews, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TrackReviews>());
    }
}

/// <summary>The pieces of a review, each a unit of work.</summary>
internal sealed class TrackReviews(ITrackStore tracks, IFenceStore fences, FenceBook book, TrackIntake intake, IOptions<TrackOptions> options)
{
    // Convoys are looked for in the last hours; what was told of earlier ones stays.
    private const int ConvoyHours = 6;
    private const int MostFixes = 1_000_000;

    public Task<FencesInForce> FencesAsync(CancellationToken cancellationToken) => book.ReadAsync(fences, cancellationToken);

    public Task<List<StoredTrack>> PageAsync(string after, int count, CancellationToken cancellationToken) => tracks.PageAsync(after, count, cancellationToken);

    public Task<List<string>> RecentAsync(DateTimeOffset from, CancellationToken cancellationToken) => tracks.RecentAsync(from, cancellationToken);

    /// <summary>Brings one track up to date.</summary>
    public async Task<bool> CourseAsync(string objectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await intake.ReviewAsync(objectId, now, cancellationToken);
        await tracks.SaveAsync(cancellationToken);
        return true;
    }

    /// <summary>Tells who is not where he should be.</summary>
    public async Task<bool> SitesAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var inForce = await book.ReadAsync(fences, cancellationToken);
        await tracks.RecordAsync(TransitionTeller.Sites, await ForeseeSitesAsync(inForce.Sites, null, now, cancellationToken), cancellationToken);
        await tracks.SaveAsync(cancellationToken);
        return true;
    }

    /// <summary>What looking at sites would come to. Changes nothing.</summary>
    /// <param name="sites">The sites.</param>
    /// <param name="of">Which of them; null for all, also those that are no more.</param>
    /// <param name="now">Up to when.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<(TransitionNews News, V1.TrackTransition Transition)>> ForeseeSitesAsync(
        FenceSet sites, Func<Fence, bool>? of, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var holding = await tracks.HoldingAsync(TransitionTeller.Sites, null, DateTimeOffset.MinValue, cancellationToken);
        var some = sites.Fences.Where(site => of?.Invoke(site) ?? true).ToList();
        if (of is not null)
            holding.RemoveAll(t => some.TrueForAll(site => site.Id != t.FenceId));
        List<Transition> told = [];
        foreach (var site in some)
        {
            var from = Math.Max(site.Schedule.FromTicks, (now - TimeSpan.FromDays(options.Value.RetentionDays)).UtcTicks);
            foreach (var objectId in site.ObjectIds ?? Enumerable.Empty<string>())
            {
                // A little before its beginning tells where the object was then.
                var fixes = await tracks.FixesAsync(objectId, new DateTimeOffset(from, TimeSpan.Zero) - site.Settings.MaxGap, cancellationToken);
                told.AddRange(AbsenceEvaluator.Tell(site, sites, objectId, fixes, from, now.UtcTicks));
            }
        }
        return TransitionMapper.Between(holding, told);
    }

    /// <summary>Tells of convoys.</summary>
    public async Task<bool> ConvoysAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (options.Value.ConvoyMembers == 0)
            return true;
        var start = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerHour, TimeSpan.Zero).AddHours(-ConvoyHours);
        // A convoy that was on its way at the start was told with an earlier one.
        var from = start.AddHours(1);
        // The minute that runs, and the one before it, may not be whole yet.
        var to = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerMinute, TimeSpan.Zero).AddMinutes(-1);
        var fixes = await tracks.FixesAsync(start, to, MostFixes, cancellationToken);
        var told = ConvoyDetector.Detect(options.Value.ConvoySettings, fixes).Where(t => t.Ticks >= from.UtcTicks);
        var holding = await tracks.HoldingAsync(TransitionTeller.Convoys, null, from, cancellationToken);
        await tracks.RecordAsync(TransitionTeller.Convoys, TransitionMapper.Between(holding, told), cancellationToken);
        await tracks.SaveAsync(cancellationToken);
        return true;
    }
}
