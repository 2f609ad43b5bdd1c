using Truceline.Entity.Reading.Knowledge;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Names;

/// <summary>
/// Tells which of the states of one adjective ("Congolese", "Guinean") a text means: by the states and capitals that it names, the groups and persons that
/// belong to one of them, and the larger towns. Immutable, thread-safe.
/// </summary>
internal sealed class SharedDemonyms
{
    private const int OfState = 4;
    private const int OfGroup = 3;
    private const int OfTown = 1;
    private const int LargeTown = 50_000;

    private readonly HashSet<string> _isos;
    private readonly PhraseIndex<Country> _names;
    private readonly PhraseIndex<Country> _seats;
    private readonly PhraseIndex<Country> _demonyms;
    private readonly PhraseIndex<string> _known = new();
    private readonly Gazetteer? _gazetteer;

    /// <summary>Gathers what belongs to the states.</summary>
    /// <param name="isos">ISO codes of the states that share an adjective with another.</param>
    /// <param name="names">Names of states.</param>
    /// <param name="seats">Capitals and other seats of governments.</param>
    /// <param name="demonyms">Adjectives that belong to one state alone ("South Korean").</param>
    /// <param name="gazetteer">Places; null for none.</param>
    /// <param name="knowledge">Groups and persons; null for none.</param>
    public SharedDemonyms(HashSet<string> isos, PhraseIndex<Country> names, PhraseIndex<Country> seats, PhraseIndex<Country> demonyms, Gazetteer? gazetteer, KnowledgeBase? knowledge)
    {
        (_isos, _names, _seats, _demonyms, _gazetteer) = (isos, names, seats, demonyms, gazetteer);
        foreach (var entity in knowledge?.All ?? [])
        {
            if (entity.Country is not { } iso || !isos.Contains(iso) || entity.Type == EntityType.Location)
                continue;
            foreach (var name in entity.Names)
                _known.Add(name.Text, iso);
        }
    }

    /// <summary>The state that the text means; where nothing tells, the first of them, and null when the word is the first name of none ("Korean").</summary>
    public Country? Choose(AtomRow atoms, Country[] states, ReadOnlySpan<char> demonym)
    {
        var (best, isTie) = Named(atoms, states);
        return isTie && !demonym.StartsWith(best.Demonyms[0], StringComparison.OrdinalIgnoreCase) ? null : best;
    }

    /// <summary>The state that the text speaks of most; looked for once a text.</summary>
    private (Country Best, bool IsTie) Named(AtomRow atoms, Country[] states)
    {
        foreach (var (chosenOf, chosen, wasTie) in atoms.States?.Chosen ?? [])
        {
            if (ReferenceEquals(chosenOf, states))
                return (chosen, wasTie);
        }
        Span<int> evidence = stackalloc int[states.Length];
        for (var i = 0; i < atoms.Count; i++)
        {
            if (!atoms[i].IsWord || !atoms[i].IsCapital || At(atoms, i) is not { } found)
                continue;
            var state = Array.FindIndex(states, s => s.Iso == found.Iso);
            if (state >= 0)
                evidence[state] += found.Weight;
            i = found.Last;
        }
        var best = 0;
        for (var i = 1; i < states.Length; i++)
            best = evidence[i] > evidence[best] ? i : best;
        // A town or two don't settle what both states are named for.
        var isTie = false;
        for (var i = 0; i < states.Length; i++)
            isTie |= i != best && (evidence[i] == evidence[best] || (evidence[i] >= OfState && evidence[best] - evidence[i] < OfGroup));
        atoms.States?.Chosen.Add((states, states[best], isTie));
        return (states[best], isTie);
    }

    private (string Iso, int Last, int Weight)? At(AtomRow atoms, int first)
    {
        if ((_names.Match(atoms, first, capital: true) ?? _demonyms.Match(atoms, first, capital: true) ?? _seats.Match(atoms, first, capital: true)) is { } state)
            return (state.Value.Iso, state.Last, OfState);
        if (_known.Match(atoms, first, capital: true) is { } known)
            return (known.Value, known.Last, OfGroup);
        if (_gazetteer is null)
            return null;
        var matches = _gazetteer.Find(atoms.CharactersOf(first, first));
        if (matches.Count == 0 || matches[0] is not { Exact: true, Place: { Country: { } iso } place } || !(place.Population > LargeTown || place.IsCurated))
            return null;
        return _isos.Contains(iso) ? (iso, first, OfTown) : null;
    }
}
