using Truceline.Entity.Reading.Knowledge;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Names;

/// <summary>Armed groups, forces, organisations and outlets of the knowledge base, by any of their names.</summary>
internal sealed class KnownNames : IMentionSource
{
    private const double FullName = 0.95;
    private const double InCompany = 0.85;

    // Words that belong to the name of a group in passing: "Houthi rebels", "the Houthi movement".
    private static readonly HashSet<string> GroupNouns = ["rebel", "rebels", "movement", "militia", "militias", "militants", "insurgents", "group", "guerrillas", "fighters", "forces", "gunmen", "combatants"];

    private readonly PhraseIndex<Bearer[]> _index = new();
    private readonly PhraseIndex<KnownEntity> _persons = new();
    private readonly StateNames _states;
    private readonly TownStates? _towns;

    /// <summary>Indexes the names.</summary>
    /// <param name="knowledge">The groups, forces and bodies, and persons, whose names may hold theirs.</param>
    /// <param name="states">Names of states.</param>
    /// <param name="gazetteer">Places, which tell of what state a text speaks that names none; null to do without.</param>
    public KnownNames(KnowledgeBase knowledge, StateNames states, Gazetteer? gazetteer = null)
    {
        ArgumentNullException.ThrowIfNull(knowledge);
        _states = states;
        _towns = gazetteer is null ? null : new TownStates(gazetteer);
        var bearers = knowledge.All.Where(e => e.Type is EntityType.ArmedGroup or EntityType.ArmedForce or EntityType.Organisation)
            .SelectMany(e => e.Names.SelectMany(n => NameSpellings.Of(n.Text)), (e, text) => (Entity: e, Text: text))
            .Select(p => (p.Text, Bearer: new Bearer(p.Entity, p.Entity.Names.FirstOrDefault(n => n.Text == p.Text) ?? p.Entity.Names[0])))
            .GroupBy(p => (string.Join(' ', PhraseIndex<int>.KeysOf(p.Text)), PhraseIndex<int>.IsAcronym(p.Text)));
        foreach (var person in knowledge.All.Where(e => e.Type == EntityType.Person))
        {
            foreach (var name in person.Names)
                _persons.Add(name.Text, person);
        }
        foreach (var group in bearers)
            _index.Add(group.First().Text, [.. group.Select(p => p.Bearer).DistinctBy(b => b.Entity.Id)]);
    }

    public IEnumerable<NameMention> Find(MentionContext context)
    {
        var atoms = context.Atoms;
        var found = new List<(int First, int Last, Bearer[] Bearers)>();
        var sure = new HashSet<string>(StringComparer.Ordinal);
        var personEnd = -1;
        for (var i = 0; i < atoms.Count; i++)
        {
            if (i > personEnd && atoms[i].IsWord && atoms[i].IsCapital && _persons.Match(atoms, i, capital: true) is { } person && person.Last > i)
                personEnd = person.Last;
            if (!atoms[i].IsWord || !(atoms[i].IsCapital || atoms[i + 1].IsCapital) || _index.Match(atoms, i, capital: true) is not { } match || IsShouted(atoms, i, match.Last))
                continue;
            // "Abdul-Malik al-Houthi" is a man, though "Houthi" names his movement.
            if (i <= personEnd && match.Last <= personEnd)
                continue;
            found.Add((i, match.Last, match.Value));
            if (match.Value.Length == 1 && !match.Value[0].Name.NeedsCompany)
                sure.Add(match.Value[0].Entity.Id);
        }
        foreach (var (first, last, bearers) in found)
        {
            if (Choose(context, first, last, bearers, sure) is { } bearer)
                yield return Mention(atoms, first, last, bearer);
        }
        if (context.Header.Agency is { Length: > 0 } agency && UnknownAgency(atoms, agency) is { } unknown)
            yield return unknown;
    }

