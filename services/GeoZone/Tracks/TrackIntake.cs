using System.Globalization;
using Microsoft.Extensions.Options;
using Truceline.GeoZone.Tracks.Course;
using Truceline.GeoZone.Tracks.Fences;
using Truceline.GeoZone.Tracks.Lines;
using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Errors;
using TransitionChange = Truceline.GeoZone.Tracks.Course.TransitionChange;

namespace Truceline.GeoZone.Tracks;

/// <summary>
/// Takes positions into the stored tracks of their objects. What comes within the bound of lateness is put in its place from the state; what is later still, or meets fences other than those by which its track was
/// told, has the whole course told again from the stored fixes. So what holds in the end depends on neither order nor time of arrival.
/// </summary>
internal sealed class TrackIntake(ITrackStore tracks, IFenceStore fences, FenceBook book, IOptions<TrackOptions> options)
{
    private readonly TrackLimits _limits = options.Value.Limits;
    private readonly LineTelling _lines = new(tracks);

    /// <summary>Takes positions.</summary>
    /// <exception cref="InvalidRequestException">A position has no instant.</exception>
    public async Task TakeAsync(IReadOnlyList<ObservedPosition> positions, CancellationToken cancellationToken)
    {
        var inForce = await book.ReadAsync(fences, cancellationToken);
        string[] objectIds = [.. positions.Select(p => p.Position.ObjectId).Distinct(StringComparer.Ordinal)];
        var stored = await tracks.FindAsync(objectIds, cancellationToken);
        if (stored.Count < objectIds.Length)
        {
            // First fixes often come in several events at once: one begins the track, the others find it.
            await tracks.TurnAsync(cancellationToken);
            stored = await tracks.FindAsync(objectIds, cancellationToken);
        }
        var known = await tracks.KnownAsync([.. positions.Select(p => p.Id)], cancellationToken);
        var fresh = positions.Where(p => known.Add(p.Id)).GroupBy(p => p.Position.ObjectId, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var walker = new TrackWalker(inForce.Areas);
        List<(TransitionNews, V1.TrackTransition)> changes = [];
        foreach (var positionsOfOne in fresh)
        {
            StoredFix[] fixes = [.. positionsOfOne.Select(ToFix)];
            var isNew = !stored.TryGetValue(positionsOfOne.Key, out var track);
            track ??= new(positionsOfOne.Key);
            Name(track, positionsOfOne);
            await TakeAsync(track, isNew, [.. fixes.Select(f => f.Fix)], walker, inForce, changes, cancellationToken);
            tracks.Add(fixes);
        }
        await tracks.RecordAsync(TransitionTeller.Course, changes, cancellationToken);
    }

    /// <summary>Brings a stored track up to date with the fences in force, without a fix.</summary>
    /// <param name="objectId">The object.</param>
    /// <param name="now">Up to when fences that begin and end are followed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task ReviewAsync(string objectId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var inForce = await book.ReadAsync(fences, cancellationToken);
        if (!(await tracks.FindAsync([objectId], cancellationToken)).TryGetValue(objectId, out var stored))
            return;
        var walker = new TrackWalker(inForce.Areas);
        List<(TransitionNews, V1.TrackTransition)> changes = [];
        var track = IsCurrent(stored, inForce) ? TrackState.Read(objectId, stored.State, walker, _limits) : null;
        List<TransitionChange> told = [];
        if (track is null)
            track = await TellAgainAsync(stored, [], walker, inForce.Lines, now.UtcTicks, changes, cancellationToken);
        else
            track.Advance(walker, now.UtcTicks, _limits, told);
        Keep(stored, track, inForce);
        changes.AddRange(told.Select(t => (t.News, TransitionMapper.ToProto(t.Transition))));
        await tracks.RecordAsync(TransitionTeller.Course, changes, cancellationToken);
    }

