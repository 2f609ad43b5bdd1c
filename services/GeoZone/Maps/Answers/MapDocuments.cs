using System.Globalization;
using System.Text.Json.Nodes;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Maps.Crs;

namespace Truceline.GeoZone.Maps.Answers;

/// <summary>The documents that lead to the features: landing page, conformance, collections.</summary>
internal static class MapDocuments
{
    public static JsonObject Landing(MapLinks links) => new()
    {
        ["title"] = "Truceline maps",
        ["description"] = "Zones, lines and incidents of ceasefires and demilitarised zones, and the tracks of objects, as features and as vector tiles.",
        ["links"] = new JsonArray(
            MapLinks.Link(links.To(""), "self", MediaTypes.Json, "This document"),
            MapLinks.Link(links.To("/api"), "service-desc", MediaTypes.OpenApi, "Description of the interface"),
            MapLinks.Link(links.To("/conformance"), "conformance", MediaTypes.Json, "Conformance classes"),
            MapLinks.Link(links.To("/collections"), "data", MediaTypes.Json, "Collections")),
    };

    public static JsonObject Conforming() => new() { ["conformsTo"] = Strings(Conformance.Classes) };

    public static JsonObject Collections(IEnumerable<(CollectionInfo Collection, MapLayer Layer)> layers, MapLinks links) => new()
    {
        ["links"] = new JsonArray(MapLinks.Link(links.Self, "self", MediaTypes.Json, "This document")),
        ["crs"] = Strings(MapCrs.All.Select(c => c.Uri)),
        ["collections"] = new JsonArray([.. layers.Select(l => Collection(l.Collection, l.Layer, links))]),
    };

    public static JsonObject Collection(CollectionInfo collection, MapLayer layer, MapLinks links)
    {
        var document = new JsonObject
        {
            ["id"] = collection.Id,
            ["title"] = collection.Title,
            ["description"] = collection.Description,
            ["itemType"] = "feature",
            ["crs"] = Strings(MapCrs.All.Select(c => c.Uri)),
            ["storageCrs"] = MapCrs.Crs84.Uri,
            ["links"] = new JsonArray(
                MapLinks.Link(links.To(MapLinks.OfCollection(collection.Id)), "self", MediaTypes.Json, "This document"),
                MapLinks.Link(links.To(MapLinks.OfItems(collection.Id)), "items", MediaTypes.GeoJson, collection.Title),
                MapLinks.Link(links.To(MapLinks.OfQueryables(collection.Id)), MapLinks.QueryablesRel, MediaTypes.Schema, "Properties to select by"),
                MapLinks.Link(links.To(MapLinks.OfTiles(collection.Id) + "/tilejson"), "related", MediaTypes.Json, "Vector tiles (TileJSON)")),
        };
        if (Extent(layer) is { Count: > 0 } extent)
            document["extent"] = extent;
        return document;
    }

    /// <summary>The properties by which the features of a collection are selected, as a JSON Schema (Part 3).</summary>
    public static JsonObject Queryables(CollectionInfo collection, MapLinks links) => new()
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["$id"] = links.To(MapLinks.OfQueryables(collection.Id)),
        ["type"] = "object",
        ["title"] = collection.Title,
        ["description"] = collection.Description,
        ["properties"] = new JsonObject(collection.Properties.Select(p =>
        {
            var schema = ApiSchemas.Of(p);
            schema["description"] = p.Description;
            return KeyValuePair.Create<string, JsonNode?>(p.Name, schema);
        })),
        ["additionalProperties"] = false,
    };

    /// <summary>West, south, east, north.</summary>
    public static JsonArray Box(Envelope box) => [box.MinX, box.MinY, box.MaxX, box.MaxY];

    private static JsonObject Extent(MapLayer layer)
    {
        var extent = new JsonObject();
        if (!layer.Extent.IsNull)
            extent["spatial"] = new JsonObject { ["bbox"] = new JsonArray(Box(layer.Extent)), ["crs"] = MapCrs.Crs84.Uri };
        if (layer.Times is { } times)
        {
            extent["temporal"] = new JsonObject
            {
                ["interval"] = new JsonArray(new JsonArray(Text(times.From), Text(times.To))),
                ["trs"] = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian",
            };
        }
        return extent;
    }

    private static JsonNode? Text(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static JsonArray Strings(IEnumerable<string> values) => [.. values.Select(v => (JsonNode)v)];
}