    /// <summary>
    /// Of the bearers of a name the one that the text speaks of: by a name that is its own, then by its states; a name of one thing alone needs
    /// neither. Null when that does not settle it.
    /// </summary>
    private Bearer? Choose(MentionContext context, int first, int last, Bearer[] bearers, HashSet<string> sure)
    {
        if (bearers.Length == 1 && !bearers[0].Name.NeedsCompany)
            return bearers[0];
        var named = bearers.Where(b => sure.Contains(b.Entity.Id)).ToList();
        if (named.Count == 1)
            return named[0];
        if (context.Header.Agency is { } text && Array.Find(bearers, b => b.Entity.Kind == "news agency") is { } agency && context.Atoms.TextOf(first, last) == text)
            return agency;
        var states = context.StatesNamed(_states);
        var near = bearers.Where(b => Includes(states, b.Entity)).ToList();
        if (near.Count == 0 && _towns is not null && !Array.Exists(bearers, b => !b.Name.NeedsCompany))
        {
            var towns = context.StatesOfTowns(_towns);
            near = bearers.Where(b => Includes(towns, b.Entity)).ToList();
        }
        if (near.Count > 1)
            near = near.Where(b => Exists(b.Entity, context.Header.Reference)).ToList();
        return near.Count == 1 ? near[0] : near.Count == 0 ? Array.Find(bearers, b => !b.Name.NeedsCompany) : null;
    }

    private static bool Includes(HashSet<string> states, KnownEntity entity) =>
        (entity.Country is not null && states.Contains(entity.Country)) || entity.Company.Any(states.Contains);

    private static bool Exists(KnownEntity entity, DateOnly day) => !(entity.From > day) && !(entity.To < day);

    /// <summary>A word in capitals among words in capitals is no acronym ("WHO IS NEXT").</summary>
    private static bool IsShouted(AtomRow atoms, int first, int last) =>
        first == last && atoms[first].IsAllCapitals && atoms[first].Is(WordTraits.EnglishWord) && atoms[first].Key is not ("un" or "eu")
        && (IsLoud(atoms, first - 1) || IsLoud(atoms, first + 1));

    private static bool IsLoud(AtomRow atoms, int atom) => atoms[atom].IsAllCapitals && atoms[atom].Is(WordTraits.EnglishWord);

    private static NameMention Mention(AtomRow atoms, int first, int last, Bearer bearer)
    {
        var entity = bearer.Entity;
        if (entity.Type == EntityType.ArmedGroup && GroupNouns.Contains(atoms[last + 1].Key) && !char.IsAsciiDigit(atoms[last].Key[^1]) && !atoms[last + 1].IsCapital && atoms.SameSentence(last, last + 1))
            last++;
        return new NameMention(first, last, entity.Type, entity.Name)
        {
            Key = KeyOf(entity),
            Kind = entity.Kind,
            Country = entity.Country,
            KnowledgeId = entity.Id,
            Source = MentionSource.Knowledge,
            Score = bearer.Name.NeedsCompany ? InCompany : FullName,
            How = bearer.Name.Kind == NameKind.Acronym ? MentionKind.Acronym : MentionKind.Name,
        };
    }

    /// <summary>Key of a known thing: that of the state's body where it is one, so that "the Sudanese army" and "SAF" are one.</summary>
    private static string KeyOf(KnownEntity entity) =>
        entity.Country is { } iso && entity.Id == KnowledgeBase.ForcesOf(iso) ? StateBodies.ForcesKey(iso)
        : entity.Country is { } state && entity.Id == KnowledgeBase.GovernmentOf(state) ? StateBodies.GovernmentKey(state)
        : entity.Name;

    /// <summary>"(reuters)": the agency of the dateline, written small.</summary>
    private static NameMention? UnknownAgency(AtomRow atoms, string agency)
    {
        for (var i = 1; i < Math.Min(atoms.Count, 60); i++)
        {
            if (atoms[i - 1].Key is "(" or "/" && atoms[i].IsWord && !atoms[i].IsCapital && atoms.TextOf(i, i) == agency)
                return new NameMention(i, i, EntityType.Organisation, agency) { Kind = "news agency", Score = InCompany };
        }
        return null;
    }

    private sealed record Bearer(KnownEntity Entity, KnownName Name);
}
