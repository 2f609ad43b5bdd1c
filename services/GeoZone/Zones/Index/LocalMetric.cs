using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>
/// Distances from one point by the middle latitude: metres to the east are degrees times the radius of the parallel half way, metres to the north degrees times the meridian's radius
/// there, both as series around the point. Off by less than 0.005 % up to <see cref="ReachM"/>.
/// </summary>
internal readonly struct LocalMetric
{
    private const double Degree = Math.PI / 180;
    private const double E2 = Wgs84.F * (2 - Wgs84.F);
    private const double FarthestM = 200_000;

    // Parallel: p0 + p1 d + p2 d² + p3 d³, meridian: m0 + m1 d, d being degrees of latitude from the point.
    private readonly double _p0, _p1, _p2, _p3, _m0, _m1;

    public LocalMetric(GeoPoint point)
    {
        var (sin, cos) = Math.SinCos(point.Latitude * Degree);
        var w = 1 - E2 * sin * sin;
        var n = Wgs84.A / Math.Sqrt(w);
        var m = n * (1 - E2) / w;
        var half = Degree / 2;
        (_p0, _p1, _p2, _p3) = (n * cos * Degree, -m * sin * half * Degree, -m * cos * half * half / 2 * Degree, m * sin * half * half * half / 6 * Degree);
        (_m0, _m1) = (m * Degree, 3 * E2 * m * sin * cos / w * half * Degree);
        ReachM = Math.Abs(point.Latitude) > 88 ? 0 : FarthestM / Math.Max(1, Math.Abs(sin) / cos);
    }

    /// <summary>A degree of longitude in degrees of latitude.</summary>
    public float Aspect => (float)(_p0 / _m0);

    /// <summary>Metres of a degree of longitude at the point.</summary>
    public double EastDegreeM => _p0;

    /// <summary>Metres of a degree of latitude at the point.</summary>
    public double NorthDegreeM => _m0;

    /// <summary>How far it can be trusted, in metres.</summary>
    public double ReachM { get; }

    /// <summary>Metres to the east for so many degrees of longitude and latitude from the point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double East(double x, double y) => x * (_p0 + y * (_p1 + y * (_p2 + y * _p3)));

    /// <summary>Metres to the north for so many degrees of latitude.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double North(double y) => y * (_m0 + y * _m1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> East(Vector256<double> x, Vector256<double> y) =>
        x * (Vector256.Create(_p0) + y * (Vector256.Create(_p1) + y * (Vector256.Create(_p2) + y * Vector256.Create(_p3))));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> North(Vector256<double> y) => y * (Vector256.Create(_m0) + y * Vector256.Create(_m1));

    /// <summary>Metres of a degree of longitude at so many degrees of latitude from the point, half way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<float> Parallel(Vector256<float> y) =>
        Vector256.Create((float)_p0) + y * (Vector256.Create((float)_p1) + y * (Vector256.Create((float)_p2) + y * Vector256.Create((float)_p3)));

    /// <summary>Not more than the metres of a degree of latitude anywhere.</summary>
    public static float LeastMeridian => 110_500;

    /// <summary>More than the degrees of latitude within the largest reach.</summary>
    public static float ReachDegrees => 1.9f;
}
