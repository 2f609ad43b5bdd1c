using NetTopologySuite.Geometries;

namespace Truceline.GeoZone.Shapes.Drawing;

/// <summary>
/// A zone as drawn: polygons in longitude and latitude (x and y, degrees), edges straight there, cut at ±180°, shells counter-clockwise.
/// </summary>
/// <param name="Inside">Where it lies for certain.</param>
/// <param name="Possible">Where it may lie; holds <paramref name="Inside"/>.</param>
internal sealed record DrawnZone(MultiPolygon Inside, MultiPolygon Possible)
{
    /// <summary>A zone whose edge is certain.</summary>
    public static DrawnZone Certain(MultiPolygon area) => new(area, area);
}
