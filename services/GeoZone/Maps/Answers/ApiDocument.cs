using System.Text.Json.Nodes;
using Truceline.GeoZone.Maps.Crs;
using Truceline.GeoZone.Maps.Queries;
using Truceline.GeoZone.Maps.Tiles;

namespace Truceline.GeoZone.Maps.Answers;

/// <summary>The description of the interface (OpenAPI 3.0): every path and parameter that is served, and no other.</summary>
internal static class ApiDocument
{
    public static JsonObject Of(IReadOnlyList<CollectionInfo> collections, MapLinks links)
    {
        var paths = new JsonObject
        {
            ["/"] = Path("landing", "Landing page", [], Answer(MediaTypes.Json, "landingPage")),
            ["/conformance"] = Path("conformance", "Conformance classes", [], Answer(MediaTypes.Json, "confClasses")),
            ["/api"] = Path("api", "This description", [], Answer(MediaTypes.OpenApi, null)),
            ["/collections"] = Path("collections", "Collections", [], Answer(MediaTypes.Json, "collections")),
        };
        foreach (var collection in collections)
            Add(paths, collection);
        return new()
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject
            {
                ["title"] = "Truceline maps",
                ["version"] = "1.0.0",
                ["description"] = "OGC API Features over what Truceline knows of ceasefires, and the same as vector tiles.",
                ["license"] = new JsonObject { ["name"] = "Apache-2.0" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = links.To("") }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = ApiSchemas.All(),
                ["responses"] = new JsonObject { ["problem"] = Content("The request cannot be answered as it is.", MediaTypes.Problem, "exception") },
            },
        };
    }

    private static void Add(JsonObject paths, CollectionInfo collection)
    {
        var (path, id) = ("/collections/" + collection.Id, collection.Id);
        var features = Answer(MediaTypes.GeoJson, "featureCollectionGeoJSON", withCrs: true);
        paths[path] = Path(id, collection.Title, [], Answer(MediaTypes.Json, "collection"), "404");
        paths[path + "/queryables"] = Path(id + "Queryables", "Properties to select by (JSON Schema): " + collection.Title, [], Answer(MediaTypes.Schema, null), "404");
        paths[path + "/items"] = Path(id + "Items", collection.Description,
            [.. ItemsParameters(), .. collection.Properties.Select(Parameter)], features, "404");
        paths[path + "/items/{featureId}"] = Path(id + "Feature", "One feature: " + collection.Title,
            [InPath("featureId", "string"), Crs()], Answer(MediaTypes.GeoJson, "featureGeoJSON", withCrs: true), "404");
        paths[path + "/tiles/WebMercatorQuad/tilejson"] = Path(id + "TileJson", "Vector tiles (TileJSON): " + collection.Title, [Moment(collection)], Answer(MediaTypes.Json, null), "404");
        var tile = Path(id + "Tile", "A vector tile: " + collection.Title,
            [InPath("z", "integer"), InPath("y", "integer"), InPath("x", "integer"), Moment(collection)], Answer(MediaTypes.Tile, null), "404");
        var answers = (JsonObject)tile["get"]!["responses"]!;
        answers["204"] = new JsonObject { ["description"] = "Nothing lies in the tile." };
        answers["304"] = new JsonObject { ["description"] = "The tile is as the caller has it." };
        paths[path + "/tiles/WebMercatorQuad/{z}/{y}/{x}"] = tile;
    }

    private static IEnumerable<JsonObject> ItemsParameters() =>
    [
        InQuery("bbox", "West, south, east, north, or six numbers with heights; west exceeds east where the box crosses the antimeridian.",
            new()
            {
                ["type"] = "array",
                ["minItems"] = 4,
                ["maxItems"] = 6,
                ["items"] = new JsonObject { ["type"] = "number" },
            }),
        InQuery("bbox-crs", "Reference system of bbox.", CrsSchema()),
        Crs(),
        InQuery("datetime", "An instant or an interval (RFC 3339), with .. for an open end; a day stands for all of it.", new() { ["type"] = "string" }),
        InQuery("limit", "How many features at most.", new()
        {
            ["type"] = "integer",
            ["minimum"] = 1,
            ["maximum"] = PageFilter.LargestLimit,
            ["default"] = PageFilter.DefaultLimit,
        }),
        InQuery("cursor", "From a link to the next page.", new() { ["type"] = "string" }),
    ];

    private static JsonObject Moment(CollectionInfo collection) =>
        InQuery("datetime", "The day, or the instant (RFC 3339), that tiles show. " + TileEndpoints.Times(collection), new() { ["type"] = "string" });

    // There is one form, but programs name it all the same.
    private static JsonObject Form(JsonObject answer)
    {
        var form = answer["content"]!.AsObject().ContainsKey(MediaTypes.Tile) ? TileEndpoints.Form : QueryReader.JsonForm;
        return InQuery("f", "Form of the answer; there is one.", new() { ["type"] = "string", ["enum"] = new JsonArray(form), ["default"] = form });
    }

    private static JsonObject Crs() => InQuery("crs", "Reference system of the answer.", CrsSchema());

    private static JsonObject CrsSchema() => new()
    {
        ["type"] = "string",
        ["format"] = "uri",
        ["enum"] = new JsonArray([.. MapCrs.All.Select(c => (JsonNode)c.Uri)]),
        ["default"] = MapCrs.Crs84.Uri,
    };

    private static JsonObject Parameter(MapProperty property) => InQuery(property.Name, property.Description, ApiSchemas.Of(property));

    private static JsonObject InQuery(string name, string description, JsonObject schema) => new()
    {
        ["name"] = name,
        ["in"] = "query",
        ["description"] = description,
        ["required"] = false,
        ["schema"] = schema,
        ["style"] = "form",
        ["explode"] = false,
    };

    private static JsonObject InPath(string name, string type) => new()
    {
        ["name"] = name,
        ["in"] = "path",
        ["required"] = true,
        ["schema"] = new JsonObject { ["type"] = type },
    };

    private static JsonObject Path(string id, string summary, IEnumerable<JsonObject> parameters, JsonObject answer, params string[] failures)
    {
        var answers = new JsonObject { ["200"] = answer };
        foreach (var status in failures.Prepend("400"))
            answers[status] = new JsonObject { ["$ref"] = "#/components/responses/problem" };
        return new()
        {
            ["get"] = new JsonObject
            {
                ["operationId"] = id,
                ["summary"] = summary,
                ["parameters"] = new JsonArray([.. parameters, Form(answer)]),
                ["responses"] = answers,
            },
        };
    }

    private static JsonObject Answer(string type, string? schema, bool withCrs = false)
    {
        var answer = Content("The answer.", type, schema);
        if (withCrs)
        {
            answer["headers"] = new JsonObject
            {
                ["Content-Crs"] = new JsonObject { ["description"] = "Reference system of the coordinates, in angle brackets.", ["schema"] = new JsonObject { ["type"] = "string" } },
            };
        }
        return answer;
    }

    private static JsonObject Content(string description, string type, string? schema) => new()
    {
        ["description"] = description,
        ["content"] = new JsonObject
        {
            [type] = new JsonObject { ["schema"] = schema is null ? new JsonObject() : new JsonObject { ["$ref"] = "#/components/schemas/" + schema } },
        },
    };
}
