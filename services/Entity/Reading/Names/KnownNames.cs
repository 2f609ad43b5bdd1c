
namespace Truceline.Entity.Reading.Names;

/// <summary>Armed groups, forces, organisations and outlets of the knowledge base (Data/groups.tsv, Data/organisations.tsv).</summary>
internal sealed class KnownNames : IMentionSource
{
    // Words that belong to the name of a group in passing: "Houthi rebels", "the Houthi movement".
    private static readonly HashSet<string> GroupNouns = ["rebel", "rebels", "movement", "militia", "militias", "militants", "insurgents", "group", "guerrillas"];

    private readonly PhraseIndex<Known> _index = new();

    public KnownNames()
    {
        foreach (var row in DataFile.Rows("groups.tsv"))
            Add(row, Enum.Parse<EntityType>(row[3]), row[3] == nameof(EntityType.ArmedGroup) ? "armed group" : "armed force");
        foreach (var row in DataFile.Rows("organisations.tsv"))
            Add(row, EntityType.Organisation, row[3]);
    }

    public IEnumerable<NameMention> Find(MentionContext context)
    {
        var atoms = context.Atoms;
        for (var i = 0; i < atoms.Count; i++)
        {
            if (atoms[i - 1].Key is "(" or "/" && atoms.TextOf(i, i) == context.Header.Agency && !atoms[i].IsCapital)
                yield return new NameMention(i, i, EntityType.Organisation, context.Header.Agency) { Kind = "news agency" };
            if (!atoms[i].IsWord || _index.Match(atoms, i, capital: true) is not { } match)
                continue;
            var (last, known) = match;
            if (known.Type == EntityType.ArmedGroup && GroupNouns.Contains(atoms[last + 1].Key) && !atoms[last + 1].IsCapital && atoms.SameSentence(last, last + 1))
                last++;
            yield return new NameMention(i, last, known.Type, known.Name) { Key = known.Name, Kind = known.Kind, Country = known.Country };
        }
    }

    private void Add(string[] row, EntityType type, string kind)
    {
        var known = new Known(row[0], type, kind, row[2].Length == 0 ? null : row[2]);
        foreach (var name in DataFile.List(row[1]).Prepend(row[0]))
            _index.Add(name, known);
    }

    private sealed record Known(string Name, EntityType Type, string Kind, string? Country);
}
