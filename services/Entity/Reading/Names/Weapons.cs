using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Names;

/// <summary>Weapons, platforms and vehicles, named or by their common nouns (Data/weapons.tsv); the number before them is no part.</summary>
internal sealed class Weapons : IMentionSource
{
    private readonly PhraseIndex<(string Name, EntityType Type, HashSet<string> NotAfter)> _index = new();

    public Weapons()
    {
        foreach (var row in DataFile.Rows("weapons.tsv"))
        {
            var value = (row[0], Enum.Parse<EntityType>(row[1]), new HashSet<string>(DataFile.List(row[3]), StringComparer.Ordinal));
            foreach (var name in DataFile.List(row[2]).Prepend(row[0]))
                _index.Add(name, value);
        }
    }

    public IEnumerable<NameMention> Find(MentionContext context)
    {
        var atoms = context.Atoms;
        for (var i = 0; i < atoms.Count; i++)
        {
            if (atoms[i].Kind == TokenKind.Punctuation || _index.Match(atoms, i, capital: false) is not { } match)
                continue;
            var (last, (name, type, notAfter)) = match;
            if (notAfter.Contains(atoms[i - 1].Key) || (atoms[i].IsCapital && atoms[i - 1].IsCapital && !atoms[i].IsAllCapitals && !atoms[i - 1].IsFirst))
                continue;
            var first = i;
            while (atoms[first - 1].Is(WordTraits.WeaponModifier) && atoms.SameSentence(first - 1, i))
                first--;
            // "long range" needs its "range": a modifier that is half of a pair does not stand first.
            while (first < i && atoms[first].Key is "range" or "propelled" or "fired")
                first++;
            yield return new NameMention(first, last, type, name) { Key = name, Source = MentionSource.Lexicon, Score = 0.85 };
            i = last;
        }
    }
}
