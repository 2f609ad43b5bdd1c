using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Overlay;
using NetTopologySuite.Operation.OverlayNG;

namespace Truceline.GeoZone.Shapes.Drawing;

/// <summary>Union, difference and intersection of areas in one plane, by NetTopologySuite's robust overlay; what is left of lines and points is dropped.</summary>
internal static class Overlay
{
    public static MultiPolygon Union(Geometry a, Geometry b) => Apply(a, b, SpatialFunction.Union);

    public static MultiPolygon Difference(Geometry a, Geometry b) => Apply(a, b, SpatialFunction.Difference);

    public static MultiPolygon Intersection(Geometry a, Geometry b) => Apply(a, b, SpatialFunction.Intersection);

    public static MultiPolygon UnionAll(IEnumerable<Geometry> areas)
    {
        var parts = areas.Where(area => !area.IsEmpty).ToList();
        return parts.Count == 0 ? MultiPolygon.Empty : Areas(OverlayNGRobust.Union(GeometryFactory.Default.BuildGeometry(parts)));
    }

    /// <summary>The polygons of a geometry as one.</summary>
    public static MultiPolygon Areas(Geometry geometry)
    {
        if (geometry is MultiPolygon areas)
            return areas;
        var polygons = new List<Polygon>();
        geometry.Apply(new GeometryFilter(part =>
        {
            if (part is Polygon { IsEmpty: false } polygon)
                polygons.Add(polygon);
        }));
        return GeometryFactory.Default.CreateMultiPolygon([.. polygons]);
    }

    private static MultiPolygon Apply(Geometry a, Geometry b, SpatialFunction function) =>
        Areas(OverlayNGRobust.Overlay(a, b, function));

    private sealed class GeometryFilter(Action<Geometry> visit) : IGeometryFilter
    {
        public void Filter(Geometry geom) => visit(geom);
    }
}
