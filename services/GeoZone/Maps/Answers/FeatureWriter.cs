using System.Buffers;
using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Maps.Crs;
using Truceline.GeoZone.Maps.Queries;

namespace Truceline.GeoZone.Maps.Answers;

/// <summary>Writes features as GeoJSON (RFC 7946) with the members that OGC API Features adds; coordinates in the axis order of their reference system.</summary>
internal sealed class FeatureWriter(CollectionInfo collection, MapCrs crs, MapLinks links)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A tenth of a millimetre on the ground.</summary>
    private readonly int _decimals = crs.IsMercator ? 4 : 9;

    public ReadOnlyMemory<byte> Page(ItemsPage page, DateTimeOffset now) => Write(json =>
    {
        json.WriteString("type", "FeatureCollection");
        json.WriteString("timeStamp", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteNumber("numberMatched", page.Matched);
        json.WriteNumber("numberReturned", page.Features.Count);
        json.WriteStartArray("links");
        Link(json, links.Self, "self", MediaTypes.GeoJson, "This page");
        if (page.NextCursor is { } cursor)
            Link(json, links.SelfWith("cursor", cursor), "next", MediaTypes.GeoJson, "The next page");
        Link(json, links.To(MapLinks.OfCollection(collection.Id)), "collection", MediaTypes.Json, collection.Title);
        json.WriteEndArray();
        json.WriteStartArray("features");
        foreach (var feature in page.Features)
        {
            json.WriteStartObject();
            Members(json, feature);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    public ReadOnlyMemory<byte> Feature(MapFeature feature) => Write(json =>
    {
        Members(json, feature);
        json.WriteStartArray("links");
        Link(json, links.Self, "self", MediaTypes.GeoJson, "This feature");
        Link(json, links.To(MapLinks.OfCollection(collection.Id)), "collection", MediaTypes.Json, collection.Title);
        json.WriteEndArray();
    });

    private static ReadOnlyMemory<byte> Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    private static void Link(Utf8JsonWriter json, string href, string rel, string type, string title)
    {
        json.WriteStartObject();
        json.WriteString("href", href);
        json.WriteString("rel", rel);
        json.WriteString("type", type);
        json.WriteString("title", title);
        json.WriteEndObject();
    }

    private void Members(Utf8JsonWriter json, MapFeature feature)
    {
        json.WriteString("type", "Feature");
        json.WriteString("id", feature.Id);
        json.WritePropertyName("geometry");
        if (feature.Geometry is { } geometry)
            Geometry(json, geometry);
        else
            json.WriteNullValue();
        json.WriteStartObject("properties");
        foreach (var (name, value) in feature.Properties)
        {
            json.WritePropertyName(name);
            switch (value)
            {
                case bool truth:
                    json.WriteBooleanValue(truth);
                    break;
                case long whole:
                    json.WriteNumberValue(whole);
                    break;
                case double number:
                    json.WriteNumberValue(number);
                    break;
                default:
                    json.WriteStringValue((string)value);
                    break;
            }
        }
        json.WriteEndObject();
    }

    private void Geometry(Utf8JsonWriter json, Geometry geometry)
    {
        json.WriteStartObject();
        json.WriteString("type", geometry.GeometryType);
        json.WritePropertyName("coordinates");
        Coordinates(json, geometry);
        json.WriteEndObject();
    }

    private void Coordinates(Utf8JsonWriter json, Geometry geometry)
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
                foreach (var ring in polygon.Holes.Prepend(polygon.Shell))
                    Coordinates(json, ring);
                break;
            case GeometryCollection parts:
                foreach (var part in parts.Geometries)
                    Coordinates(json, part);
                break;
        }
        json.WriteEndArray();
    }

    private void Position(Utf8JsonWriter json, Coordinate at)
    {
        var (first, second) = crs.FromDegrees(at);
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(first, _decimals));
        json.WriteNumberValue(Math.Round(second, _decimals));
        json.WriteEndArray();
    }
}
