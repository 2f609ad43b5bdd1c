namespace Truceline.GeoZone.Tracks.Course;

/// <summary>The courses of many objects in memory, by one thread. The fences may be exchanged at any time: a track goes over to them with its next fix, or when it is told to.</summary>
internal sealed class TrackEngine(FenceSet fences, TrackLimits limits)
{
    private readonly Dictionary<string, Track> _tracks = new(StringComparer.Ordinal);
    private TrackWalker _walker = new(fences);

    public IReadOnlyDictionary<string, Track> Tracks => _tracks;

    /// <summary>Takes a fix of an object.</summary>
    /// <param name="objectId">The object.</param>
    /// <param name="fix">Where it was.</param>
    /// <param name="changes">Takes what became known.</param>
    public FixOutcome Accept(string objectId, in Fix fix, List<TransitionChange> changes)
    {
        if (!_tracks.TryGetValue(objectId, out var track))
            _tracks[objectId] = track = new(objectId);
        return track.Accept(_walker, fix, limits, changes);
    }

    /// <summary>Puts other fences in force.</summary>
    public void Exchange(FenceSet others) => _walker = new(others);

    /// <summary>Takes all tracks over to the fences in force, and follows those that begin and end up to an instant.</summary>
    public void Advance(long ticks, List<TransitionChange> changes)
    {
        foreach (var track in _tracks.Values)
            track.Advance(_walker, ticks, limits, changes);
    }
}
