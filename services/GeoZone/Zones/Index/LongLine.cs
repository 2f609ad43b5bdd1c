using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>
/// Distances to edges far away, by Lambert's formula for long lines (10 m in thousands of kilometres); where two points are nearly antipodes it does not hold, and geodesics take its place.
/// </summary>
internal readonly struct LongLine(GeoPoint point)
{
    private const double Degree = Math.PI / 180;
    private const double FarthestAngle = 2.6;

    // Along so much of an edge the square of the distance is nearly a parabola.
    private const double PieceDegrees = 0.5;
    private const double ShortDegrees = 0.05;

    private readonly double _reduced = Reduced(point.Latitude);
    private readonly double _cos = Math.Cos(Reduced(point.Latitude));

    /// <summary>From where distances are measured.</summary>
    public GeoPoint Point => point;

    /// <summary>Reduced latitude of <see cref="Point"/>, in radians.</summary>
    public double ReducedLatitude => _reduced;

    /// <summary>The distance to an edge and the share of its length, in [0, 1], at which it is nearest.</summary>
    public (double DistanceM, double Part) Nearest(ZoneShape shape, int edge)
    {
        var (x, y) = (shape.X(edge + 1) - shape.X(edge), shape.Y(edge + 1) - shape.Y(edge));
        var pieces = Math.Max(1, (int)Math.Ceiling(Math.Max(Math.Abs(x), Math.Abs(y)) / PieceDegrees));
        var best = (DistanceM: double.PositiveInfinity, Part: 0.0);
        var low = At(shape, edge, 0);
        for (var i = 0; i < pieces; i++)
        {
            var (start, end) = (i / (double)pieces, (i + 1.0) / pieces);
            var high = At(shape, edge, end);
            Take(ref best, low, start);
            Take(ref best, high, end);
            // Where the foot lies, as in a plane.
            var (east, north) = (x / pieces * Math.Cos((shape.Y(edge) + (start + end) / 2 * y) * Degree), y / pieces);
            var squared = (east * east + north * north) * (Wgs84.A * Degree) * (Wgs84.A * Degree);
            var foot = (low * low - high * high + squared) / (2 * squared);
            if (foot is > 0 and < 1)
                Take(ref best, At(shape, edge, start + foot * (end - start)), start + foot * (end - start));
            low = high;
        }
        return best;
    }

    /// <summary>Along the geodesic, from the point to where an edge is nearest.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="edge">The edge.</param>
    /// <param name="part">About where it is nearest.</param>
    /// <param name="distanceM">About how far it is.</param>
    public double Finish(ZoneShape shape, int edge, double part, double distanceM)
    {
        var length = Math.Max(Math.Abs(shape.X(edge + 1) - shape.X(edge)), Math.Abs(shape.Y(edge + 1) - shape.Y(edge)));
        // On a short edge the foot as in a plane is near enough.
        for (var step = Math.Min(0.5, PieceDegrees / Math.Max(length, 1e-9) / 8); length > ShortDegrees && step * length > 1e-6; step /= 8)
        {
            var (start, end) = (Math.Max(0, part - step), Math.Min(1, part + step));
            var middle = (start + end) / 2;
            var (low, half, high) = (At(shape, edge, start), At(shape, edge, middle), At(shape, edge, end));
            var bend = low * low - 2 * half * half + high * high;
            var foot = bend > 0 ? Math.Clamp(middle + (end - start) / 4 * (low * low - high * high) / bend, start, end) : low < high ? start : end;
            var found = At(shape, edge, foot);
            if (found < distanceM)
                (distanceM, part) = (found, foot);
        }
        return Geodesic.Inverse(point, Place(shape, edge, part)).DistanceM;
    }

    private static void Take(ref (double DistanceM, double Part) best, double distanceM, double part)
    {
        if (distanceM < best.DistanceM)
            best = (distanceM, part);
    }

    private static GeoPoint Place(ZoneShape shape, int edge, double part) =>
        new(shape.Y(edge) + part * (shape.Y(edge + 1) - shape.Y(edge)), shape.X(edge) + part * (shape.X(edge + 1) - shape.X(edge)));

    private double At(ZoneShape shape, int edge, double part)
    {
        var place = Place(shape, edge, part);
        var second = Reduced(place.Latitude);
        var (north, east) = (Math.Sin((second - _reduced) / 2), Math.Sin((place.Longitude - point.Longitude) * Degree / 2));
        var haversine = north * north + _cos * Math.Cos(second) * east * east;
        if (haversine < 1e-24)
            return 0;
        var angle = 2 * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
        if (angle > FarthestAngle)
            return Geodesic.Inverse(point, place).DistanceM;
        var sinP = Math.Sin((_reduced + second) / 2);
        var sin = 2 * Math.Sqrt(haversine * (1 - haversine));
        var (x, y) = (sinP * sinP * (1 - north * north) / (1 - haversine), (1 - sinP * sinP) * north * north / haversine);
        return Wgs84.A * (angle - Wgs84.F / 2 * ((angle - sin) * x + (angle + sin) * y));
    }

    /// <summary>In radians, within a centimetre.</summary>
    private static double Reduced(double latitude)
    {
        var (sin, cos) = Math.SinCos(2 * latitude * Degree);
        return latitude * Degree - Wgs84.N * sin * (1 - Wgs84.N * cos);
    }
}
