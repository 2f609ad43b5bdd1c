using System.Runtime.InteropServices;

namespace Truceline.Entity.Reading.Places.Resolution;

/// <summary>What a document says besides a name: the states and divisions that it names.</summary>
internal sealed class DocumentContext
{
    private readonly Dictionary<string, List<int>> _divisions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<GazetteerPlace>> _containers = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<NameMatches> _matches;
    private readonly ulong _stateMask;
    private readonly ulong _divisionMask;

    /// <summary>Gathers what the document says.</summary>
    /// <param name="gazetteer">The places.</param>
    /// <param name="names">The names of the document.</param>
    /// <param name="matches">The places of each name.</param>
    /// <param name="states">How often the document names each state or its people, by ISO code.</param>
    public DocumentContext(Gazetteer gazetteer, IReadOnlyList<Toponym> names, IReadOnlyList<NameMatches> matches, IReadOnlyDictionary<string, int> states)
    {
        (_matches, States, _stateMask) = (matches, states, CodeMask.Of(states.Keys));
        MostMentions = states.Count == 0 ? 0 : states.Values.Max();
        for (var i = 0; i < names.Count; i++)
        {
            foreach (var division in matches[i].Divisions)
                (CollectionsMarshal.GetValueRefOrAddDefault(_divisions, division, out _) ??= []).Add(i);
            _divisionMask |= CodeMask.Of(matches[i].Divisions);
            if (names[i].Within is { } within && !_containers.ContainsKey(within))
            {
                _containers[within] = [.. gazetteer.Find(within).Where(m => m.Exact && m.Place.Kind is PlaceKind.Country or PlaceKind.Province or PlaceKind.District or PlaceKind.Region or PlaceKind.Island or PlaceKind.City)
                    .Select(m => m.Place)];
            }
        }
    }

    /// <summary>How often the document names each state or its people, by ISO code.</summary>
    public IReadOnlyDictionary<string, int> States { get; }

    /// <summary>Mentions of the state that is named most; 0 when none is named.</summary>
    public int MostMentions { get; }

    /// <summary>How often the document names a state or its people.</summary>
    public int MentionsOf(string country) => (_stateMask & CodeMask.Of(country)) == 0 ? 0 : States.GetValueOrDefault(country);

    /// <summary>
    /// Whether the document names the first-order division that a place lies in, by another name than one that the place bears itself: "Idlib" alone
    /// does not say that the town of Idlib lies in the province of Idlib.
    /// </summary>
    public bool NamesDivisionOf(GazetteerPlace place)
    {
        if (place.Division is not { } division || (_divisionMask & CodeMask.Of(division)) == 0 || !_divisions.TryGetValue(division, out var named))
            return false;
        foreach (var name in named)
        {
            if (!Bears(place, _matches[name]))
                return true;
        }
        return false;
    }

    private static bool Bears(GazetteerPlace place, NameMatches name)
    {
        foreach (var match in name)
        {
            if (match.Place.Id == place.Id)
                return true;
        }
        return false;
    }

    /// <summary>Whether a place lies in one that bears a name.</summary>
    public bool LiesWithin(GazetteerPlace place, string within)
    {
        foreach (var container in _containers.GetValueOrDefault(within, []))
        {
            if (container.Kind == PlaceKind.Country ? container.Country == place.Country && place.Kind != PlaceKind.Country
                : container.Kind == PlaceKind.Province ? container.Division is not null && container.Division == place.Division && place.Id != container.Id
                : place.Country == container.Country && container.Id != place.Id && container.IsWithin(container.RadiusMetres * 1.5, place))
            {
                return true;
            }
        }
        return false;
    }
}
