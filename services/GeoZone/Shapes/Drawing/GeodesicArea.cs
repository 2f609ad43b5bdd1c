using NetTopologySuite.Geometries;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Shapes.Drawing;

/// <summary>
/// Areas on the ellipsoid of polygons whose edges are straight in longitude and latitude: exact up to rounding, by the integral of the
/// authalic latitude's sine along each edge.
/// </summary>
internal static class GeodesicArea
{
    private const double E2 = Wgs84.F * (2 - Wgs84.F);
    private static readonly double E = Math.Sqrt(E2);

    /// <summary>Area in square metres.</summary>
    public static double OfM2(Geometry area)
    {
        double sum = 0;
        foreach (var polygon in Overlay.Areas(area).Geometries.Cast<Polygon>())
            sum += RingM2(polygon.Shell) - polygon.Holes.Sum(RingM2);
        return sum;
    }

    private static double RingM2(LinearRing ring)
    {
        var at = ring.CoordinateSequence;
        double sum = 0;
        for (var i = 1; i < at.Count; i++)
        {
            var (south, north) = (double.DegreesToRadians(at.GetY(i - 1)), double.DegreesToRadians(at.GetY(i)));
            sum += double.DegreesToRadians(at.GetX(i) - at.GetX(i - 1)) * MeanStrip(south, north);
        }
        return Math.Abs(sum);
    }

    /// <summary>Mean over an edge of the area between equator and latitude, per radian of longitude, in square metres; by Gauss's rule on short stretches.</summary>
    private static double MeanStrip(double from, double to)
    {
        var parts = Math.Max(1, (int)Math.Ceiling(Math.Abs(to - from) / 0.05));
        var (half, mean) = ((to - from) / parts / 2, 0.0);
        ReadOnlySpan<(double At, double Weight)> gauss = [(-0.7745966692414834, 5.0 / 18), (0, 8.0 / 18), (0.7745966692414834, 5.0 / 18)];
        for (var i = 0; i < parts; i++)
        {
            foreach (var (at, weight) in gauss)
                mean += weight * Strip(from + half * (2 * i + 1 + at)) / parts;
        }
        return mean;
    }

    private static double Strip(double latitude)
    {
        var sin = Math.Sin(latitude);
        return Wgs84.B * Wgs84.B / 2 * (sin / (1 - E2 * sin * sin) + Math.Atanh(E * sin) / E);
    }
}
