namespace Truceline.Entity.Reading.Places.Resolution;

/// <summary>A circle about an area or line of an agreement in force.</summary>
/// <param name="Name">Name of the zone, line or route.</param>
/// <param name="Latitude">Degrees north of the middle.</param>
/// <param name="Longitude">Degrees east of the middle.</param>
/// <param name="RadiusMetres">Radius that holds it; greater than 0.</param>
internal sealed record AreaOfInterest(string Name, double Latitude, double Longitude, double RadiusMetres);

/// <summary>Areas of agreements in force: of places of one name, one that lies in them is the likelier. Immutable.</summary>
/// <param name="areas">The areas.</param>
internal sealed class AreasOfInterest(IReadOnlyList<AreaOfInterest> areas)
{
    /// <summary>Metres beyond an area within which a place still counts as near it.</summary>
    private const double MarginMetres = 20_000;

    private readonly List<(GazetteerPlace Centre, double Metres)> _circles =
        [.. areas.Select(a => (new GazetteerPlace("", a.Name, PlaceKind.Region, a.Latitude, a.Longitude, a.RadiusMetres, null), a.RadiusMetres + MarginMetres))];

    /// <summary>No areas.</summary>
    public static AreasOfInterest None { get; } = new([]);

    /// <summary>These areas and further ones.</summary>
    public AreasOfInterest With(IEnumerable<AreaOfInterest> further) => new([.. areas, .. further]);

    /// <summary>Number of areas.</summary>
    public int Count => _circles.Count;

    /// <summary>Whether a place, other than a state or sea, lies in an area or near it.</summary>
    public bool Holds(GazetteerPlace place)
    {
        if (place.Kind is PlaceKind.Country or PlaceKind.Continent or PlaceKind.Sea)
            return false;
        foreach (var (centre, metres) in _circles)
        {
            if (Math.Abs(centre.Latitude - place.Latitude) * 111_000 <= metres && centre.MetresTo(place) <= metres)
                return true;
        }
        return false;
    }
}
