using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.UnitTests.Shapes;

/// <summary>
/// Another way to distances than the service's own, to judge it by. Source: T. Vincenty, "Direct and inverse solutions of geodesics on the
/// ellipsoid with application of nested equations", Survey Review 23 (1975). Half a millimetre; not for near antipodes.
/// </summary>
internal static class Vincenty
{
    public static double DistanceM(GeoPoint from, GeoPoint to)
    {
        const double a = 6378137, f = 1 / 298.257223563, b = a * (1 - f);
        double u1 = Reduced(from.Latitude), u2 = Reduced(to.Latitude), l = double.DegreesToRadians(GeoPoint.Wrap(to.Longitude - from.Longitude));
        var (sin1, cos1) = Math.SinCos(u1);
        var (sin2, cos2) = Math.SinCos(u2);
        double lambda = l, sinSigma = 0, cosSigma = 0, sigma = 0, cosSquared = 0, cosMiddle = 0;
        for (var i = 0; i < 100; i++)
        {
            var (sinL, cosL) = Math.SinCos(lambda);
            sinSigma = double.Hypot(cos2 * sinL, cos1 * sin2 - sin1 * cos2 * cosL);
            if (sinSigma == 0)
                return 0;
            cosSigma = sin1 * sin2 + cos1 * cos2 * cosL;
            sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = cos1 * cos2 * sinL / sinSigma;
            cosSquared = 1 - sinAlpha * sinAlpha;
            cosMiddle = cosSquared == 0 ? 0 : cosSigma - 2 * sin1 * sin2 / cosSquared;
            var c = f / 16 * cosSquared * (4 + f * (4 - 3 * cosSquared));
            var next = l + (1 - c) * f * sinAlpha * (sigma + c * sinSigma * (cosMiddle + c * cosSigma * (2 * cosMiddle * cosMiddle - 1)));
            if (Math.Abs(next - lambda) < 1e-13)
                break;
            lambda = next;
        }
        var u = cosSquared * (a * a - b * b) / (b * b);
        var big = 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u)));
        var small = u / 1024 * (256 + u * (-128 + u * (74 - 47 * u)));
        var delta = small * sinSigma * (cosMiddle + small / 4 * (cosSigma * (2 * cosMiddle * cosMiddle - 1)
            - small / 6 * cosMiddle * (4 * sinSigma * sinSigma - 3) * (4 * cosMiddle * cosMiddle - 3)));
        return b * big * (sigma - delta);

        static double Reduced(double latitude) => Math.Atan((1 - f) * Math.Tan(double.DegreesToRadians(latitude)));
    }

    /// <summary>Distance to a line whose edges are straight in longitude and latitude, found by halving.</summary>
    public static double DistanceM(GeoPoint from, IReadOnlyList<GeoPoint> line)
    {
        var least = double.PositiveInfinity;
        for (var i = 1; i < line.Count; i++)
        {
            const int pieces = 4;
            for (var piece = 0; piece < pieces; piece++)
                least = Math.Min(least, Least(from, line[i - 1], line[i], (double)piece / pieces, (piece + 1.0) / pieces));
        }
        return least;
    }

    private static double Least(GeoPoint from, GeoPoint a, GeoPoint b, double low, double high)
    {
        double At(double part) => DistanceM(from, new GeoPoint(a.Latitude + part * (b.Latitude - a.Latitude), a.Longitude + part * GeoPoint.Wrap(b.Longitude - a.Longitude)));
        for (var i = 0; i < 32; i++)
        {
            var (left, right) = (low + (high - low) / 3, high - (high - low) / 3);
            if (At(left) < At(right))
                high = right;
            else
                low = left;
        }
        return At((low + high) / 2);
    }
}
