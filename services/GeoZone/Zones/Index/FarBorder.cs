using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>Distance to a border that is far away, or near a pole: by geodesics, groups of edges that cannot be nearest being left out.</summary>
internal static class FarBorder
{
    private const double Degree = Math.PI / 180;

    public static double DistanceM(ZoneShape shape, GeoPoint point)
    {
        var groups = shape.Groups;
        var bounds = new double[groups.Count];
        var order = new int[groups.Count];
        for (var g = 0; g < order.Length; g++)
        {
            var (start, count) = (groups.Starts[g] >> 5, groups.Starts[g] & 31);
            var length = 0.0;
            for (var e = start; e < start + count; e++)
                length += LengthBoundM(shape, e);
            // On the sphere of the smaller radius, less what the ellipsoid can take from it.
            (bounds[g], order[g]) = (0.993 * SphereM(point, new(shape.Y(start), shape.X(start))) - length, g);
        }
        Array.Sort(bounds, order);
        var best = double.PositiveInfinity;
        for (var i = 0; i < order.Length && bounds[i] < best; i++)
        {
            var (start, count) = (groups.Starts[order[i]] >> 5, groups.Starts[order[i]] & 31);
            best = Math.Min(best, new Polyline(Enumerable.Range(start, count + 1).Select(v => new GeoPoint(shape.Y(v), shape.X(v)))).DistanceM(point));
        }
        return best;
    }

    private static double LengthBoundM(ZoneShape shape, int e) =>
        112_000 * (Math.Abs(shape.X(e + 1) - shape.X(e)) * Math.Cos(Math.Min(Math.Abs(shape.Y(e)), Math.Abs(shape.Y(e + 1))) * Degree * (shape.Y(e) * shape.Y(e + 1) < 0 ? 0 : 1))
            + Math.Abs(shape.Y(e + 1) - shape.Y(e)));

    private static double SphereM(GeoPoint a, GeoPoint b)
    {
        var north = Math.Sin((b.Latitude - a.Latitude) * Degree / 2);
        var east = Math.Sin((b.Longitude - a.Longitude) * Degree / 2);
        var h = north * north + Math.Cos(a.Latitude * Degree) * Math.Cos(b.Latitude * Degree) * east * east;
        return 2 * Wgs84.B * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
