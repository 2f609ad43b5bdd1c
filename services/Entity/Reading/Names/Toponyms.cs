using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Names;

/// <summary>Places, and nationalities that stand alone. A name that the gazetteer holds is a place only where something speaks for it.</summary>
internal sealed class Toponyms(StateNames states, Vocabulary vocabulary, Gazetteer gazetteer) : IMentionSource
{
    private const int LongestName = 5;
    private const int LargePopulation = 100_000;
    private const int LooseLength = 5;

    public IEnumerable<NameMention> Find(MentionContext context)
    {
        var atoms = context.Atoms;
        var mentioned = StatesIn(context);
        var found = new List<NameMention>();
        for (var i = 0; i < atoms.Count; i++)
        {
            if (!atoms[i].IsWord || context.IsTaken(i))
                continue;
            if (Nationality(context, i) is { } nationality)
            {
                found.Add(nationality);
                i = nationality.Last;
            }
            else if (Place(context, i, mentioned, found) is { } place)
            {
                found.Add(place);
                i = place.Last;
            }
        }
        return found;
    }

    /// <summary>States that the text names, or names the people of.</summary>
    private HashSet<string> StatesIn(MentionContext context)
    {
        var found = new HashSet<string>(context.Found.Select(m => m.Country).OfType<string>(), StringComparer.Ordinal);
        for (var i = 0; i < context.Atoms.Count; i++)
        {
            if ((states.NameAt(context.Atoms, i) ?? states.DemonymAt(context.Atoms, i) ?? states.SeatAt(context.Atoms, i)) is { } state)
                found.Add(state.Country.Iso);
        }
        return found;
    }

    private NameMention? Nationality(MentionContext context, int first)
    {
        if (states.DemonymAt(context.Atoms, first) is not { } demonym || states.NameAt(context.Atoms, first) is { } name && name.Last >= demonym.Last)
            return null;
        return new NameMention(first, demonym.Last, EntityType.Nationality, demonym.Country.Demonyms[0])
        {
            Key = "nationality:" + demonym.Country.Iso,
            Country = demonym.Country.Iso,
        };
    }

    private NameMention? Place(MentionContext context, int first, HashSet<string> mentioned, List<NameMention> found)
    {
        var atoms = context.Atoms;
        if (!atoms[first].IsCapital && !(atoms[first + 1].IsJoined && atoms[first + 1].IsCapital && atoms[first].Key is "al" or "el" or "as" or "ash" or "ad" or "ar" or "an" or "az" or "at"))
            return null;
        if (states.NameAt(atoms, first) is { } state && !context.IsTaken(state.Last))
            return State(atoms, first, state.Last, state.Country);
        for (var last = LastOfRun(context, first); last >= first; last--)
        {
            if (!atoms[last].IsCapital && !atoms[last].IsJoined)
                continue;
            if (atoms[last + 1].IsJoined && !IsName(atoms, last + 1))
                continue;
            var name = atoms.TextOf(first, last);
            var matches = gazetteer.Find(name);
            if (atoms[first].Key is "the" && !matches.Any(m => m.Exact && m.IsMainName))
                continue;
            if (matches.Count == 0 || !Speaks(context, first, last, matches, mentioned, found))
                continue;
            return new NameMention(first, last, EntityType.Location, name)
            {
                Toponym = name,
                Wanted = Wanted(atoms, first, last),
                Metonym = IsGovernment(atoms, first, last),
            };
        }
        return Unknown(context, first);
    }

    internal static NameMention State(AtomRow atoms, int first, int last, Country country) =>
        new(first, last, EntityType.Location, country.Name)
        {
            Key = "state:" + country.Iso,
            Kind = "country",
            Country = country.Iso,
            Toponym = country.Name,
            Wanted = PlaceKind.Country,
            Metonym = Vocabulary.GovernmentVerbs.Contains(atoms[last + 1].Key) && !IsLocated(atoms, first),
        };

    /// <summary>A capitalised name that no gazetteer holds is a place where the text says so: "the village of …", "… province".</summary>
    private NameMention? Unknown(MentionContext context, int first)
    {
        var atoms = context.Atoms;
        var last = LastOfRun(context, first);
        var said = (atoms[first - 1].Key == "of" && Vocabulary.PlaceNouns.ContainsKey(atoms[first - 2].Key))
            || (Vocabulary.PlaceNouns.ContainsKey(atoms[last + 1].Key) && !atoms[first].IsFirst && atoms[last + 1].Key is not ("state" or "capital" or "department" or "resort" or "port"));
        if (!said || last < first || vocabulary.IsEnglishWord(atoms[first].Key) || Vocabulary.IsCalendar(atoms[first].Key))
            return null;
        var name = atoms.TextOf(first, last);
        return new NameMention(first, last, EntityType.Location, name) { Toponym = name, Wanted = Wanted(atoms, first, last) };
    }

