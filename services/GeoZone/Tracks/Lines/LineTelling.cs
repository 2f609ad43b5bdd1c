using Truceline.GeoZone.Tracks.Course;

namespace Truceline.GeoZone.Tracks.Lines;

/// <summary>Tells crossings of lines from stored fixes as fixes come: from the last fix before them on which nothing earlier tells.</summary>
/// <param name="tracks">Holds the fixes.</param>
internal sealed class LineTelling(ITrackStore tracks)
{
    private static readonly TimeSpan FirstLookBack = TimeSpan.FromHours(1);
    private const int Farther = 8;

    /// <summary>What fixes change.</summary>
    /// <param name="fences">The fences over lines.</param>
    /// <param name="stored">The track, its box with the fixes.</param>
    /// <param name="fresh">The fixes; not stored yet.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<(TransitionNews News, V1.TrackTransition Transition)>> TakeAsync(
        IReadOnlyList<LineFence> fences, StoredTrack stored, IReadOnlyList<Fix> fresh, CancellationToken cancellationToken)
    {
        var (west, south, east, north) = stored.Box;
        var near = fences.Where(f => f.Fence.Watches(stored.ObjectId) && f.Meets(west, south, east, north)).ToList();
        if (near.Count == 0 || fresh.Count == 0)
            return [];
        var first = fresh.Min(f => f.Ticks);
        var starts = new int[near.Count];
        Fix[] course = [];
        for (var back = FirstLookBack; ; back *= Farther)
        {
            var isAll = first - back.Ticks <= DateTimeOffset.UnixEpoch.Ticks;
            var read = await tracks.FixesAsync(stored.ObjectId, isAll ? DateTimeOffset.MinValue : new(first - back.Ticks, TimeSpan.Zero), cancellationToken);
            course = Ordered(read.Concat(fresh));
            for (var i = 0; i < starts.Length; i++)
                starts[i] = Array.FindLastIndex(course, f => f.Ticks < first && LineCrossings.IsSettled(near[i], f));
            if (isAll || starts.All(s => s >= 0))
                break;
        }
        var from = starts.Min() < 0 ? DateTimeOffset.MinValue : new DateTimeOffset(course[starts.Min()].Ticks, TimeSpan.Zero);
        var holding = await tracks.HoldingAsync(TransitionTeller.Course, stored.ObjectId, from, cancellationToken);
        List<(TransitionNews, V1.TrackTransition)> changes = [];
        foreach (var (fence, start) in near.Zip(starts))
        {
            var since = start < 0 ? long.MinValue : course[start].Ticks;
            changes.AddRange(TransitionMapper.Between(
                holding.Where(t => t.FenceId == fence.Fence.Id && t.Time.ToDateTimeOffset().UtcTicks > since), LineCrossings.Tell(fence, stored.ObjectId, course[Math.Max(0, start)..])));
        }
        return changes;
    }

    /// <summary>All that a whole course tells.</summary>
    public static IEnumerable<Transition> Tell(IEnumerable<LineFence> fences, string objectId, IEnumerable<Fix> fixes)
    {
        var course = Ordered(fixes);
        return fences.SelectMany(fence => LineCrossings.Tell(fence, objectId, course));
    }

    /// <summary>By time, the most certain of an instant.</summary>
    private static Fix[] Ordered(IEnumerable<Fix> fixes) => [.. fixes.Order().DistinctBy(f => f.Ticks)];
}
