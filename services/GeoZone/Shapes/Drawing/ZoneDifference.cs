using NetTopologySuite.Geometries;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Shapes.Drawing;

/// <summary>What one drawing has that another had not.</summary>
internal static class ZoneDifference
{
    // Drawn edges are off by less than a metre: between two that should be one lie strips of less.
    private const double LeastWidthM = 1;

    public static DrawnZone Gained(DrawnZone before, DrawnZone after) => new(
        GlobeCutter.Wound(Overlay.Difference(after.Inside, before.Inside)),
        GlobeCutter.Wound(Overlay.Difference(after.Possible, before.Possible)));

    /// <summary>What is possible and not certain, without parts that are less than a metre wide on the average: those come of two edges along one cut.</summary>
    public static MultiPolygon OnlyPossible(DrawnZone zone) =>
        GlobeCutter.Wound(GeometryFactory.Default.CreateMultiPolygon([.. Overlay.Difference(zone.Possible, zone.Inside).Geometries.Cast<Polygon>().Where(IsWide)]));

    private static bool IsWide(Polygon part) =>
        2 * GeodesicArea.OfM2(part) > LeastWidthM * part.Holes.Prepend(part.Shell).Sum(LengthM);

    private static double LengthM(LinearRing ring)
    {
        var (at, sum) = (ring.CoordinateSequence, 0.0);
        for (var i = 1; i < at.Count; i++)
            sum += Geodesic.Inverse(new(at.GetY(i - 1), at.GetX(i - 1)), new(at.GetY(i), at.GetX(i))).DistanceM;
        return sum;
    }
}
