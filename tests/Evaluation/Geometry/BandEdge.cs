using NetTopologySuite.Geometries;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Shapes.Drawing;

namespace Truceline.Evaluation.Geometry;

/// <summary>The edge of a band on both sides of a line.</summary>
internal static class BandEdge
{
    internal static MultiPolygon Draw(IReadOnlyList<GeoPoint> line, double reachM) =>
        ZoneDrawer.Draw(new LineBandShape(line, new(0, reachM, reachM), new(0, reachM, reachM))).Inside;

    /// <summary>Vertices and middles of the edges, without the ends of the line: those nearer to an end than the band reaches, plus a tenth.</summary>
    internal static IReadOnlyList<GeoPoint> PointsAwayFromEnds(MultiPolygon band, IReadOnlyList<GeoPoint> line, double reachM)
    {
        bool IsAway(GeoPoint point) => Geodesic.Inverse(point, line[0]).DistanceM > reachM * 1.1 && Geodesic.Inverse(point, line[^1]).DistanceM > reachM * 1.1;
        return [.. Rings(band).SelectMany(Points).Where(IsAway)];
    }

    internal static IEnumerable<IReadOnlyList<GeoPoint>> Rings(MultiPolygon band) =>
        band.Geometries.Cast<Polygon>().SelectMany(part => part.Holes.Prepend(part.Shell)).Select(ring => (IReadOnlyList<GeoPoint>)[.. ring.Coordinates.Select(at => new GeoPoint(at.Y, at.X))]);

    private static IEnumerable<GeoPoint> Points(IReadOnlyList<GeoPoint> ring) =>
        ring.Zip(ring.Skip(1)).SelectMany(edge => new[] { edge.First, GeoLine.Middle(edge.First, edge.Second) });
}