    /// <summary>What telling the course of an object again by other fences would come to. Changes nothing.</summary>
    /// <param name="objectId">The object.</param>
    /// <param name="fences">The fences.</param>
    /// <param name="now">Up to when fences that begin and end are followed.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task<IReadOnlyList<(TransitionNews News, V1.TrackTransition Transition)>> ForeseeAsync(
        string objectId, FencesInForce fences, DateTimeOffset now, CancellationToken cancellationToken)
    {
        List<(TransitionNews, V1.TrackTransition)> changes = [];
        await TellAgainAsync(new(objectId), [], new(fences.Areas), fences.Lines, now.UtcTicks, changes, cancellationToken);
        return changes;
    }

    /// <summary>Whether a track was told by the fences in force.</summary>
    public static bool IsCurrent(StoredTrack track, FencesInForce inForce) => track.Basis == inForce.Basis(track.Box.West, track.Box.South, track.Box.East, track.Box.North);

    private async Task TakeAsync(StoredTrack stored, bool isNew, Fix[] fixes, TrackWalker walker, FencesInForce inForce, List<(TransitionNews, V1.TrackTransition)> changes,
        CancellationToken cancellationToken)
    {
        var track = isNew ? new Track(stored.ObjectId) : IsCurrent(stored, inForce) ? TrackState.Read(stored.ObjectId, stored.State, walker, _limits) : null;
        List<TransitionChange> told = [];
        foreach (var fix in fixes)
        {
            if (track?.Accept(walker, fix, _limits, told) == FixOutcome.TooLate)
                track = null;
        }
        foreach (var fix in fixes)
        {
            var (west, south, east, north) = stored.Box;
            stored.Box = (Math.Min(west, fix.Longitude), Math.Min(south, fix.Latitude), Math.Max(east, fix.Longitude), Math.Max(north, fix.Latitude));
        }
        if (track is null)
            track = await TellAgainAsync(stored, fixes, walker, inForce.Lines, long.MinValue, changes, cancellationToken);
        else
        {
            changes.AddRange(told.Select(t => (t.News, TransitionMapper.ToProto(t.Transition))));
            changes.AddRange(await _lines.TakeAsync(inForce.Lines, stored, fixes, cancellationToken));
        }
        Keep(stored, track, inForce);
    }

    private void Keep(StoredTrack stored, Track track, FencesInForce inForce)
    {
        stored.Last = track.Tip.Last;
        stored.State = TrackState.Write(track);
        stored.Basis = inForce.Basis(stored.Box.West, stored.Box.South, stored.Box.East, stored.Box.North);
        tracks.Put(stored);
    }

    private async Task<Track> TellAgainAsync(StoredTrack stored, Fix[] fresh, TrackWalker walker, IReadOnlyList<LineFence> lines, long until,
        List<(TransitionNews, V1.TrackTransition)> changes, CancellationToken cancellationToken)
    {
        var fixes = await tracks.FixesAsync(stored.ObjectId, DateTimeOffset.MinValue, cancellationToken);
        fixes.AddRange(fresh);
        fixes.Sort();
        var track = new Track(stored.ObjectId);
        List<TransitionChange> told = [];
        foreach (var fix in fixes)
            track.Accept(walker, fix, _limits, told);
        if (until != long.MinValue)
            track.Advance(walker, until, _limits, told);
        // Of the time before the first fix that is kept nothing is known any more; what was told then stays.
        var from = fixes.Count > 0 ? new DateTimeOffset(fixes[0].Ticks, TimeSpan.Zero) : DateTimeOffset.MinValue;
        var holding = await tracks.HoldingAsync(TransitionTeller.Course, stored.ObjectId, from, cancellationToken);
        changes.AddRange(TransitionMapper.Between(holding, told.Select(t => t.Transition).Concat(LineTelling.Tell(lines, stored.ObjectId, fixes))));
        return track;
    }

    private static void Name(StoredTrack track, IEnumerable<ObservedPosition> positions)
    {
        foreach (var position in positions)
        {
            track.Name = position.Position.Name.Length > 0 ? position.Position.Name : track.Name;
            track.Type = position.Position.Type.Length > 0 ? position.Position.Type : track.Type;
        }
    }

    private static StoredFix ToFix(ObservedPosition position)
    {
        var draft = position.Position;
        if (!DateTimeOffset.TryParse(draft.Time, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time))
        {
            var violations = new FieldViolations();
            violations.Add("positions.position.time", "It must be an instant.", "INVALID_TIME");
            violations.ThrowIfAny("EVENT_INVALID");
        }
        // Databases keep microseconds.
        return new(position.Id, draft.ObjectId, new(time.UtcTicks - time.UtcTicks % TimeSpan.TicksPerMicrosecond, draft.Position.Latitude, draft.Position.Longitude, draft.RadiusM));
    }
}
