using Truceline.GeoZone.Shapes.Validity;
using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Shapes.Formats;

/// <summary>The formats in which geometry is read and written. No reader throws for what stands in a document.</summary>
internal static class GeometryFormats
{
    public static ShapeDocument Read(GeometryFormat format, byte[] document, ReadingMode mode) => format switch
    {
        GeometryFormat.Geojson => GeoJsonReader.Read(document, mode),
        GeometryFormat.Wkt => WktDocument.Read(document, mode),
        GeometryFormat.Gpx => GpxDocument.Read(document, mode),
        GeometryFormat.Geopackage => GeoPackageDocument.Read(document, mode),
        GeometryFormat.Shapefile => ShapefileDocument.Read(document, mode),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    public static byte[] Write(GeometryFormat format, IReadOnlyList<ShapeFeature> features) => format switch
    {
        GeometryFormat.Geojson => GeoJsonWriter.Write(features),
        GeometryFormat.Wkt => WktDocument.Write(features),
        GeometryFormat.Gpx => GpxDocument.Write(features),
        GeometryFormat.Geopackage => GeoPackageDocument.Write(features),
        GeometryFormat.Shapefile => ShapefileDocument.Write(features),
        GeometryFormat.Kml => KmlWriter.Write(features),
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    public static string MediaType(GeometryFormat format) => format switch
    {
        GeometryFormat.Geojson => "application/geo+json",
        GeometryFormat.Wkt => "text/plain; charset=utf-8",
        GeometryFormat.Gpx => "application/gpx+xml",
        GeometryFormat.Geopackage => "application/geopackage+sqlite3",
        GeometryFormat.Shapefile => "application/zip",
        GeometryFormat.Kml => "application/vnd.google-earth.kml+xml",
        _ => "application/octet-stream",
    };
}
