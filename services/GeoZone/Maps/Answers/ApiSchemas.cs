using System.Text.Json.Nodes;

namespace Truceline.GeoZone.Maps.Answers;

/// <summary>The schemas of the answers in the description of the interface.</summary>
internal static class ApiSchemas
{
    public static JsonObject All() => new()
    {
        ["link"] = Object(["href", "rel"], ("href", Text()), ("rel", Text()), ("type", Text()), ("title", Text())),
        ["landingPage"] = Object(["links"], ("title", Text()), ("description", Text()), ("links", Links())),
        ["confClasses"] = Object(["conformsTo"], ("conformsTo", List(Text()))),
        ["extent"] = Object([],
            ("spatial", Object([], ("bbox", List(List(new() { ["type"] = "number" }))), ("crs", Text()))),
            ("temporal", Object([], ("interval", List(List(new() { ["type"] = "string", ["nullable"] = true }))), ("trs", Text())))),
        ["collection"] = Object(["id", "links"],
            ("id", Text()), ("title", Text()), ("description", Text()), ("links", Links()), ("extent", Reference("extent")), ("itemType", Text()),
            ("crs", List(Text())), ("storageCrs", Text())),
        ["collections"] = Object(["links", "collections"], ("links", Links()), ("crs", List(Text())), ("collections", List(Reference("collection")))),
        ["geometryGeoJSON"] = new JsonObject
        {
            ["type"] = "object",
            ["nullable"] = true,
            ["required"] = new JsonArray("type", "coordinates"),
            ["properties"] = new JsonObject
            {
                ["type"] = new JsonObject
                {
                    ["type"] = "string",
                    ["enum"] = new JsonArray("Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon"),
                },
                ["coordinates"] = List([]),
            },
        },
        ["featureGeoJSON"] = Object(["type", "geometry", "properties"],
            ("type", Only("Feature")), ("id", Text()), ("geometry", Reference("geometryGeoJSON")),
            ("properties", new() { ["type"] = "object", ["nullable"] = true }), ("links", Links())),
        ["featureCollectionGeoJSON"] = Object(["type", "features"],
            ("type", Only("FeatureCollection")), ("features", List(Reference("featureGeoJSON"))), ("links", Links()),
            ("timeStamp", new() { ["type"] = "string", ["format"] = "date-time" }), ("numberMatched", Count()), ("numberReturned", Count())),
        ["exception"] = Object([],
            ("type", Text()), ("title", Text()), ("status", Count()), ("detail", Text()), ("instance", Text()), ("reason", Text()), ("traceId", Text()),
            ("violations", List(Object(["field", "reason", "description"], ("field", Text()), ("reason", Text()), ("description", Text()))))),
    };

    /// <summary>The schema of a property's values.</summary>
    public static JsonObject Of(MapProperty property)
    {
        var schema = new JsonObject
        {
            ["type"] = property.Kind switch
            {
                PropertyKind.Integer => "integer",
                PropertyKind.Number => "number",
                PropertyKind.Truth => "boolean",
                _ => "string",
            },
        };
        if (property.Kind is PropertyKind.Day or PropertyKind.Instant)
            schema["format"] = property.Kind is PropertyKind.Day ? "date" : "date-time";
        if (property.Values is { } values)
            schema["enum"] = new JsonArray([.. values.Select(v => (JsonNode)v)]);
        return schema;
    }

    private static JsonObject Object(string[] required, params (string Name, JsonObject Schema)[] properties)
    {
        var schema = new JsonObject { ["type"] = "object" };
        if (required.Length > 0)
            schema["required"] = new JsonArray([.. required.Select(r => (JsonNode)r)]);
        schema["properties"] = new JsonObject(properties.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Name, p.Schema)));
        return schema;
    }

    private static JsonObject List(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    private static JsonObject Links() => List(Reference("link"));

    private static JsonObject Reference(string schema) => new() { ["$ref"] = "#/components/schemas/" + schema };

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Count() => new() { ["type"] = "integer", ["minimum"] = 0 };

    private static JsonObject Only(string word) => new() { ["type"] = "string", ["enum"] = new JsonArray(word) };
}
