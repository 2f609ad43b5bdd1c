using NetTopologySuite.Geometries;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Shapes.Drawing;

/// <summary>
/// The plane in which a zone is put together: azimuthal equidistant around the zone's centre, x east and y north, in metres. It knows no
/// antimeridian and no pole. Lengths are true from the centre; across that direction they are too long by the sixth part of the square of
/// the distance in earth radii (1 in 10,000 at 150 km), which is why what is drawn from a distance is moved to it on the ellipsoid afterwards.
/// </summary>
internal sealed class ShapePlane
{
    /// <summary>Further out one lap of the globe is hardly told from the next.</summary>
    public const double LargestRadiusM = 9_000_000;

    private readonly EquidistantPlane _plane;

    public ShapePlane(GeoPoint centre)
    {
        Centre = centre;
        _plane = new(centre);
    }

    public GeoPoint Centre { get; }

    /// <summary>The plane around the middle of the points.</summary>
    public static ShapePlane Around(IReadOnlyCollection<GeoPoint> points)
    {
        double x = 0, y = 0, z = 0;
        foreach (var point in points)
        {
            var (sinLat, cosLat) = Math.SinCos(double.DegreesToRadians(point.Latitude));
            var (sinLon, cosLon) = Math.SinCos(double.DegreesToRadians(point.Longitude));
            (x, y, z) = (x + cosLat * cosLon, y + cosLat * sinLon, z + sinLat);
        }
        var flat = double.Hypot(x, y);
        return new(flat == 0 && z == 0 ? points.First() : new(double.RadiansToDegrees(Math.Atan2(z, flat)), double.RadiansToDegrees(Math.Atan2(y, x))));
    }

    public Coordinate Project(GeoPoint point)
    {
        var at = _plane.Project(point);
        return new(at.X, at.Y);
    }

    public GeoPoint Unproject(Coordinate at) =>
        Geodesic.Direct(Centre, Math.Atan2(at.X, at.Y), double.Hypot(at.X, at.Y));
}
