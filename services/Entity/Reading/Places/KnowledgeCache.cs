using Truceline.Entity.Reading.Places.Recognition;

namespace Truceline.Entity.Reading.Places;

/// <summary>
/// What the gazetteer says of runs of words that texts met last, nothing included: each text asks for hundreds, most of them asked for before. Of a
/// fixed size; what meets in a slot takes turns. Thread-safe.
/// </summary>
internal sealed class KnowledgeCache
{
    // A slot and what it holds: about half a megabyte when all are taken.
    private const int Slots = 1 << 13;

    private readonly Entry?[] _entries = new Entry?[Slots];

    /// <summary>Whether the name with a hash was asked for, and what is known of it; null when no place bears it.</summary>
    public bool TryFind(NameHash name, out NameKnowledge? known)
    {
        var (loose, check) = (name.Loose, name.Check);
        if (_entries[loose & (Slots - 1)] is { } entry && entry.Loose == loose && entry.Check == check)
        {
            known = entry.Known;
            return true;
        }
        known = null;
        return false;
    }

    /// <summary>Keeps what is known of a name.</summary>
    public void Add(NameHash name, NameKnowledge? known) => _entries[name.Loose & (Slots - 1)] = new Entry(name.Loose, name.Check, known);

    // Never changed: whoever reads a slot reads all of it.
    private sealed class Entry(ulong loose, uint check, NameKnowledge? known)
    {
        public readonly ulong Loose = loose;
        public readonly uint Check = check;
        public readonly NameKnowledge? Known = known;
    }
}
