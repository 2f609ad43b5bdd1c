using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Names;

/// <summary>Phrases that are looked for atom by atom, the longest first.</summary>
internal sealed class PhraseIndex<T>
{
    private readonly Dictionary<string, List<(string[] Keys, bool IsAcronym, T Value)>> _byFirst = new(StringComparer.Ordinal);

    /// <summary>Adds a phrase. One that is written in capitals alone is matched in capitals alone.</summary>
    public void Add(string phrase, T value)
    {
        var keys = phrase.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries).SelectMany(Keys).ToArray();
        if (keys.Length == 0)
            return;
        if (!_byFirst.TryGetValue(keys[0], out var list))
            _byFirst[keys[0]] = list = [];
        var isAcronym = keys.Length == 1 && phrase.Where(char.IsLetter).All(char.IsUpper);
        list.Add((keys, isAcronym, value));
        list.Sort((a, b) => b.Keys.Length.CompareTo(a.Keys.Length));
    }

    /// <summary>Keys of a word as atoms have them: the possessive ending stands by itself.</summary>
    private static IEnumerable<string> Keys(string word)
    {
        if (word.EndsWith("'s", StringComparison.Ordinal))
            return [NameKey.Strict(word[..^2]), "'s"];
        return word.EndsWith('\'') ? [NameKey.Strict(word), "'"] : NameKey.Strict(word).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The longest phrase that begins at an atom; null when none does. The last word may stand in the plural.</summary>
    public (int Last, T Value)? Match(AtomRow atoms, int first, bool capital)
    {
        if (Longest(atoms, first, atoms[first].Key, capital) is { } match)
            return match;
        var singular = Singular(atoms[first].Key);
        return singular is null ? null : Longest(atoms, first, singular, capital);
    }

    private (int Last, T Value)? Longest(AtomRow atoms, int first, string firstKey, bool capital)
    {
        if (!_byFirst.TryGetValue(firstKey, out var list))
            return null;
        foreach (var (keys, isAcronym, value) in list)
        {
            if (isAcronym && !atoms[first].IsAllCapitals)
                continue;
            if (capital && !isAcronym && !atoms[first].IsCapital && !(keys.Length > 1 && atoms[first + 1].IsCapital))
                continue;
            if (IsAt(atoms, first, keys))
                return (first + keys.Length - 1, value);
        }
        return null;
    }

    private static bool IsAt(AtomRow atoms, int first, string[] keys)
    {
        for (var i = 0; i < keys.Length; i++)
        {
            var key = atoms[first + i].Key;
            var isLast = i == keys.Length - 1;
            if (key != keys[i] && !(isLast && Singular(key) == keys[i]))
                return false;
            if (i > 0 && !atoms.SameSentence(first, first + i))
                return false;
        }
        return true;
    }

    private static string? Singular(string key) =>
        key.Length > 3 && key.EndsWith('s') && !key.EndsWith("ss", StringComparison.Ordinal)
            ? key.EndsWith("ies", StringComparison.Ordinal) ? key[..^3] + "y" : key[..^1]
            : null;
}
