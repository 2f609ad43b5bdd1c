using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>
/// Distances to edges far away, by Lambert's formula for long lines (10 m in thousands of kilometres); where two points are nearly antipodes it does not hold, and geodesics take its place.
/// </summary>
internal static class LongLine
{
    private const double Degree = Math.PI / 180;
    private const double FarthestAngle = 2.6;

    // Along so much of an edge the square of the distance is nearly a parabola.
    private const double PieceDegrees = 0.5;

    /// <summary>The distance to an edge and the share of its length, in [0, 1], at which it is nearest.</summary>
    public static (double DistanceM, double Part) Nearest(ZoneShape shape, int edge, GeoPoint point)
    {
        var pieces = Math.Max(1, (int)Math.Ceiling(Math.Max(Math.Abs(shape.X(edge + 1) - shape.X(edge)), Math.Abs(shape.Y(edge + 1) - shape.Y(edge))) / PieceDegrees));
        var best = (DistanceM: double.PositiveInfinity, Part: 0.0);
        var low = At(shape, edge, 0, point);
        for (var i = 0; i < pieces; i++)
        {
            var (start, middle, end) = (i / (double)pieces, (i + 0.5) / pieces, (i + 1.0) / pieces);
            var high = At(shape, edge, end, point);
            var half = At(shape, edge, middle, point);
            var bend = low * low - 2 * half * half + high * high;
            var foot = bend > 0 ? Math.Clamp(middle + (end - start) / 4 * (low * low - high * high) / bend, start, end) : low < high ? start : end;
            Take(ref best, low, start);
            Take(ref best, half, middle);
            Take(ref best, high, end);
            if (foot != start && foot != end)
                Take(ref best, At(shape, edge, foot, point), foot);
            low = high;
        }
        return best;
    }

    /// <summary>Along the geodesic, from the point to where an edge is nearest.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="edge">The edge.</param>
    /// <param name="point">The point.</param>
    /// <param name="part">About where it is nearest.</param>
    /// <param name="distanceM">About how far it is.</param>
    public static double Finish(ZoneShape shape, int edge, GeoPoint point, double part, double distanceM)
    {
        var length = Math.Max(Math.Abs(shape.X(edge + 1) - shape.X(edge)), Math.Abs(shape.Y(edge + 1) - shape.Y(edge)));
        for (var step = Math.Min(0.5, PieceDegrees / Math.Max(length, 1e-9) / 8); step * length > 1e-6; step /= 8)
        {
            var (start, end) = (Math.Max(0, part - step), Math.Min(1, part + step));
            var middle = (start + end) / 2;
            var (low, half, high) = (At(shape, edge, start, point), At(shape, edge, middle, point), At(shape, edge, end, point));
            var bend = low * low - 2 * half * half + high * high;
            var foot = bend > 0 ? Math.Clamp(middle + (end - start) / 4 * (low * low - high * high) / bend, start, end) : low < high ? start : end;
            var found = At(shape, edge, foot, point);
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

    private static double At(ZoneShape shape, int edge, double part, GeoPoint point) => DistanceM(point, Place(shape, edge, part));

    private static double DistanceM(GeoPoint a, GeoPoint b)
    {
        var (first, second) = (Reduced(a.Latitude), Reduced(b.Latitude));
        var (north, east) = (Math.Sin((second - first) / 2), Math.Sin((b.Longitude - a.Longitude) * Degree / 2));
        var haversine = north * north + Math.Cos(first) * Math.Cos(second) * east * east;
        if (haversine < 1e-24)
            return 0;
        var angle = 2 * Math.Asin(Math.Min(1, Math.Sqrt(haversine)));
        if (angle > FarthestAngle)
            return Geodesic.Inverse(a, b).DistanceM;
        var sinP = Math.Sin((first + second) / 2);
        var sin = Math.Sin(angle);
        var (x, y) = (sinP * sinP * (1 - north * north) / (1 - haversine), (1 - sinP * sinP) * north * north / haversine);
        return Wgs84.A * (angle - Wgs84.F / 2 * ((angle - sin) * x + (angle + sin) * y));
    }

    private static double Reduced(double latitude) => Math.Atan((1 - Wgs84.F) * Math.Tan(latitude * Degree));
}
