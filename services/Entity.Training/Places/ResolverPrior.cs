using Truceline.Entity.Reading.Places.Resolution;

namespace Truceline.Entity.Training.Places;

/// <summary>
/// Weights of the resolver as they were set by hand. Learning is drawn to them: the corpus has no datelines and no agreements, and tells little of
/// villages and transliterations.
/// </summary>
internal static class ResolverPrior
{
    private const double None = -0.5;

    private static readonly Dictionary<PlaceFeature, double> ByFeature = new()
    {
        [PlaceFeature.Country] = 3,
        [PlaceFeature.Continent] = 3,
        [PlaceFeature.Sea] = 2,
        [PlaceFeature.Region] = 1,
        [PlaceFeature.Province] = 0.5,
        [PlaceFeature.District] = -1,
        [PlaceFeature.City] = 0.6,
        [PlaceFeature.Town] = 0,
        [PlaceFeature.Village] = -0.5,
        [PlaceFeature.Neighbourhood] = -1.5,
        [PlaceFeature.Facility] = 0,
        [PlaceFeature.OtherKind] = 0,
        [PlaceFeature.Population] = 2,
        [PlaceFeature.Smaller] = 2,
        [PlaceFeature.Curated] = 1.5,
        [PlaceFeature.MainName] = 0.6,
        [PlaceFeature.OtherName] = 0.3,
        [PlaceFeature.FoldedBesideExact] = -3,
        [PlaceFeature.Folded] = -0.5,
        [PlaceFeature.Skeleton] = -1,
        [PlaceFeature.StateNamed] = 1.5,
        [PlaceFeature.StateShare] = 1,
        [PlaceFeature.StateNotNamed] = -0.5,
        [PlaceFeature.FoldedElsewhere] = -1,
        [PlaceFeature.Within] = 3,
        [PlaceFeature.NotWithin] = -1,
        [PlaceFeature.DivisionNamed] = 1,
        [PlaceFeature.WantedKind] = 1,
        [PlaceFeature.NotWantedKind] = -1,
        [PlaceFeature.DatelineCity] = 1,
        [PlaceFeature.Near40] = 1,
        [PlaceFeature.Near150] = 1,
        [PlaceFeature.Near600] = 0.7,
        [PlaceFeature.AreaInForce] = 2,
    };

    /// <summary>A weight for each feature, and last that of "none of them".</summary>
    public static double[] Weights { get; } = [.. Enum.GetValues<PlaceFeature>().Select(f => ByFeature[f]), None];
}
