using Truceline.Entity.Reading.Places;
using Truceline.Entity.Reading.Places.Recognition;

namespace Truceline.Entity.Reading.Names;

/// <summary>Places, and nationalities that stand alone. Which names are places <see cref="ToponymRecogniser"/> tells.</summary>
internal sealed class Toponyms(StateNames states, Gazetteer gazetteer) : IMentionSource
{
    private const int LongestName = 5;
    private const int MostActing = 4;

    private readonly StatesNamed _peoples = new(gazetteer.Countries);
    private readonly ToponymRecogniser _recogniser = new();

    public IEnumerable<NameMention> Find(MentionContext context)
    {
        var atoms = context.Atoms;
        var scan = ToponymScan.Of(gazetteer, _peoples, atoms.Text, context.Header.Body, TagsOf(context));
        var toponyms = _recogniser.Find(scan, context.Header.DatelinePlace);
        var within = Containment.Of(atoms.Text.Text, [.. toponyms.Select(t => t.Span)]);
        var found = new List<NameMention>();
        var next = 0;
        for (var i = 0; i < atoms.Count; i++)
        {
            while (next < toponyms.Count && toponyms[next].Span.Start < atoms[i].Span.Start)
                next++;
            if (!atoms[i].IsWord || context.IsTaken(i))
                continue;
            if (Nationality(context, i) is { } nationality)
            {
                found.Add(nationality);
                i = nationality.Last;
            }
            else if ((Place(context, i, next < toponyms.Count ? toponyms[next].Span : null) ?? Town(context, i)) is { } place)
            {
                var container = next < toponyms.Count && toponyms[next].Span.Start == atoms[i].Span.Start ? within[next] : -1;
                found.Add(place with { Within = container >= 0 ? toponyms[container].Span.Of(atoms.Text.Text) : null, IsPart = container >= 0 && container < next });
                i = place.Last;
            }
        }
        return Divisions(found);
    }

    /// <summary>"Atlanta, Georgia": what bears the name of a state is the division of another where only that holds the place before it.</summary>
    private List<NameMention> Divisions(List<NameMention> found)
    {
        for (var i = 0; i + 1 < found.Count; i++)
        {
            var (inner, outer) = (found[i], found[i + 1]);
            if (inner is not { Key: null, Toponym: { } name, Within: { } within } || outer is not { Kind: "country", Country: { } iso, Toponym: { } state } || !NameKey.Strict(within).Equals(NameKey.Strict(state), StringComparison.Ordinal))
                continue;
            var places = gazetteer.Find(name);
            if (places.Any(p => p.Exact && p.Place.Country == iso) || DivisionOf(places, state) is not { } division || gazetteer.Countries.WithIso(division.Country) is not { } owner)
                continue;
            found[i + 1] = new NameMention(outer.First, outer.Last, EntityType.Location, state) { Toponym = state, Wanted = PlaceKind.Province, Within = owner.Name, Key = "division:" + division.Id };
        }
        return found;
    }

    private GazetteerPlace? DivisionOf(NameMatches places, string name)
    {
        foreach (var division in gazetteer.Find(name))
        {
            if (division is { Exact: true, Place: { Kind: PlaceKind.Province, Division: { } code } } && places.Any(p => p.Exact && p.Place.Division == code))
                return division.Place;
        }
        return null;
    }

