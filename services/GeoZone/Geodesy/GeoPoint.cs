namespace Truceline.GeoZone.Geodesy;

/// <summary>A point on the WGS 84 ellipsoid.</summary>
/// <param name="Latitude">Degrees north, in [-90, +90].</param>
/// <param name="Longitude">Degrees east, in [-180, +180]; other values are taken modulo 360.</param>
internal readonly record struct GeoPoint(double Latitude, double Longitude)
{
    public static GeoPoint From(Type.V1.Position position) => new(position.Latitude, position.Longitude);

    /// <summary>An angle in degrees brought into [-180, +180).</summary>
    public static double Wrap(double degrees) => degrees is >= -180 and < 180 ? degrees : degrees - 360 * Math.Floor((degrees + 180) / 360);
}
