namespace Truceline.Entity.Reading.Places.Recognition;

/// <summary>What sort of place bears a name, the strongest first.</summary>
internal enum NameClass : byte
{
    State,

    /// <summary>Of the readable tables: a sea, region, line, crossing or town that reports name.</summary>
    Curated,
    Division,
    LargeCity,
    Town,
    Small,

    /// <summary>Only folded alike, with a large place.</summary>
    FoldedLarge,
    Folded,

    /// <summary>No place bears it.</summary>
    Unknown,
}

/// <summary>What the gazetteer says of a name.</summary>
/// <param name="Class">The strongest sort of place that bears it.</param>
/// <param name="Matches">The places, as <see cref="Gazetteer.Find(NameHash)"/> gives them; null when none bears it.</param>
internal sealed record NameKnowledge(NameClass Class, NameMatches? Matches)
{
    private const int LargePopulation = 100_000;
    private const int TownPopulation = 5_000;

    public static NameKnowledge Nothing { get; } = new(NameClass.Unknown, null);

    /// <summary>What places make of their name.</summary>
    public static NameKnowledge Of(NameMatches matches)
    {
        var best = NameClass.Unknown;
        foreach (var match in matches)
        {
            var kind = ClassOf(match);
            best = kind < best ? kind : best;
        }
        return best == NameClass.Unknown ? Nothing : new NameKnowledge(best, matches);
    }

    /// <summary>Whether a place that bears it lies in one of some states.</summary>
    /// <param name="states">The states.</param>
    /// <param name="mask">Their bits.</param>
    /// <param name="exact">Whether of the places that are spelt so, else of the others.</param>
    public bool LiesIn(Dictionary<string, int> states, ulong mask, bool exact)
    {
        if (Matches is null || ((exact ? Matches.ExactStateMask : Matches.OtherStateMask) & mask) == 0)
            return false;
        foreach (var state in exact ? Matches.ExactStates : Matches.OtherStates)
        {
            if (states.ContainsKey(state))
                return true;
        }
        return false;
    }

    private static NameClass ClassOf(NameMatch match)
    {
        var place = match.Place;
        if (!match.Exact)
            return place.Population >= LargePopulation ? NameClass.FoldedLarge : NameClass.Folded;
        if (place.IsCurated)
            return place.Kind == PlaceKind.Country ? NameClass.State : NameClass.Curated;
        if (place.Kind == PlaceKind.Province)
            return NameClass.Division;
        return place.Population >= LargePopulation ? NameClass.LargeCity : place.Population >= TownPopulation ? NameClass.Town : NameClass.Small;
    }
}
