namespace Truceline.GeoZone.Geodesy;

/// <summary>
/// The integrals of distance and longitude along one geodesic, as series to the sixth order in its expansion parameter.
/// Source: C. F. F. Karney, "Algorithms for geodesics", Journal of Geodesy 87 (2013), equations 7 to 25.
/// </summary>
internal readonly struct GeodesicSeries
{
    private readonly double _eps;
    private readonly double _a3;

    /// <param name="cosAlpha0">Cosine of the geodesic's azimuth where it crosses the equator northwards.</param>
    public GeodesicSeries(double cosAlpha0)
    {
        var k2 = cosAlpha0 * cosAlpha0 * Wgs84.SecondEccentricitySquared;
        _eps = k2 / (2 * (1 + Math.Sqrt(1 + k2)) + k2);
        var (e, n) = (_eps, Wgs84.N);
        var e2 = e * e;
        A1 = (1 + e2 * (1.0 / 4 + e2 * (1.0 / 64 + e2 / 256))) / (1 - e);
        _a3 = 1 - e * ((1 - n) / 2 + e * ((2 + n * (1 - 3 * n)) / 8 + e * ((1 + n * (3 + n)) / 16 + e * ((3 + 2 * n) / 64 + e * 3 / 128))));
    }

    /// <summary>Distance from the node for an arc on the auxiliary sphere, in units of the polar radius: A1 (σ + B1(σ)).</summary>
    public double A1 { get; }

    /// <summary>The periodic part of the distance.</summary>
    public double B1(double sin, double cos)
    {
        var e = _eps;
        var e2 = e * e;
        ReadOnlySpan<double> c =
        [
            e * (-1.0 / 2 + e2 * (3.0 / 16 - e2 / 32)),
            e2 * (-1.0 / 16 + e2 * (1.0 / 32 - e2 * 9 / 2048)),
            e2 * e * (-1.0 / 48 + e2 * 3 / 256),
            e2 * e2 * (-5.0 / 512 + e2 * 3 / 512),
            e2 * e2 * e * (-7.0 / 1280),
            e2 * e2 * e2 * (-7.0 / 2048),
        ];
        return SineSum(c, sin, cos);
    }

    /// <summary>What is taken from the spherical longitude between two points of the geodesic, in radians, per sine of its equatorial azimuth.</summary>
    public double LongitudeCorrection(double arc, double sin1, double cos1, double sin2, double cos2)
    {
        var (e, n) = (_eps, Wgs84.N);
        var (e2, n2) = (e * e, n * n);
        ReadOnlySpan<double> c =
        [
            e * ((1 - n) / 4 + e * ((1 - n2) / 8 + e * ((3 + n * (3 - n)) / 64 + e * ((5 + 2 * n) / 128 + e * 3 / 128)))),
            e2 * ((2 + n * (n - 3)) / 32 + e * ((3 - n * (2 + 3 * n)) / 64 + e * ((3 + n) / 128 + e * 5 / 256))),
            e2 * e * ((5 - n * (9 - 5 * n)) / 192 + e * ((9 - 10 * n) / 384 + e * 7 / 512)),
            e2 * e2 * ((7 - 14 * n) / 512 + e * 7 / 512),
            e2 * e2 * e * 21 / 2560,
        ];
        return Wgs84.F * _a3 * (arc + SineSum(c, sin2, cos2) - SineSum(c, sin1, cos1));
    }

    /// <summary>Σ c[k] sin 2(k+1)σ by Clenshaw's recurrence.</summary>
    private static double SineSum(ReadOnlySpan<double> c, double sin, double cos)
    {
        var twiceCos = 2 * (cos - sin) * (cos + sin);
        double next = 0, afterNext = 0;
        for (var k = c.Length - 1; k >= 0; k--)
            (next, afterNext) = (twiceCos * next - afterNext + c[k], next);
        return 2 * sin * cos * next;
    }
}
