namespace Truceline.Entity.Reading.Places.Resolution;

/// <summary>What speaks for or against a place that bears a name. The order is that of the weights.</summary>
internal enum PlaceFeature
{
    // What it is.
    Country,
    Continent,
    Sea,
    Region,
    Province,
    District,
    City,
    Town,
    Village,
    Neighbourhood,
    Facility,
    OtherKind,

    /// <summary>Logarithm of the inhabitants, 0 to about 1.</summary>
    Population,

    /// <summary>The same, less that of the largest place of the name; not above 0.</summary>
    Smaller,

    /// <summary>It stands in the readable supplement.</summary>
    Curated,

    // How the name fits.
    MainName,
    OtherName,

    /// <summary>Folded alike only, where another place is spelt so.</summary>
    FoldedBesideExact,

    /// <summary>Folded alike only; no place is spelt so.</summary>
    Folded,
    Skeleton,

    // States that the text names.
    StateNamed,

    /// <summary>Mentions of its state, as a share of those of the state that is named most.</summary>
    StateShare,

    /// <summary>The text names states, but not its.</summary>
    StateNotNamed,

    /// <summary>The same, of a place that is only folded alike: chance makes many such in the whole world.</summary>
    FoldedElsewhere,

    // Hierarchy.
    /// <summary>It lies in what the text says that it lies in.</summary>
    Within,
    NotWithin,

    /// <summary>The text names the first-order division that it lies in, by a name that it does not bear itself.</summary>
    DivisionNamed,

    // Words beside the name.
    WantedKind,
    NotWantedKind,
    DatelineCity,

    // Nearness to the other places of the text.
    Near40,
    Near150,
    Near600,

    /// <summary>It lies in or near an area of an agreement in force.</summary>
    AreaInForce,
}

/// <summary>Features of the places that a name may mean, without those of nearness.</summary>
internal static class CandidateFeatures
{
    /// <summary>Number of features.</summary>
    public static int Count { get; } = Enum.GetValues<PlaceFeature>().Length;

    private const double LogOfLargest = 7.5;

    /// <summary>Writes the features of a place.</summary>
    /// <param name="match">The place and how the name fits.</param>
    /// <param name="name">The name and what stands around it.</param>
    /// <param name="facts">Facts that all places of the name share.</param>
    /// <param name="context">What the document says besides.</param>
    /// <param name="features">Takes <see cref="Count"/> values; cleared before.</param>
    public static void Of(in NameMatch match, Toponym name, in NameFacts facts, DocumentContext context, Span<double> features)
    {
        features.Clear();
        var place = match.Place;
        features[(int)KindOf(place.Kind)] = 1;
        var size = place.LogPopulation / LogOfLargest;
        features[(int)PlaceFeature.Population] = size;
        var isCurated = place.IsCurated;
        // The readable tables give no figures: what stands in them is not small.
        if (!isCurated)
            features[(int)PlaceFeature.Smaller] = size - facts.LargestSize;
        if (isCurated && match.Exact && place.Kind != PlaceKind.Country)
            features[(int)PlaceFeature.Curated] = 1;
        features[(int)FitOf(match, facts.AnyExact)] = 1;
        AddStates(match, context, features);
        if (name.Within is not null)
            features[(int)(context.LiesWithin(place, name.Within) ? PlaceFeature.Within : PlaceFeature.NotWithin)] = 1;
        if (place.Kind != PlaceKind.Province && context.NamesDivisionOf(place))
            features[(int)PlaceFeature.DivisionNamed] = 1;
        if (name.Wanted is { } wanted && Fits(place.Kind, wanted) is { } fits)
            features[(int)(fits ? PlaceFeature.WantedKind : PlaceFeature.NotWantedKind)] = 1;
        if (name.IsDateline && place.Kind is PlaceKind.City or PlaceKind.Town)
            features[(int)PlaceFeature.DatelineCity] = 1;
    }

    /// <summary>Logarithm of a number of inhabitants, 0 for none to about 1.</summary>
    public static double Size(int population) => Math.Log10(population + 1) / LogOfLargest;

    private static void AddStates(in NameMatch match, DocumentContext context, Span<double> features)
    {
        var place = match.Place;
        if (context.MostMentions == 0)
            return;
        var mentions = place.Country is { } country ? context.MentionsOf(country) : 0;
        if (mentions > 0)
        {
            features[(int)PlaceFeature.StateNamed] = 1;
            features[(int)PlaceFeature.StateShare] = mentions / (double)context.MostMentions;
        }
        else if (place.Kind is not (PlaceKind.Country or PlaceKind.Continent or PlaceKind.Sea))
        {
            features[(int)PlaceFeature.StateNotNamed] = 1;
            if (match.Fit != NameFit.Exact)
                features[(int)PlaceFeature.FoldedElsewhere] = 1;
        }
    }

    private static PlaceFeature FitOf(in NameMatch match, bool anyExact) => match.Fit switch
    {
        NameFit.Exact => match.IsMainName ? PlaceFeature.MainName : PlaceFeature.OtherName,
        NameFit.Folded => anyExact ? PlaceFeature.FoldedBesideExact : PlaceFeature.Folded,
        _ => PlaceFeature.Skeleton,
    };

    private static PlaceFeature KindOf(PlaceKind kind) => kind switch
    {
        PlaceKind.Country => PlaceFeature.Country,
        PlaceKind.Continent => PlaceFeature.Continent,
        PlaceKind.Sea => PlaceFeature.Sea,
        PlaceKind.Region => PlaceFeature.Region,
        PlaceKind.Province => PlaceFeature.Province,
        PlaceKind.District => PlaceFeature.District,
        PlaceKind.City => PlaceFeature.City,
        PlaceKind.Town => PlaceFeature.Town,
        PlaceKind.Village => PlaceFeature.Village,
        PlaceKind.Neighbourhood => PlaceFeature.Neighbourhood,
        PlaceKind.Facility => PlaceFeature.Facility,
        _ => PlaceFeature.OtherKind,
    };

    /// <summary>Whether a kind is what the words beside the name ask for; null when they neither ask for it nor exclude it.</summary>
    private static bool? Fits(PlaceKind kind, PlaceKind wanted) => wanted switch
    {
        PlaceKind.Province => kind is PlaceKind.Province or PlaceKind.Region ? true : kind is PlaceKind.District ? null : false,
        PlaceKind.District => kind is PlaceKind.District ? true : kind is PlaceKind.Province ? null : false,
        PlaceKind.City or PlaceKind.Town => kind is PlaceKind.City or PlaceKind.Town ? true : kind is PlaceKind.Village ? null : false,
        PlaceKind.Village => kind is PlaceKind.Village or PlaceKind.Town ? true : kind is PlaceKind.City ? null : false,
        _ => kind == wanted,
    };
}

/// <summary>Facts that the places of a name share.</summary>
/// <param name="LargestPopulation">Inhabitants of the largest of those that are spelt so, else of all.</param>
/// <param name="AnyExact">Whether any is spelt so.</param>
internal readonly record struct NameFacts(int LargestPopulation, bool AnyExact)
{
    /// <summary>Size of the largest.</summary>
    public double LargestSize { get; } = CandidateFeatures.Size(LargestPopulation);

    public static NameFacts Of(NameMatches matches)
    {
        var (largest, exact) = (0, false);
        foreach (var match in matches)
        {
            if (match.Exact && !exact)
                (largest, exact) = (match.Place.Population, true);
            else if (match.Exact == exact)
                largest = Math.Max(largest, match.Place.Population);
        }
        return new NameFacts(largest, exact);
    }
}
