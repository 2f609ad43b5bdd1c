using Truceline.GeoZone.Tracks;
using Truceline.GeoZone.Tracks.Course;
using Truceline.GeoZone.Tracks.Fences;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Index;
using Truceline.GeoZone.Zones.Live;
using Truceline.GeoZone.Zones.Versions;
using TransitionChange = Truceline.GeoZone.V1.TransitionChange;
using TransitionNews = Truceline.GeoZone.Tracks.Course.TransitionNews;

namespace Truceline.GeoZone.Previews;

/// <summary>What tracks would tell if zones were others: the telling that a change has the review do, without storing it.</summary>
internal sealed partial class TrackForesight(
    ITrackStore tracks, IFenceStore fences, FenceBook book, TrackIntake intake, TrackReviews reviews, TimeProvider time, ILogger<TrackForesight> logger)
{
    private const int MostObjects = 1_000, PageSize = 500;

    /// <param name="zones">The zones that would change; the eras in which they would be.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The transitions by object, and how many objects were left out.</returns>
    /// <exception cref="Grpc.Core.RpcException">The zones were not read yet.</exception>
    public async Task<(IReadOnlyList<TransitionChange> Changes, int LeftOut)> TellAsync(IReadOnlyList<ForeseenZone> zones, CancellationToken cancellationToken)
    {
        var inForce = await book.ReadAsync(fences, cancellationToken);
        if (zones.Count == 0)
            return ([], 0);
        var now = time.GetUtcNow();
        var changed = zones.ToDictionary(Name, IReadOnlyList<IndexedZone> (z) => [.. Draw(z)], StringComparer.Ordinal);
        var after = FenceBook.Foresee(inForce, changed);
        List<(TransitionNews News, TrackTransition Transition)> told = [];
        var (followed, leftOut) = (0, 0);
        for (var from = ""; from is not null;)
        {
            var page = await tracks.PageAsync(from, PageSize, cancellationToken);
            foreach (var track in page.Where(t => !TrackIntake.IsCurrent(t, after)))
            {
                if (followed++ < MostObjects)
                    told.AddRange(await intake.ForeseeAsync(track.ObjectId, after, now, cancellationToken));
                else
                    leftOut++;
            }
            from = page.Count == PageSize ? page[^1].ObjectId : null;
        }
        // What a review would tell of others anyway is not the change's doing.
        told.RemoveAll(t => !changed.ContainsKey(t.Transition.Area));
        told.AddRange(await reviews.ForeseeSitesAsync(after.Sites, site => changed.Keys.Any(area => FenceSet.Watches(site, area)), now, cancellationToken));
        return ([.. told.Select(t => new TransitionChange { News = (V1.TransitionNews)t.News, Transition = t.Transition })], leftOut);
    }

    private static string Name(ForeseenZone zone) => FenceBook.NameOf(zone.AgreementId, zone.AgreementId.Length > 0 ? KeptKey.Local(zone.Id) : zone.Id);

    private IEnumerable<IndexedZone> Draw(ForeseenZone zone)
    {
        foreach (var era in zone.After.Where(e => e.Body.DrawnFrom is not null))
        {
            IndexedZone drawn;
            try
            {
                drawn = ZoneDrawing.Draw(Name(zone), era.Body.DrawnFrom!, era.Days);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // Nor would it be told of then.
                LogNotDrawn(zone.Id, exception);
                continue;
            }
            yield return drawn;
        }
    }

    [LoggerMessage(EventId = 1, EventName = "preview_not_drawn", Level = LogLevel.Warning, Message = "Zone {Zone} could not be drawn as it would be; no transition tells of it")]
    private partial void LogNotDrawn(string zone, Exception exception);
}
