using Truceline.Entity.Reading.Knowledge;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Names;

/// <summary>
/// Joins the mentions of one person: spellings of the full name, the surname alone or after a title, the given name where people go by it.
/// Two of one surname are told apart by title, else by who was named so far, else left apart.
/// </summary>
internal sealed class PersonChains(StateNames states, KnowledgeBase knowledge)
{
    private const int LongestFamilyName = 4;

    // Where people are spoken of by the first of their names.
    private static readonly HashSet<string> ByGivenName = ["ET", "ER", "SO", "ID", "MY", "TH", "MM", "IS", "LK"];

    private readonly Dictionary<string, List<KnownEntity>> _bySurname = knowledge.All.Where(e => e.Type == EntityType.Person && e.Offices.Count > 0)
        .SelectMany(e => Surnames(e).Select(s => (Surname: s, Bearer: e)))
        .GroupBy(p => p.Surname, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(p => p.Bearer).ToList(), StringComparer.Ordinal);

    /// <summary>The mentions given, each with the name and key of its person, and those by surname that were not among them.</summary>
    public IReadOnlyList<NameMention> Chain(MentionContext context, List<NameMention> mentions)
    {
        var persons = new List<Person>();
        var bySurname = new Dictionary<string, List<Person>>(StringComparer.Ordinal);
        var owners = new Person?[mentions.Count];
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Last > mentions[i].First && !IsParticled(context.Atoms, mentions[i]))
                owners[i] = Join(context, mentions[i], persons, bySurname);
        }
        for (var i = 0; i < mentions.Count; i++)
            owners[i] ??= OfShort(context, mentions[i], persons, bySurname);
        foreach (var person in persons)
            Link(context, person, !bySurname.TryGetValue(person.Keys[^1], out var namesakes) || namesakes.Count < 2);
        var chained = new List<NameMention>(mentions.Count * 2);
        var taken = new bool[context.Atoms.Count];
        for (var i = 0; i < mentions.Count; i++)
        {
            chained.Add(owners[i]!.Name(mentions[i], mentions[i].How));
            Array.Fill(taken, true, mentions[i].First, mentions[i].Last - mentions[i].First + 1);
        }
        chained.AddRange(Surnames(context, taken, bySurname));
        return chained;
    }

    /// <summary>Surnames in every spelling of a person's name: Zelensky, Zelenskyy, Zelenskiy.</summary>
    private static IEnumerable<string> Surnames(KnownEntity person) =>
        person.Names.Select(n => NameKey.Strict(n.Text)).Where(n => n.Contains(' ', StringComparison.Ordinal)).Prepend(NameKey.Strict(person.Name))
            .Select(n => SurnameOf(n.Split(' '))).Distinct(StringComparer.Ordinal);

    /// <summary>Whether exactly one person of a surname, as a strict key, holds an office of note on a day.</summary>
    public bool IsOfficeHolder(string surname, DateOnly day)
    {
        if (!_bySurname.TryGetValue(surname, out var bearers))
            return false;
        var holders = 0;
        foreach (var bearer in bearers)
            holders += IsInOffice(bearer, day) ? 1 : 0;
        return holders == 1;
    }

    /// <summary>Whether a person rules on a day, or leads a force, a body or the diplomacy of a state: known by the surname alone.</summary>
    private bool IsInOffice(KnownEntity known, DateOnly day)
    {
        foreach (var tenure in known.Offices)
        {
            if (tenure.Includes(day) && knowledge.OfficeWithId(tenure.OfficeId) is { } office
                && (IsRuler(office) || office.Kind is OfficeKind.ForeignMinister or OfficeKind.DefenceMinister or OfficeKind.ArmyChief or OfficeKind.Head))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsParticled(AtomRow atoms, NameMention mention)
    {
        for (var i = mention.First; i < mention.Last; i++)
        {
            if (!PersonShape.IsParticle(atoms[i].Key))
                return false;
        }
        return true;
    }

    /// <summary>The person of a full name: one named before whose name it spells, shortens or lengthens, or a new one.</summary>
    private static Person Join(MentionContext context, NameMention mention, List<Person> persons, Dictionary<string, List<Person>> bySurname)
    {
        var keys = Keys(context.Atoms, mention.First, mention.Last);
        var surname = SurnameOf(keys);
        var same = bySurname.TryGetValue(surname, out var list) ? list.Find(p => p.IsNamed(keys, mention)) : null;
        same ??= mention.KnowledgeId is null ? null : persons.Find(p => p.KnowledgeId == mention.KnowledgeId);
        if (same is null)
        {
            same = new Person(mention, keys);
            persons.Add(same);
        }
        same.Add(mention, keys);
        Register(bySurname, surname, same);
        if (keys[0].Length is 2 or 3 && keys.Length > 1 && !Vocabulary.FirstNames.Contains(keys[0]) && keys[0] != surname)
            Register(bySurname, keys[0], same);
        return same;
    }

    private static void Register(Dictionary<string, List<Person>> bySurname, string key, Person person)
    {
        if (!bySurname.TryGetValue(key, out var list))
            bySurname[key] = list = [];
        if (!list.Contains(person))
            list.Add(person);
    }

    /// <summary>The person of a surname that a title or a verb of speech made out; a new one when no full name fits.</summary>
    private static Person OfShort(MentionContext context, NameMention mention, List<Person> persons, Dictionary<string, List<Person>> bySurname)
    {
        var key = context.Atoms[mention.Last].Key;
        if (bySurname.TryGetValue(key, out var list) && Choose(list, mention.First, mention.Role, mention.Country) is { } known)
        {
            known.Describe(mention);
            return known;
        }
        var person = new Person(mention, [key]);
        person.Add(mention, [key]);
        persons.Add(person);
        if (list is null)
            Register(bySurname, key, person);
        return person;
    }

    private static Person? Choose(List<Person> candidates, int position, string? role, string? country)
    {
        if (candidates.Count == 1)
            return candidates[0];
        var fitting = candidates.FindAll(p => (role is null || p.Role is null || p.Role.Equals(role, StringComparison.OrdinalIgnoreCase)) && (country is null || p.Country is null || p.Country == country));
        var titled = role is null ? [] : fitting.FindAll(p => p.Role is not null);
        if (titled.Count == 1)
            return titled[0];
        var before = fitting.FindAll(p => p.First < position);
        return before.Count == 1 ? before[0] : null;
    }

    /// <summary>Later mentions by surname, by the family name that comes first ("Kim" for "Kim Jong Un"), or by the given name ("Abiy").</summary>
    private IEnumerable<NameMention> Surnames(MentionContext context, bool[] taken, Dictionary<string, List<Person>> bySurname)
    {
        var atoms = context.Atoms;
        var byFirst = new Dictionary<string, Person>(StringComparer.Ordinal);
        foreach (var person in bySurname.Values.SelectMany(l => l).Distinct().ToList())
        {
            if (person.Keys.Length > 1)
                byFirst.TryAdd(person.Keys[0], person);
            if (person.Country is { } country && ByGivenName.Contains(country) && person.Keys.Length > 1 && !bySurname.ContainsKey(person.Keys[0]))
                Register(bySurname, person.Keys[0], person);
        }
        for (var i = 0; i < atoms.Count; i++)
        {
            if (taken[i] || !atoms[i].IsWord || !atoms[i].IsCapital || context.IsTaken(i))
                continue;
            if (byFirst.TryGetValue(atoms[i].Key, out var named) && EndOfFull(context, i, taken, named.Keys) is var end && end > i)
            {
                yield return named.Name(new NameMention(i, end, EntityType.Person, named.FullName) { Source = MentionSource.Context, Score = 0.8 }, MentionKind.Name);
                i = end;
                continue;
            }
            if (!bySurname.TryGetValue(atoms[i].Key, out var list))
                continue;
            if (atoms[i + 1].IsJoined || (atoms[i].Is(WordTraits.EnglishWord) && atoms[i].IsFirst))
                continue;
            // "Ali Jordan said Jordan would": a state's name alone is the state.
            if (states.NameAt(atoms, i) is not null)
                continue;
            // A surname that is a place as well, after "in" or "near", is the place.
            if (atoms[i - 1].Key is "in" or "near" or "around" or "outside" && states.SeatAt(atoms, i) is not null)
                continue;
            if (context.TagAt(i) is { Type: EntityType.Location or EntityType.Organisation or EntityType.Facility, Belief: > 0.85 } tag && tag.Last > tag.First)
                continue;
            if (Choose(list, i, null, null) is not { } person)
                continue;
            var first = PersonShape.StartOfSurname(atoms, i);
            var mention = new NameMention(first, i, EntityType.Person, person.FullName) { Source = MentionSource.Context, Score = 0.8 };
            yield return person.Name(mention, MentionKind.ShortName);
        }
    }

    /// <summary>Index of the last atom of a full name that stands at an atom once more; less than it when it does not.</summary>
    private static int EndOfFull(MentionContext context, int first, bool[] taken, string[] keys)
    {
        var at = first;
        foreach (var key in keys)
        {
            while (at > first && PersonShape.IsParticle(context.Atoms[at].Key) && context.Atoms[at].Key != key)
                at++;
            if (context.Atoms[at].Key != key || !context.Atoms.SameSentence(first, at) || context.IsTaken(at) || taken[at])
                return first - 1;
            at++;
        }
        return at - 1;
    }

    /// <summary>Links a person to the knowledge base: by the full name, or by the surname of who held the office then.</summary>
    private void Link(MentionContext context, Person person, bool isOnlyBearer)
    {
        if (person.KnowledgeId is null && _bySurname.TryGetValue(SurnameOf(person.Keys), out var bearers))
        {
            var fitting = bearers.FindAll(b => person.Fits(b) && (Held(b, person, context.Header.Reference) || IsRulerHere(b, person, context)));
            if (fitting.Count == 0 && isOnlyBearer && person.Keys.Length == 1 && person.Role is null)
                fitting = bearers.FindAll(b => IsInOffice(b, context.Header.Reference) && (person.Country is null || b.Country is null || person.Country == b.Country));
            if (fitting.Count == 1)
                person.KnowledgeId = fitting[0].Id;
        }
        if (knowledge.WithId(person.KnowledgeId) is { } known)
            person.Known(known);
    }

    /// <summary>Whether the known person held, about that day, an office that the text's title or state points at.</summary>
    private bool Held(KnownEntity known, Person person, DateOnly day)
    {
        foreach (var tenure in known.Offices)
        {
            var office = knowledge.OfficeWithId(tenure.OfficeId);
            if (office is null || !(tenure.From <= day.AddDays(60)) || !(tenure.To is null || tenure.To >= day.AddDays(-400)))
                continue;
            if (person.Role is { } role && office.Titles.Any(t => role.EndsWith(t, StringComparison.OrdinalIgnoreCase) || t.EndsWith(role, StringComparison.OrdinalIgnoreCase))
                && (person.Country is null ? person.Keys.Length > 1 || IsRuler(office) : person.Country == office.Country))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>A surname alone is that of who rules, or leads a force or the diplomacy of, a state that the text names.</summary>
    private bool IsRulerHere(KnownEntity known, Person person, MentionContext context)
    {
        if (person.Keys.Length > 1 || person.Role is not null || known.Country is null || !context.StatesNamed(states).Contains(known.Country))
            return false;
        foreach (var tenure in known.Offices)
        {
            if (tenure.Includes(context.Header.Reference) && knowledge.OfficeWithId(tenure.OfficeId) is { } office && (IsRuler(office) || office.Kind == OfficeKind.ForeignMinister))
                return true;
        }
        return false;
    }

    /// <summary>Whether a title and a surname are enough to say who is meant ("President Museveni").</summary>
    private static bool IsRuler(Office office) => office.Kind is OfficeKind.HeadOfState or OfficeKind.HeadOfGovernment or OfficeKind.Leader;

    private static string[] Keys(AtomRow atoms, int first, int last)
    {
        var keys = new List<string>(last - first + 1);
        for (var i = first; i <= last; i++)
        {
            if (atoms[i].IsWord && !(PersonShape.IsParticle(atoms[i].Key) && i < last))
                keys.Add(atoms[i].Key);
        }
        return keys.Count == 0 ? [atoms[last].Key] : [.. keys];
    }

    private static string SurnameOf(string[] keys) =>
        keys.Length > 1 && keys[^1] is "jr" or "sr" or "ii" or "iii" or "iv" ? keys[^2]
        : keys.Length == 3 && keys[0].Length <= LongestFamilyName && IsKorean(keys[0]) ? keys[0] : keys[^1];

    private static bool IsKorean(string key) => key is "kim" or "moon" or "lee" or "park" or "yoon" or "choe" or "choi" or "jeong" or "chung" or "song" or "ri" or "no" or "roh" or "han" or "kang" or "cho";

    /// <summary>What the text says of a person so far.</summary>
    private sealed class Person(NameMention first, string[] keys)
    {
        public string[] Keys { get; private set; } = keys;

        public string FullName { get; private set; } = first.Name;

        public int First { get; } = first.First;

        public string? Role { get; private set; }

        public string? Country { get; private set; }

        public string? KnowledgeId { get; set; }

        private string? _canonical;

        public bool IsNamed(string[] other, NameMention mention)
        {
            if (KnowledgeId is not null && mention.KnowledgeId is not null)
                return KnowledgeId == mention.KnowledgeId;
            var (few, many) = Keys.Length <= other.Length ? (Keys, other) : (other, Keys);
            return few.Length > 1 && (few[0] == many[0] ? few[^1] == many[^1] : Array.TrueForAll(few, many.Contains)) || IsInitial(few, many);
        }

        public bool Fits(KnownEntity known)
        {
            var names = known.Names.Select(n => NameKey.Strict(n.Text).Split(' '));
            return Keys.Length == 1 || names.Any(n => Array.TrueForAll(Keys, n.Contains));
        }

        public void Add(NameMention mention, string[] other)
        {
            if (other.Length > Keys.Length || (other.Length == Keys.Length && mention.Name.Length > FullName.Length))
                (Keys, FullName) = (other, mention.Name);
            KnowledgeId ??= mention.KnowledgeId;
            Describe(mention);
        }

        public void Describe(NameMention mention)
        {
            Role ??= mention.Role;
            Country ??= mention.Country;
        }

        public void Known(KnownEntity known)
        {
            Country ??= known.Country;
            _canonical = known.Name;
        }

        public NameMention Name(NameMention mention, MentionKind how) => mention with
        {
            Name = FullName,
            Key = _canonical ?? (Keys.Length == 1 ? NameKey.Strict(FullName) : null),
            Role = mention.Role ?? Role,
            Country = mention.Country ?? Country,
            KnowledgeId = KnowledgeId,
            How = mention.Last == mention.First && Keys.Length > 1 ? MentionKind.ShortName : how,
        };

        private static bool IsInitial(string[] few, string[] many) =>
            few.Length == 2 && many.Length >= 2 && few[^1] == many[^1] && (few[0].Length == 1 || many[0].Length == 1) && few[0][0] == many[0][0];
    }
}
