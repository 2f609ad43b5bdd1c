namespace Truceline.Entity.Reading.Places;

/// <summary>A place of the gazetteer.</summary>
/// <param name="Id">"geonames:…", "wof:…" or "truceline:…".</param>
/// <param name="Name">Main name.</param>
/// <param name="Kind">Kind of place.</param>
/// <param name="Latitude">Degrees north, WGS 84.</param>
/// <param name="Longitude">Degrees east, WGS 84.</param>
/// <param name="RadiusMetres">Radius that holds most of it; greater than 0.</param>
/// <param name="Country">ISO 3166-1 alpha-2; null for seas and the like.</param>
/// <param name="Population">Inhabitants, rounded; 0 when unknown.</param>
/// <param name="Division">Code of its first-order division, e.g. "SY.12"; null when unknown.</param>
internal sealed record GazetteerPlace(
    string Id,
    string Name,
    PlaceKind Kind,
    double Latitude,
    double Longitude,
    double RadiusMetres,
    string? Country,
    int Population = 0,
    string? Division = null)
{
    /// <summary>Whether it stands in the readable tables.</summary>
    public bool IsCurated { get; } = Id.StartsWith("truceline:", StringComparison.Ordinal);

    /// <summary>Logarithm of the number of inhabitants, to base 10; 0 for none.</summary>
    public double LogPopulation { get; } = Math.Log10(Population + 1);

    /// <summary>Where it lies on the unit sphere: looked at for every name of every document, and places are kept.</summary>
    public (double X, double Y, double Z) Direction { get; } = DirectionOf(Latitude, Longitude);

    private static (double X, double Y, double Z) DirectionOf(double latitude, double longitude)
    {
        var (sinLat, cosLat) = Math.SinCos(double.DegreesToRadians(latitude));
        var (sinLon, cosLon) = Math.SinCos(double.DegreesToRadians(longitude));
        return (cosLat * cosLon, cosLat * sinLon, sinLat);
    }

    /// <summary>Whether another place lies nearer than so many metres.</summary>
    public bool IsWithin(double metres, GazetteerPlace other)
    {
        // A degree of latitude is 111.19 km on this sphere; what is farther by latitude alone needs no trigonometry.
        const double MetresOfDegree = 111_000;
        return Math.Abs(Latitude - other.Latitude) * MetresOfDegree <= metres && MetresTo(other) < metres;
    }

    /// <summary>Metres to another place on the sphere; good to 0.6 %, enough to weigh candidates.</summary>
    public double MetresTo(GazetteerPlace other)
    {
        const double MeanEarthRadius = 6_371_008.8;
        var (lat1, lat2) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var halfLat = Math.Sin((lat2 - lat1) / 2);
        var halfLon = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var h = (halfLat * halfLat) + (Math.Cos(lat1) * Math.Cos(lat2) * halfLon * halfLon);
        return 2 * MeanEarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}

/// <summary>How well a name fits one of a place's names, the best first.</summary>
internal enum NameFit : byte
{
    /// <summary>Spelt alike, case and diacritics aside.</summary>
    Exact,

    /// <summary>Alike when transliterations are made alike: one loose key.</summary>
    Folded,

    /// <summary>The same consonants.</summary>
    Skeleton,
}

/// <summary>A place that a name may mean.</summary>
/// <param name="Place">The place.</param>
/// <param name="Fit">How well the name fits.</param>
/// <param name="IsMainName">It is the place's main name.</param>
internal readonly record struct NameMatch(GazetteerPlace Place, NameFit Fit, bool IsMainName)
{
    /// <summary>The name is spelt as one of the place's names, case and diacritics aside.</summary>
    public bool Exact => Fit == NameFit.Exact;

    /// <summary>Who reads the name without more thinks of this place ("Gaza"), whatever else bears it.</summary>
    public bool IsFamous { get; init; }
}
