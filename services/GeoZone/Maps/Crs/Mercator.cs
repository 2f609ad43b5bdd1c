namespace Truceline.GeoZone.Maps.Crs;

/// <summary>The projection of web maps (EPSG:3857): Mercator's on a sphere, longitude and latitude of WGS 84. What lies beyond the square of the world is moved to its edge.</summary>
internal static class Mercator
{
    /// <summary>Half the width of the world, in metres.</summary>
    public const double HalfWorldM = Math.PI * RadiusM;

    /// <summary>Latitude at which the world is a square, in degrees.</summary>
    public const double MostLatitude = 85.0511287798066;

    private const double RadiusM = 6_378_137;

    /// <summary>Easting in metres of a longitude in degrees.</summary>
    public static double X(double longitude) => double.DegreesToRadians(longitude) * RadiusM;

    /// <summary>Northing in metres of a latitude in degrees.</summary>
    public static double Y(double latitude) =>
        Math.Asinh(Math.Tan(double.DegreesToRadians(Math.Clamp(latitude, -MostLatitude, MostLatitude)))) * RadiusM;

    /// <summary>Longitude in degrees of an easting in metres.</summary>
    public static double Longitude(double x) => double.RadiansToDegrees(x / RadiusM);

    /// <summary>Latitude in degrees of a northing in metres.</summary>
    public static double Latitude(double y) => double.RadiansToDegrees(Math.Atan(Math.Sinh(y / RadiusM)));
}
