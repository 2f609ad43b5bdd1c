namespace Truceline.Entity.Reading.Places;

/// <summary>A place as it is compiled into the gazetteer.</summary>
/// <param name="FromWhosOnFirst">Whether the id is that of Who's On First; else it is that of GeoNames.</param>
/// <param name="Id">Id in its source; for a division of GeoNames 0, as its code is its id.</param>
/// <param name="Name">Main name.</param>
/// <param name="Kind">Kind of place.</param>
/// <param name="Latitude">Degrees north, WGS 84.</param>
/// <param name="Longitude">Degrees east, WGS 84.</param>
/// <param name="Division">Code of the division that it lies in or is ("SY.12"); the code of the country alone when that is all that is known.</param>
/// <param name="Population">Inhabitants; 0 when unknown.</param>
internal sealed record GazetteerRow(
    bool FromWhosOnFirst,
    long Id,
    string Name,
    PlaceKind Kind,
    double Latitude,
    double Longitude,
    string Division,
    int Population)
{
    /// <summary>ISO 3166-1 alpha-2 code of the country.</summary>
    public string Country => Division[..2];

    /// <summary>Further names, the more usual first.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Radius in whole kilometres; 0 takes the default of the kind and population.</summary>
    public int RadiusKilometres { get; init; }

    /// <summary>Whether its names are looked up by their skeletons too.</summary>
    public bool HasSkeletons { get; init; }
}
