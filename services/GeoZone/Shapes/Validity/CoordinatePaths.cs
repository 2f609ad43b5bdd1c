using NetTopologySuite.Geometries;

namespace Truceline.GeoZone.Shapes.Validity;

/// <summary>Where the parts of a geometry stand in its coordinates, as GeoJSON nests them.</summary>
internal static class CoordinatePaths
{
    /// <summary>Every run of positions with its path.</summary>
    public static IEnumerable<(CoordinateSequence At, string Path)> Of(Geometry geometry, string path) => geometry switch
    {
        Point point => [(point.CoordinateSequence, path)],
        LineString line => [(line.CoordinateSequence, path)],
        Polygon polygon => polygon.IsEmpty ? [] : polygon.Holes.Prepend(polygon.Shell).Select((ring, i) => (ring.CoordinateSequence, $"{path}[{i}]")),
        GeometryCollection parts => parts.Geometries.SelectMany((part, i) => Of(part, Part(parts, path, i))),
        _ => [],
    };

    /// <summary>Every polygon with its path.</summary>
    public static IEnumerable<(Polygon Polygon, string Path)> Polygons(Geometry geometry, string path) => geometry switch
    {
        Polygon polygon => polygon.IsEmpty ? [] : [(polygon, path)],
        GeometryCollection parts => parts.Geometries.SelectMany((part, i) => Polygons(part, Part(parts, path, i))),
        _ => [],
    };

    private static string Part(GeometryCollection parts, string path, int i) =>
        parts is MultiPoint or MultiLineString or MultiPolygon ? $"{path}[{i}]" : $"{Trim(path)}geometries[{i}].coordinates";

    private static string Trim(string path) => path.EndsWith("coordinates", StringComparison.Ordinal) ? path[..^"coordinates".Length] : path.Length == 0 ? "" : path + ".";
}
