namespace Truceline.GeoZone.Geodesy;

/// <summary>The WGS 84 ellipsoid (NIMA TR8350.2).</summary>
internal static class Wgs84
{
    /// <summary>Equatorial radius, in metres.</summary>
    public const double A = 6_378_137.0;

    /// <summary>Flattening.</summary>
    public const double F = 1 / 298.257223563;

    /// <summary>Polar radius, in metres.</summary>
    public const double B = A * (1 - F);

    /// <summary>Third flattening, (a - b) / (a + b).</summary>
    public const double N = F / (2 - F);

    /// <summary>Square of the second eccentricity, (a² - b²) / b².</summary>
    public const double SecondEccentricitySquared = F * (2 - F) / ((1 - F) * (1 - F));
}
