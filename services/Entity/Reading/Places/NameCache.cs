using System.Collections.Concurrent;

namespace Truceline.Entity.Reading.Places;

/// <summary>
/// Places of the names that were looked up last: reports of one conflict name the same places over and over. Bounded: emptied when it is full.
/// Thread-safe.
/// </summary>
internal sealed class NameCache
{
    // About 15 MB when full.
    private const int MostMatches = 60_000;

    private readonly Lock _emptying = new();
    private ConcurrentDictionary<Key, NameMatches> _names = new();
    private int _matches;

    /// <summary>The places of a name when they are known; else null.</summary>
    public NameMatches? Find(NameHash name) => _names.GetValueOrDefault(Key.Of(name));

    /// <summary>Keeps the places of a name.</summary>
    public void Add(NameHash name, NameMatches matches)
    {
        if (!_names.TryAdd(Key.Of(name), matches) || Interlocked.Add(ref _matches, matches.Count + 1) <= MostMatches)
            return;
        lock (_emptying)
        {
            if (_matches > MostMatches)
                (_names, _matches) = (new ConcurrentDictionary<Key, NameMatches>(), 0);
        }
    }

    private readonly record struct Key(ulong Loose, uint Check)
    {
        public static Key Of(NameHash name) => new(name.Loose, name.Check);

        // The loose hash is mixed well already.
        public override int GetHashCode() => (int)Loose ^ (int)Check;
    }
}
