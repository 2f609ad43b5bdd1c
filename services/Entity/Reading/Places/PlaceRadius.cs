namespace Truceline.Entity.Reading.Places;

/// <summary>The radius within which a place lies when no better figure is known.</summary>
internal static class PlaceRadius
{
    /// <summary>Metres, by kind and, for settlements, by population (built-up area grows about with the number of inhabitants).</summary>
    public static double Default(PlaceKind kind, int population) => kind switch
    {
        PlaceKind.Country => 400_000,
        PlaceKind.Province or PlaceKind.Region => 80_000,
        PlaceKind.District => 20_000,
        PlaceKind.Sea => 300_000,
        PlaceKind.Facility => 2_000,
        PlaceKind.Continent => 3_000_000,
        PlaceKind.River or PlaceKind.Mountain or PlaceKind.Island => 50_000,
        _ => Math.Clamp(15 * Math.Sqrt(population), 1_500, 35_000),
    };
}
