using System.Buffers;
using System.Text.Json;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Shapes.Validity;

namespace Truceline.GeoZone.Shapes.Formats;

/// <summary>Writes GeoJSON (RFC 7946): a feature collection, nine decimals (a tenth of a millimetre).</summary>
internal static class GeoJsonWriter
{
    public static byte[] Write(IReadOnlyList<ShapeFeature> features)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("type", "FeatureCollection");
            json.WriteStartArray("features");
            foreach (var feature in features)
                Feature(json, feature);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return buffer.WrittenSpan.ToArray();
    }

    private static void Feature(Utf8JsonWriter json, ShapeFeature feature)
    {
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        foreach (var (name, value) in feature.Properties)
            json.WriteString(name, value);
        json.WriteEndObject();
        json.WritePropertyName("geometry");
        if (feature.Geometry is { } geometry)
            Geometry(json, geometry);
        else
            json.WriteNullValue();
        json.WriteEndObject();
    }

    private static void Geometry(Utf8JsonWriter json, Geometry geometry)
    {
        json.WriteStartObject();
        json.WriteString("type", geometry.GeometryType);
        if (geometry is GeometryCollection parts and not (MultiPoint or MultiLineString or MultiPolygon))
        {
            json.WriteStartArray("geometries");
            foreach (var part in parts.Geometries)
                Geometry(json, part);
            json.WriteEndArray();
        }
        else
        {
            json.WritePropertyName("coordinates");
            Coordinates(json, geometry);
        }
        json.WriteEndObject();
    }

    private static void Coordinates(Utf8JsonWriter json, Geometry geometry)
    {
        if (geometry is Point point)
        {
            Position(json, point.Coordinate);
            return;
        }
        json.WriteStartArray();
        switch (geometry)
        {
            case LineString line:
                foreach (var at in line.Coordinates)
                    Position(json, at);
                break;
            case Polygon polygon:
                foreach (var ring in polygon.IsEmpty ? [] : polygon.Holes.Prepend(polygon.Shell))
                    Coordinates(json, ring);
                break;
            case GeometryCollection parts:
                foreach (var part in parts.Geometries)
                    Coordinates(json, part);
                break;
        }
        json.WriteEndArray();
    }

    private static void Position(Utf8JsonWriter json, Coordinate? at)
    {
        json.WriteStartArray();
        if (at is not null)
        {
            json.WriteNumberValue(Math.Round(at.X, 9));
            json.WriteNumberValue(Math.Round(at.Y, 9));
        }
        json.WriteEndArray();
    }
}
