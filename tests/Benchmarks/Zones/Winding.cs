using Truceline.GeoZone.Geodesy;

namespace Truceline.Benchmarks.Zones;

/// <summary>How often a ring goes around a point: a band that runs over itself goes around some twice, and then those who count turns and those who count crossings answer differently.</summary>
internal static class Winding
{
    public static int Number(double[] ring, GeoPoint point)
    {
        var (x, y, turns) = (point.Longitude, point.Latitude, 0);
        for (var i = 0; i + 3 < ring.Length; i += 2)
        {
            var (ax, ay, bx, by) = (ring[i], ring[i + 1], ring[i + 2], ring[i + 3]);
            if (ay <= y == by <= y)
                continue;
            var side = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
            if (ay <= y ? side > 0 : side < 0)
                turns += ay <= y ? 1 : -1;
        }
        return turns;
    }
}
