using Truceline.GeoZone.Zones.Index;

namespace Truceline.GeoZone.Tracks.Course;

/// <summary>The courses of many objects in memory, by one thread. The fences may be exchanged at any time: a track goes over to them with its next fix, or when it is told to.</summary>
internal sealed class TrackEngine(FenceSet fences, TrackLimits limits)
{
    private const int AtOnce = ZoneSnapshot.MostFetched;

    private readonly TrackTable _tracks = new();
    private readonly int[] _hashes = new int[AtOnce];
    private readonly Track?[] _guesses = new Track?[AtOnce];
    private readonly Look[] _looks = new Look[AtOnce];
    private TrackWalker _walker = new(fences);

    public TrackTable Tracks => _tracks;

    /// <summary>Takes a fix of an object.</summary>
    /// <param name="objectId">The object.</param>
    /// <param name="fix">Where it was.</param>
    /// <param name="changes">Takes what became known.</param>
    public FixOutcome Accept(string objectId, in Fix fix, List<TransitionChange> changes) => Accept(objectId, objectId.GetHashCode(), fix, changes);

    /// <summary>Takes fixes of objects, one after the other: the same as <see cref="Accept(string, in Fix, List{TransitionChange})"/> for each, but what one waits for in memory is fetched while others are at work.</summary>
    /// <param name="fixes">The fixes.</param>
    /// <param name="outcomes">Takes what became of each; as many.</param>
    /// <param name="changes">Takes what became known.</param>
    public void Accept(ReadOnlySpan<ObjectFix> fixes, Span<FixOutcome> outcomes, List<TransitionChange> changes)
    {
        for (var start = 0; start < fixes.Length; start += AtOnce)
        {
            var some = fixes.Slice(start, Math.Min(AtOnce, fixes.Length - start));
            Fetch(some);
            for (var i = 0; i < some.Length; i++)
                outcomes[start + i] = Accept(some[i].ObjectId, _hashes[i], some[i].Fix, changes);
        }
    }

    /// <summary>Puts other fences in force.</summary>
    public void Exchange(FenceSet others) => _walker = new(others);

    /// <summary>Takes all tracks over to the fences in force, and follows those that begin and end up to an instant.</summary>
    public void Advance(long ticks, List<TransitionChange> changes)
    {
        foreach (var track in _tracks)
            track.Advance(_walker, ticks, limits, changes);
    }

    private FixOutcome Accept(string objectId, int hash, in Fix fix, List<TransitionChange> changes)
    {
        if (!_tracks.TryGet(objectId, hash, out var track))
            _tracks.Add(track = new(objectId), hash);
        return track.Accept(_walker, fix, limits, changes);
    }

    private void Fetch(ReadOnlySpan<ObjectFix> fixes)
    {
        foreach (ref readonly var fix in fixes)
            Memory.FetchObject(fix.ObjectId, 1);
        for (var i = 0; i < fixes.Length; i++)
        {
            _hashes[i] = fixes[i].ObjectId.GetHashCode();
            _tracks.Fetch(_hashes[i]);
        }
        for (var i = 0; i < fixes.Length; i++)
        {
            _guesses[i] = _tracks.Guess(_hashes[i]);
            _guesses[i]?.Fetch();
        }
        for (var i = 0; i < fixes.Length; i++)
            _guesses[i]?.FetchState(fixes[i].Fix.Ticks, limits);
        var looks = 0;
        for (var i = 0; i < fixes.Length; i++)
        {
            if (_guesses[i] is not { } track)
                continue;
            track.FetchEnding(fixes[i].Fix.Ticks, limits);
            if (!track.IsSafe(fixes[i].Fix))
                _looks[looks++] = TrackWalker.LookOf(track.Tip, fixes[i].Fix);
        }
        _walker.Fetch(_looks.AsSpan(0, looks));
    }
}
