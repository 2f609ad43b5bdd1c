using NetTopologySuite.Geometries;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Shapes.Drawing;

/// <summary>Lines on the globe, cut into pieces so short that they are straight in the plane as well.</summary>
internal static class GeoLine
{
    private const double MostOffM = 0.05;
    private const int MostHalvings = 24;

    /// <summary>Pieces of edges that are straight in longitude and latitude and take the shorter way around; off by less than 5 cm as chords of the plane.</summary>
    public static List<GeoPoint> Densify(IReadOnlyList<GeoPoint> points, ShapePlane plane)
    {
        var dense = new List<GeoPoint> { points[0] };
        for (var i = 1; i < points.Count; i++)
        {
            var (a, b) = (points[i - 1], points[i]);
            Halve(a, plane.Project(a), b, plane.Project(b), plane, dense, 0);
        }
        return dense;
    }

    /// <summary>Edges that are geodesics, cut until they are straight in longitude and latitude to less than half a metre.</summary>
    public static List<GeoPoint> DensifyGeodesic(IReadOnlyList<GeoPoint> points)
    {
        var dense = new List<GeoPoint> { points[0] };
        for (var i = 1; i < points.Count; i++)
            HalveGeodesic(points[i - 1], points[i], dense, 0);
        return dense;
    }

    /// <summary>The geodesic from a point in a direction, with a point at least every <paramref name="stepM"/> metres.</summary>
    public static IEnumerable<GeoPoint> Ray(GeoPoint from, double azimuth, double nearM, double farM, double stepM)
    {
        var steps = Math.Max(1, (int)Math.Ceiling((farM - nearM) / stepM));
        for (var i = 0; i <= steps; i++)
            yield return Geodesic.Direct(from, azimuth, nearM + (farM - nearM) * i / steps);
    }

    /// <summary>The middle of an edge that is straight in longitude and latitude.</summary>
    public static GeoPoint Middle(GeoPoint a, GeoPoint b) =>
        new((a.Latitude + b.Latitude) / 2, GeoPoint.Wrap(a.Longitude + GeoPoint.Wrap(b.Longitude - a.Longitude) / 2));

    private static void Halve(GeoPoint a, Coordinate atA, GeoPoint b, Coordinate atB, ShapePlane plane, List<GeoPoint> dense, int depth)
    {
        var middle = Middle(a, b);
        var at = plane.Project(middle);
        // The first cuts are always made: a curve may pass its chord just in the middle.
        var off = double.Hypot(at.X - (atA.X + atB.X) / 2, at.Y - (atA.Y + atB.Y) / 2);
        var length = atA.Distance(atB);
        if (depth < MostHalvings && (off > MostOffM || length > 200_000))
        {
            Halve(a, atA, middle, at, plane, dense, depth + 1);
            Halve(middle, at, b, atB, plane, dense, depth + 1);
            return;
        }
        dense.Add(b);
    }

    private static void HalveGeodesic(GeoPoint a, GeoPoint b, List<GeoPoint> dense, int depth)
    {
        var path = Geodesic.Inverse(a, b);
        var middle = Geodesic.Direct(a, path.Azimuth, path.DistanceM / 2);
        if (depth < MostHalvings && (path.DistanceM > 200_000 || Geodesic.Inverse(middle, Middle(a, b)).DistanceM > 0.5))
        {
            HalveGeodesic(a, middle, dense, depth + 1);
            HalveGeodesic(middle, b, dense, depth + 1);
            return;
        }
        dense.Add(b);
    }
}
