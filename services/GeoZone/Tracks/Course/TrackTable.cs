using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Truceline.GeoZone.Zones.Index;

namespace Truceline.GeoZone.Tracks.Course;

/// <summary>
/// Tracks by object, as a dictionary of which it can be told beforehand what will be asked: looking up many objects waits for their memory side by side. Nothing is taken out. Not thread-safe.
/// </summary>
internal sealed class TrackTable : IReadOnlyCollection<Track>
{
    private Slot[] _slots = new Slot[64];

    public int Count { get; private set; }

    /// <summary>The track of an object that is known.</summary>
    /// <exception cref="KeyNotFoundException">It is not.</exception>
    public Track this[string objectId] => TryGet(objectId, objectId.GetHashCode(), out var track) ? track : throw new KeyNotFoundException(objectId);

    /// <summary>Fetches where an object's track is kept; by the hash code of its id.</summary>
    public void Fetch(int hash) => Memory.Fetch(ref _slots[hash & _slots.Length - 1]);

    /// <summary>What is probably the track of an object; fetched next to be used.</summary>
    public Track? Guess(int hash)
    {
        for (var at = hash & _slots.Length - 1; _slots[at].Track is { } track; at = at + 1 & _slots.Length - 1)
        {
            if (_slots[at].Hash == hash)
                return track;
        }
        return null;
    }

    public bool TryGet(string objectId, int hash, [NotNullWhen(true)] out Track? track)
    {
        for (var at = hash & _slots.Length - 1; (track = _slots[at].Track) is not null; at = at + 1 & _slots.Length - 1)
        {
            if (_slots[at].Hash == hash && string.Equals(track.ObjectId, objectId))
                return true;
        }
        return false;
    }

    /// <summary>Adds the track of an object that is not known yet.</summary>
    public void Add(Track track, int hash)
    {
        if (2 * ++Count > _slots.Length)
        {
            var before = _slots;
            _slots = new Slot[2 * before.Length];
            foreach (var slot in before)
            {
                if (slot.Track is not null)
                    Put(slot);
            }
        }
        Put(new(hash, track));
    }

    public IEnumerator<Track> GetEnumerator() => _slots.Where(s => s.Track is not null).Select(s => s.Track!).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Put(in Slot slot)
    {
        var at = slot.Hash & _slots.Length - 1;
        while (_slots[at].Track is not null)
            at = at + 1 & _slots.Length - 1;
        _slots[at] = slot;
    }

    private readonly record struct Slot(int Hash, Track? Track);
}
