using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Reading.Names;

/// <summary>States that a text does not name but whose provinces and larger towns it does: "Beni, North Kivu" speaks of Congo.</summary>
internal sealed class TownStates(Gazetteer gazetteer)
{
    private const int LargeTown = 50_000;
    private const int LongestName = 3;

    /// <summary>ISO codes of the states of places whose name is that of places of one state alone, among provinces and larger or well-known towns.</summary>
    public HashSet<string> Of(AtomRow atoms)
    {
        var states = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < atoms.Count; i++)
        {
            if (!atoms[i].IsWord || !atoms[i].IsCapital || (atoms[i].IsFirst && atoms[i].Is(WordTraits.EnglishWord)))
                continue;
            for (var last = Math.Min(i + LongestName - 1, atoms.Count - 1); last >= i; last--)
            {
                if (atoms[last].IsCapital && atoms.SameSentence(i, last) && StateOf(atoms.TextOf(i, last)) is { } state)
                {
                    states.Add(state);
                    i = last;
                    break;
                }
            }
        }
        return states;
    }

    private string? StateOf(string name)
    {
        string? state = null;
        foreach (var match in gazetteer.Find(name))
        {
            if (match is not { Exact: true, Place: { Country: { } iso } place } || !(place.Population > LargeTown || place.IsCurated || place.Kind == PlaceKind.Province))
                continue;
            if (state is not null && state != iso)
                return null;
            state = iso;
        }
        return state;
    }
}