    private bool Speaks(MentionContext context, int first, int last, IReadOnlyList<NameMatch> matches, HashSet<string> mentioned, List<NameMention> found)
    {
        var atoms = context.Atoms;
        if (context.Header.DatelinePlace is { } dateline && dateline.Overlaps(atoms.SpanOf(first, last)))
            return true;
        var words = last - first + 1;
        var key = atoms[first].Key;
        var english = words == 1 && vocabulary.IsEnglishWord(key);
        if (words == 1 && (key.Length < 3 || Vocabulary.IsCalendar(key) || (atoms[first].IsAllCapitals && key.Length <= 4)))
            return false;
        if (words == 1 && Vocabulary.IsDirection(key))
            return false;
        var isCurated = matches.Any(m => m.Exact && m.Place.Id.StartsWith("truceline", StringComparison.Ordinal));
        var here = matches.Where(m => m.Place.Country is { } c && mentioned.Contains(c)).ToList();
        var exact = matches.Where(m => m.Exact).ToList();
        var located = IsLocated(atoms, first) || Wanted(atoms, first, last) is not null
            || found.Exists(f => f.Type == EntityType.Location && f.Last < first && first - f.Last <= 3 && atoms[first - 1].Key is "and" or "," or "or");
        if (exact.Count == 0)
            return located && !english && NameKey.Loose(atoms.TextOf(first, last)).Length >= LooseLength && here.Count > 0;
        if (english && atoms[first].IsFirst)
            return false;
        // Next to another capitalised word it is part of a longer name that the gazetteer does not know.
        var isPart = (IsName(atoms, last + 1) && atoms.SameSentence(last, last + 1) && !context.IsTaken(last + 1))
            || (IsName(atoms, first - 1) && atoms.SameSentence(first - 1, first) && !atoms[first - 1].IsFirst && !context.IsTaken(first - 1) && !Vocabulary.IsCalendar(atoms[first - 1].Key) && !found.Exists(f => f.Last == first - 1));
        if (isPart && !located && !isCurated)
            return false;
        if (english)
            return located && (isCurated || here.Exists(m => m.Exact) || exact.Exists(m => m.Place.Population > LargePopulation));
        if (vocabulary.IsFirstName(key) && words == 1 && !isCurated)
            return located && here.Exists(m => m.Exact);
        return isCurated || located || here.Exists(m => m.Exact && (m.Place.Population > 0 || words > 1)) || exact.Exists(m => m.Place.Population > LargePopulation);
    }

    private static bool IsLocated(AtomRow atoms, int first)
    {
        var before = atoms[first - 1].Key is "the" ? first - 2 : first - 1;
        return Vocabulary.Locatives.Contains(atoms[before].Key) || (atoms[first - 1].Key == "of" && Vocabulary.PlaceNouns.ContainsKey(atoms[first - 2].Key));
    }

    /// <summary>The kind that "… province" or "the town of …" asks for.</summary>
    private static PlaceKind? Wanted(AtomRow atoms, int first, int last)
    {
        if (Vocabulary.PlaceNouns.TryGetValue(atoms[last + 1].Key, out var after) && atoms.SameSentence(last, last + 1))
            return after;
        var noun = atoms[first - 1].Key == "of" ? atoms[first - 2].Key : "";
        return Vocabulary.PlaceNouns.TryGetValue(noun, out var before) ? before : null;
    }

    private bool IsGovernment(AtomRow atoms, int first, int last) =>
        states.SeatAt(atoms, first) is { } seat && seat.Last == last && !IsLocated(atoms, first)
        && (Vocabulary.GovernmentVerbs.Contains(atoms[last + 1].Key) || atoms[last + 1].Key == "'s" || atoms[last + 1].IsJoined);

    private static int LastOfRun(MentionContext context, int first)
    {
        var atoms = context.Atoms;
        var last = first;
        while (last - first < LongestName - 1 && atoms.SameSentence(first, last + 1) && !context.IsTaken(last + 1) && (IsName(atoms, last + 1) || IsInner(atoms, last + 1)))
            last++;
        while (last > first && !IsName(atoms, last))
            last--;
        return last;
    }

    private static bool IsInner(AtomRow atoms, int atom) =>
        atoms[atom].IsWord && (atoms[atom].IsJoined || atoms[atom].Key is "al" or "el" or "de" or "la" or "of" or "the" or "el" or "ed" or "es" or "ez" or "del" or "di");

    private static bool IsName(AtomRow atoms, int atom) => atoms[atom].IsWord && atoms[atom].IsCapital;
}
