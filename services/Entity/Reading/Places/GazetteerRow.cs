namespace Truceline.Entity.Reading.Places;

/// <summary>A place as it is compiled into the gazetteer file.</summary>
internal sealed record GazetteerRow(
    bool FromWhosOnFirst,
    long Id,
    string Name,
    PlaceKind Kind,
    double Latitude,
    double Longitude,
    string Country,
    int Population,
    string Division)
{
    /// <summary>Further names in Latin script.</summary>
    public IReadOnlyList<string> OtherNames { get; init; } = [];

    /// <summary>Radius in whole kilometres; 0 takes the default of the kind and population.</summary>
    public int RadiusKilometres { get; init; }
}