    private static List<TagSpan>? TagsOf(MentionContext context)
    {
        if (context.Tagged.Count == 0)
            return null;
        var tags = new List<TagSpan>(context.Tagged.Count);
        foreach (var tag in context.Tagged)
            tags.Add(new TagSpan(context.Atoms.Text.SpanOf(tag.FirstToken, tag.EndToken - 1), tag.Type));
        return tags;
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

    private NameMention? Place(MentionContext context, int first, TextSpan? toponym)
    {
        var atoms = context.Atoms;
        if (states.NameAt(atoms, first) is { } state && !context.IsTaken(state.Last) && !(toponym is { } longer && longer.Start == atoms[first].Span.Start && longer.End > atoms[state.Last].Span.End))
            return State(atoms, first, state.Last, state.Country) is var named && !named.Metonym && ActsWithOthers(atoms, state.Last) && !IsLocated(atoms, first) ? named with { Metonym = true } : named;
        if (toponym is not { } span || span.Start != atoms[first].Span.Start)
            return Unknown(context, first);
        var last = first;
        while (last + 1 < atoms.Count && atoms[last + 1].Span.End <= span.End)
            last++;
        // "Gegharkunik province" as one name that no gazetteer has.
        if (last > first && !atoms[last].IsCapital && Vocabulary.PlaceNouns.ContainsKey(atoms[last].Key) && gazetteer.Find(atoms.TextOf(first, last)).Count == 0)
            last--;
        for (var i = first; i <= last; i++)
        {
            if (context.IsTaken(i))
                return null;
        }
        var name = atoms.TextOf(first, last);
        return new NameMention(first, last, EntityType.Location, name)
        {
            Toponym = name,
            // "Ankara" is the city, not the province of the name.
            Wanted = Wanted(atoms, first, last) ?? (states.SeatAt(atoms, first) is { } seat && seat.Last == last ? PlaceKind.City : null),
            Metonym = IsGovernment(atoms, first, last),
        };
    }

    /// <summary>A town of the readable table by a name of several words, which means nothing else: "Khan Sheikhoun was hit".</summary>
    private NameMention? Town(MentionContext context, int first)
    {
        var atoms = context.Atoms;
        var last = LastOfTown(gazetteer, atoms, first);
        if (last < first || context.IsTaken(first, last))
            return null;
        var name = atoms.TextOf(first, last);
        return new NameMention(first, last, EntityType.Location, name) { Toponym = name, Wanted = Wanted(atoms, first, last) };
    }

    /// <summary>Last atom of a name of several words of a town of the readable table; less than the first when none begins there.</summary>
    public static int LastOfTown(Gazetteer gazetteer, AtomRow atoms, int first)
    {
        if (!atoms[first].IsWord || !atoms[first].IsCapital || atoms[first].IsJoined || !(atoms[first + 1].IsCapital || atoms[first + 1].IsWord && atoms[first + 2].IsCapital))
            return first - 1;
        for (var last = Math.Min(first + LongestName - 1, atoms.Count - 1); last > first; last--)
        {
            if (!atoms.SameSentence(first, last) || !atoms[last].IsCapital || atoms[last + 1].IsJoined)
                continue;
            foreach (var match in gazetteer.Find(atoms.CharactersOf(first, last)))
            {
                if (match is { Exact: true, Place: { IsCurated: true, Kind: PlaceKind.City or PlaceKind.Town or PlaceKind.Village } })
                    return last;
            }
        }
        return first - 1;
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
    private static NameMention? Unknown(MentionContext context, int first)
    {
        var atoms = context.Atoms;
        if (atoms[first].Is(WordTraits.EnglishWord) || !(IsName(atoms, first) || IsInner(atoms, first)))
            return null;
        var last = LastOfRun(context, first);
        var said = (atoms[first - 1].Key == "of" && Vocabulary.PlaceNouns.ContainsKey(atoms[first - 2].Key))
            || (Vocabulary.PlaceNouns.ContainsKey(atoms[last + 1].Key) && !atoms[first].IsFirst && atoms[last + 1].Key is not ("state" or "capital" or "department" or "resort" or "port"));
        if (!said || last < first || Vocabulary.IsCalendar(atoms[first].Key))
            return null;
        var name = atoms.TextOf(first, last);
        return new NameMention(first, last, EntityType.Location, name) { Toponym = name, Wanted = Wanted(atoms, first, last) };
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
        && (Vocabulary.GovernmentVerbs.Contains(atoms[last + 1].Key) || atoms[last + 1].Key == "'s" || atoms[last + 1].IsJoined || ActsWithOthers(atoms, last) || DoesLikewise(atoms, first));

    /// <summary>"and so did Riyadh".</summary>
    private static bool DoesLikewise(AtomRow atoms, int first) => atoms[first - 1].Key == "did" && atoms[first - 2].Key is "so" or "as" or "nor";

    /// <summary>"Ankara and Moscow agreed": the verb of the last of several capitals and states is that of each.</summary>
    private bool ActsWithOthers(AtomRow atoms, int last)
    {
        for (var count = 0; count < MostActing; count++)
        {
            if (atoms[last + 1].Key is not ("and" or ","))
                return false;
            var next = atoms[last + 1].Key == "," && atoms[last + 2].Key == "and" ? last + 3 : last + 2;
            if (!atoms.SameSentence(last, next))
                return false;
            if (states.SeatAt(atoms, next) is { } seat)
                last = seat.Last;
            else if (states.NameAt(atoms, next) is { } state)
                last = state.Last;
            else
                return false;
            if (Vocabulary.GovernmentVerbs.Contains(atoms[last + 1].Key))
                return true;
        }
        return false;
    }

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
