namespace Truceline.Entity.Reading.Coordinates;

/// <summary>
/// Universal Transverse Mercator to degrees on WGS 84: Krüger's series to the fifth order in the third flattening, and Newton's iteration for the
/// latitude (C. F. F. Karney, "Transverse Mercator with an accuracy of a few nanometers", 2011). Exact to less than a millimetre within a zone.
/// </summary>
internal static class TransverseMercator
{
    private const double EquatorialRadius = 6378137;
    private const double Flattening = 1 / 298.257223563;
    private const double ScaleOnMeridian = 0.9996;
    private const double FalseEasting = 500_000;
    private const double FalseNorthing = 10_000_000;
    private const int NewtonSteps = 5;

    private static readonly double Eccentricity2 = Flattening * (2 - Flattening);
    private static readonly double Eccentricity = Math.Sqrt(Eccentricity2);
    private static readonly double N = Flattening / (2 - Flattening);
    private static readonly double Radius = EquatorialRadius / (1 + N) * (1 + N * N / 4 + Math.Pow(N, 4) / 64);

    private static readonly double[] Beta =
    [
        N * (1 / 2.0 + N * (-2 / 3.0 + N * (37 / 96.0 + N * (-1 / 360.0 - N * 81 / 512.0)))),
        N * N * (1 / 48.0 + N * (1 / 15.0 + N * (-437 / 1440.0 + N * 46 / 105.0))),
        Math.Pow(N, 3) * (17 / 480.0 + N * (-37 / 840.0 - N * 209 / 4480.0)),
        Math.Pow(N, 4) * (4397 / 161280.0 - N * 11 / 504.0),
        Math.Pow(N, 5) * 4583 / 161280.0,
    ];

    /// <summary>Degrees of a point of a zone.</summary>
    /// <param name="zone">1 to 60.</param>
    /// <param name="isNorth">Whether northings count from the equator, not from 10,000 km south of it.</param>
    /// <param name="easting">Metres, the zone's meridian at 500,000.</param>
    /// <param name="northing">Metres.</param>
    public static (double Latitude, double Longitude) ToDegrees(int zone, bool isNorth, double easting, double northing)
    {
        var xi = (northing - (isNorth ? 0 : FalseNorthing)) / (ScaleOnMeridian * Radius);
        var eta = (easting - FalseEasting) / (ScaleOnMeridian * Radius);
        var (u, v) = (xi, eta);
        for (var j = 0; j < Beta.Length; j++)
        {
            u -= Beta[j] * Math.Sin(2 * (j + 1) * xi) * Math.Cosh(2 * (j + 1) * eta);
            v -= Beta[j] * Math.Cos(2 * (j + 1) * xi) * Math.Sinh(2 * (j + 1) * eta);
        }
        var (sinh, cos) = (Math.Sinh(v), Math.Cos(u));
        var latitude = Latitude(Math.Sin(u) / Math.Sqrt(sinh * sinh + cos * cos));
        var longitude = Math.Atan2(sinh, cos);
        return (double.RadiansToDegrees(latitude), double.RadiansToDegrees(longitude) + zone * 6 - 183);
    }

    /// <summary>The latitude whose conformal latitude has this tangent.</summary>
    private static double Latitude(double conformal)
    {
        var tangent = conformal;
        for (var step = 0; step < NewtonSteps; step++)
        {
            var secant = Math.Sqrt(1 + tangent * tangent);
            var sigma = Math.Sinh(Eccentricity * Math.Atanh(Eccentricity * tangent / secant));
            var guess = tangent * Math.Sqrt(1 + sigma * sigma) - sigma * secant;
            tangent += (conformal - guess) / Math.Sqrt(1 + guess * guess) * (1 + (1 - Eccentricity2) * tangent * tangent) / ((1 - Eccentricity2) * secant);
        }
        return Math.Atan(tangent);
    }
}
