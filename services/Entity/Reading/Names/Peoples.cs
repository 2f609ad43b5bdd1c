using System.Collections.Frozen;

namespace Truceline.Entity.Reading.Names;

/// <summary>Peoples without a state of their name (Data/peoples.tsv): "Kurds", "Abkhaz"; and their fighters, who are a side ("Kurdish fighters"). Proposed last: places, persons and groups of these names go before.</summary>
internal sealed class Peoples : IMentionSource
{
    private const double OfPeople = 0.6;

    private static readonly FrozenSet<string> Fighters = FrozenSet.Create(
        StringComparer.Ordinal, "rebels", "separatists", "insurgents", "militants", "militia", "militias", "guerrillas", "fighters", "gunmen", "forces", "troops", "irregulars", "volunteers", "paramilitaries");

    private readonly PhraseIndex<string> _index = new();

    /// <summary>Reads the embedded list.</summary>
    public Peoples()
    {
        foreach (var row in DataFile.Rows("peoples.tsv"))
        {
            foreach (var form in DataFile.List(row[1]).Prepend(row[0]))
                _index.Add(form, row[0]);
        }
    }

    public IEnumerable<NameMention> Find(MentionContext context)
    {
        var atoms = context.Atoms;
        for (var i = 0; i < atoms.Count; i++)
        {
            if (!atoms[i].IsCapital || _index.Match(atoms, i, capital: true) is not { } match)
                continue;
            var last = match.Last;
            if (Fighters.Contains(atoms[last + 1].Key) && !atoms[last + 1].IsCapital && atoms.SameSentence(last, last + 1))
            {
                yield return new NameMention(i, last + 1, EntityType.ArmedGroup, atoms.TextOf(i, last + 1))
                {
                    Kind = "armed group",
                    Key = $"fighters:{match.Value}",
                    Source = MentionSource.Lexicon,
                    Score = OfPeople,
                };
                last++;
            }
            else if (!atoms[last + 1].IsCapital || !atoms.SameSentence(last, last + 1))
            {
                yield return new NameMention(i, last, EntityType.Nationality, match.Value) { Key = match.Value, Source = MentionSource.Lexicon, Score = OfPeople };
            }
            i = last;
        }
    }
}
