using Truceline.Entity.Reading.Knowledge;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Names;

/// <summary>Finds names of states and of their people in a text.</summary>
internal sealed class StateNames
{
    private readonly PhraseIndex<Country> _names = new();
    private readonly PhraseIndex<Country[]> _demonyms = new();
    private readonly PhraseIndex<Country> _seats = new();

    private readonly SharedDemonyms _shared;

    /// <summary>Finds names of the states of a table; of a demonym of two states the gazetteer and the knowledge base help to tell which, where they are given.</summary>
    public StateNames(CountryTable countries, Gazetteer? gazetteer = null, KnowledgeBase? knowledge = null)
    {
        foreach (var country in countries.All)
        {
            foreach (var name in country.OtherNames.Prepend(country.Name))
                _names.Add(name, country);
            foreach (var seat in country.Metonyms.Prepend(country.Capital))
                _seats.Add(seat, country);
        }
        var demonyms = countries.All.SelectMany(c => c.Demonyms, (country, demonym) => (country, demonym)).GroupBy(d => d.demonym, StringComparer.Ordinal).ToList();
        foreach (var demonym in demonyms)
            _demonyms.Add(demonym.Key, [.. demonym.Select(d => d.country).OrderByDescending(c => c.Demonyms[0] == demonym.Key)]);
        var own = new PhraseIndex<Country>();
        foreach (var demonym in demonyms.Where(d => d.Count() == 1))
            own.Add(demonym.Key, demonym.First().country);
        _shared = new SharedDemonyms([.. demonyms.Where(d => d.Count() > 1).SelectMany(d => d).Select(d => d.country.Iso)], _names, _seats, own, gazetteer, knowledge);
    }

    /// <summary>A demonym or adjective of nationality at an atom.</summary>
    public (int Last, Country Country)? DemonymAt(AtomRow atoms, int first)
    {
        if (!Has(atoms, first, StateMark.Demonym) || _demonyms.Match(atoms, first, capital: true) is not { } match)
            return null;
        return (match.Value.Length == 1 ? match.Value[0] : _shared.Choose(atoms, match.Value, atoms.CharactersOf(first, match.Last))) is { } country ? (match.Last, country) : null;
    }

    /// <summary>The name of a state at an atom.</summary>
    public (int Last, Country Country)? NameAt(AtomRow atoms, int first) => Has(atoms, first, StateMark.Name) ? _names.Match(atoms, first, capital: true) : null;

    /// <summary>A capital or other seat of government at an atom.</summary>
    public (int Last, Country Country)? SeatAt(AtomRow atoms, int first) => Has(atoms, first, StateMark.Seat) ? _seats.Match(atoms, first, capital: true) : null;

    private bool Has(AtomRow atoms, int atom, StateMark mark)
    {
        if (atoms.States is not { } states || !ReferenceEquals(states.Owner, this))
            atoms.States = states = new StateMarks(this, Mark(atoms));
        return (uint)atom < (uint)states.At.Length && (states.At[atom] & mark) != 0;
    }

    private StateMark[] Mark(AtomRow atoms)
    {
        var marks = new StateMark[atoms.Count];
        for (var i = 0; i < marks.Length; i++)
        {
            if (!atoms[i].IsWord || !(atoms[i].IsCapital || atoms[i + 1].IsCapital))
                continue;
            marks[i] = (_names.Match(atoms, i, capital: true) is null ? 0 : StateMark.Name) | (_demonyms.Match(atoms, i, capital: true) is null ? 0 : StateMark.Demonym)
                | (_seats.Match(atoms, i, capital: true) is null ? 0 : StateMark.Seat);
        }
        return marks;
    }

    /// <summary>
    /// A word that makes what follows a state's: a demonym ("Turkish"), the name with its possessive ending ("Turkey's"), or the name
    /// itself before a noun ("US forces").
    /// </summary>
    public (int Last, Country Country)? OwnerAt(AtomRow atoms, int first)
    {
        if (NameAt(atoms, first) is { } name && !atoms[name.Last + 1].IsJoined)
            return atoms[name.Last + 1].Key == "'s" ? (name.Last + 1, name.Country) : name;
        return DemonymAt(atoms, first) is { } demonym && !atoms[demonym.Last + 1].IsJoined ? demonym : null;
    }

    /// <summary>The state of a demonym or possessive that ends right before an atom, by the longest ("South Korean", not "Korean"); null when there is none.</summary>
    public Country? OwnerBefore(AtomRow atoms, int atom)
    {
        Country? longest = null;
        for (var first = atom - 1; first >= Math.Max(0, atom - 4) && atoms.SameSentence(first, atom); first--)
        {
            if (OwnerAt(atoms, first) is { } owner && owner.Last == atom - 1)
                longest = owner.Country;
        }
        return longest;
    }
}
