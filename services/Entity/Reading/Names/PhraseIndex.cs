using System.Runtime.InteropServices;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Names;

/// <summary>Phrases that are looked for atom by atom, the longest first. A bitmap of first words turns most atoms away at once.</summary>
internal sealed class PhraseIndex<T>
{
    private const int FilterBits = 1 << 15;

    private readonly Dictionary<int, List<Phrase>> _byFirst = [];
    private readonly ulong[] _filter = new ulong[FilterBits / 64];

    /// <summary>Adds a phrase. One that is written in capitals alone is matched in capitals alone.</summary>
    public void Add(string phrase, T value)
    {
        var keys = KeysOf(phrase);
        if (keys.Length == 0)
            return;
        var first = Word.HashOf(keys[0]);
        if (!_byFirst.TryGetValue(first, out var list))
            _byFirst[first] = list = [];
        var at = list.FindIndex(p => p.Keys.Length < keys.Length);
        list.Insert(at < 0 ? list.Count : at, new Phrase(keys, Array.ConvertAll(keys, k => Word.HashOf(k)), IsAcronym(phrase), value));
        var bit = first & (FilterBits - 1);
        _filter[bit >> 6] |= 1ul << (bit & 63);
    }

    /// <summary>Whether a phrase is matched in capitals alone.</summary>
    public static bool IsAcronym(string phrase) =>
        KeysOf(phrase).Length == 1 && !phrase.Any(c => char.IsLetter(c) && !char.IsUpper(c));

    /// <summary>A phrase as the keys of its atoms.</summary>
    public static string[] KeysOf(string phrase) =>
        [.. phrase.Replace("/", " / ", StringComparison.Ordinal).Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries).SelectMany(Keys)];

    /// <summary>The longest phrase that begins at an atom; null when none does. The last word may stand in the plural.</summary>
    public (int Last, T Value)? Match(AtomRow atoms, int first, bool capital)
    {
        ref readonly var atom = ref atoms[first];
        if (MayStart(atom.Hash) && Longest(atoms, first, atom.Hash, capital) is { } match)
            return match;
        return atom.SingularHash != 0 && MayStart(atom.SingularHash) ? Longest(atoms, first, atom.SingularHash, capital) : null;
    }

    private bool MayStart(int hash)
    {
        var bit = hash & (FilterBits - 1);
        return (_filter[bit >> 6] & (1ul << (bit & 63))) != 0;
    }

    /// <summary>Keys of a word as atoms have them: the possessive ending stands by itself.</summary>
    private static IEnumerable<string> Keys(string word)
    {
        if (word == "/")
            return [word];
        if (word.EndsWith("'s", StringComparison.Ordinal))
            return [NameKey.Strict(word[..^2]), "'s"];
        return word.EndsWith('\'') ? [NameKey.Strict(word), "'"] : NameKey.Strict(word).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private (int Last, T Value)? Longest(AtomRow atoms, int first, int hash, bool capital)
    {
        if (!_byFirst.TryGetValue(hash, out var list))
            return null;
        foreach (ref readonly var phrase in CollectionsMarshal.AsSpan(list))
        {
            // Most of those that begin alike end in another word.
            ref readonly var last = ref atoms[first + phrase.Keys.Length - 1];
            if (last.Hash != phrase.LastHash && last.SingularHash != phrase.LastHash)
                continue;
            // "M23": one letter says nothing of the others.
            if (phrase.IsAcronym && !atoms[first].IsAllCapitals && !(atoms[first].IsCapital && char.IsAsciiDigit(phrase.Keys[0][^1])))
                continue;
            if (capital && !phrase.IsAcronym && !atoms[first].IsCapital && !(phrase.Keys.Length > 1 && atoms[first + 1].IsCapital))
                continue;
            if (IsAt(atoms, first, phrase.Keys, phrase.Hashes))
                return (first + phrase.Keys.Length - 1, phrase.Value);
        }
        return null;
    }

    private static bool IsAt(AtomRow atoms, int first, string[] keys, int[] hashes)
    {
        // From the last word: phrases with one beginning differ there.
        for (var i = keys.Length - 1; i >= 0; i--)
        {
            ref readonly var atom = ref atoms[first + i];
            var isSame = atom.Hash == hashes[i] && atom.Key == keys[i];
            if (!isSame && !(i == keys.Length - 1 && atom.SingularHash == hashes[i] && atom.Word.Singular == keys[i]))
                return false;
            if (i > 0 && !atoms.SameSentence(first, first + i))
                return false;
        }
        return true;
    }

    private readonly struct Phrase(string[] keys, int[] hashes, bool isAcronym, T value)
    {
        public readonly string[] Keys = keys;
        public readonly int[] Hashes = hashes;
        public readonly int LastHash = hashes[^1];
        public readonly bool IsAcronym = isAcronym;
        public readonly T Value = value;
    }
}
