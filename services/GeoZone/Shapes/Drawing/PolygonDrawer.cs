using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Polygonize;
using NetTopologySuite.Operation.OverlayNG;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Shapes.Drawing;

/// <summary>Areas whose edges are given.</summary>
internal static class PolygonDrawer
{
    public static MultiPolygon Draw(PolygonShape shape) =>
        GlobeCutter.Wound(Overlay.UnionAll(shape.Parts.Select(part => Draw(part, shape.Geodesic))));

    /// <summary>
    /// What two lines and the geodesics that join their ends enclose. The second is turned around when that makes the joints shorter. Lines
    /// that cross enclose a part on each side of the crossing.
    /// </summary>
    public static MultiPolygon Between(BetweenShape shape)
    {
        var (first, second) = (shape.First, shape.Second);
        double Joints(GeoPoint start, GeoPoint end) => Geodesic.Inverse(first[0], start).DistanceM + Geodesic.Inverse(first[^1], end).DistanceM;
        if (Joints(second[0], second[^1]) > Joints(second[^1], second[0]))
            second = [.. second.Reverse()];
        var ahead = GeoLine.DensifyGeodesic([first[^1], second[^1]]);
        var back = GeoLine.DensifyGeodesic([second[0], first[0]]);
        var ring = first.Concat(ahead.Skip(1)).Concat(second.Reverse().Skip(1)).Concat(back.Skip(1)).ToList();

        var plane = ShapePlane.Around(ring);
        var dense = GeoLine.Densify(ring, plane);
        var noded = OverlayNGRobust.Union(GeometryFactory.Default.CreateLineString([.. dense.Select(plane.Project)]));
        var polygonizer = new Polygonizer();
        polygonizer.Add(noded);
        return new EdgeRefiner(plane, null).OnGlobe(Overlay.Areas(GeometryFactory.Default.BuildGeometry(polygonizer.GetPolygons())));
    }

    private static MultiPolygon Draw(PolygonPart part, bool geodesic)
    {
        GlobeRing Closed(IReadOnlyList<GeoPoint> ring)
        {
            List<GeoPoint> closed = ring[0] == ring[^1] ? [.. ring] : [.. ring, ring[0]];
            return new(geodesic ? GeoLine.DensifyGeodesic(closed) : closed, HoldsNorth(ring));
        }
        return GlobeCutter.Cut([.. part.Holes.Prepend(part.Outer).Select(Closed)]);
    }

    /// <summary>A ring around the axis holds the pole that it is nearer to.</summary>
    private static bool HoldsNorth(IReadOnlyList<GeoPoint> ring) => ring.Average(point => point.Latitude) > 0;
}
