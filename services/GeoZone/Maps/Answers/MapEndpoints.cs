using System.Text.Json;
using System.Text.Json.Nodes;
using Truceline.GeoZone.Maps.Queries;

namespace Truceline.GeoZone.Maps.Answers;

/// <summary>OGC API Features (Part 1: Core, GeoJSON, OpenAPI 3.0; Part 2: CRS) under <see cref="MapLinks.Root"/>.</summary>
internal static class MapEndpoints
{
    private static readonly string[] Verbs = ["GET", "HEAD"];
    private static readonly JsonSerializerOptions Json = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void MapFeatures(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapAnswer("", context => SendAsync(context, MapDocuments.Landing(new(context.Request))));
        endpoints.MapAnswer("/conformance", context => SendAsync(context, MapDocuments.Conforming()));
        endpoints.MapAnswer("/api", context => SendAsync(context, ApiDocument.Of(Layers(context).Collections, new(context.Request)), MediaTypes.OpenApi));
        endpoints.MapAnswer("/collections", CollectionsAsync);
        endpoints.MapAnswer("/collections/{collection}", async context =>
        {
            var (collection, layer) = await FindAsync(context);
            await SendAsync(context, MapDocuments.Collection(collection, layer, new(context.Request)));
        });
        endpoints.MapAnswer("/collections/{collection}/queryables", async context =>
        {
            var (collection, _) = await FindAsync(context);
            await SendAsync(context, MapDocuments.Queryables(collection, new(context.Request)), MediaTypes.Schema);
        });
        endpoints.MapAnswer("/collections/{collection}/items", ItemsAsync, takesQuery: true);
        endpoints.MapAnswer("/collections/{collection}/items/{feature}", FeatureAsync, takesQuery: true);
    }

    /// <summary>Maps a path that answers GET and HEAD, with a problem document when the request cannot be answered.</summary>
    /// <param name="endpoints">Takes the path.</param>
    /// <param name="path">The path below <see cref="MapLinks.Root"/>.</param>
    /// <param name="answer">Answers it.</param>
    /// <param name="takesQuery">Whether the answer reads the query itself; without that any parameter is one too many.</param>
    public static void MapAnswer(this IEndpointRouteBuilder endpoints, string path, RequestDelegate answer, bool takesQuery = false) =>
        endpoints.MapMethods(MapLinks.Root + path, Verbs, async context =>
        {
            try
            {
                if (!takesQuery)
                    new QueryReader(context.Request.Query).Finish();
                await answer(context);
            }
            catch (MapRequestException failure)
            {
                context.Response.StatusCode = failure.Status;
                await SendAsync(context, MapProblem.Of(failure, context), MediaTypes.Problem);
            }
        });

    /// <summary>The collection that the path names.</summary>
    /// <exception cref="MapRequestException">There is none.</exception>
    public static async Task<(CollectionInfo Collection, MapLayer Layer)> FindAsync(HttpContext context)
    {
        var id = (string)context.Request.RouteValues["collection"]!;
        return await Layers(context).FindAsync(id, context.RequestAborted) ?? throw MapRequestException.NotFound("collection", id);
    }

    public static Task SendAsync(HttpContext context, JsonObject document, string type = MediaTypes.Json) =>
        SendAsync(context, JsonSerializer.SerializeToUtf8Bytes(document, Json), type);

    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body, string type)
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static MapLayers Layers(HttpContext context) => context.RequestServices.GetRequiredService<MapLayers>();

    private static async Task CollectionsAsync(HttpContext context)
    {
        var layers = new List<(CollectionInfo, MapLayer)>();
        foreach (var collection in Layers(context).Collections)
        {
            if (await Layers(context).FindAsync(collection.Id, context.RequestAborted) is { } found)
                layers.Add(found);
        }
        await SendAsync(context, MapDocuments.Collections(layers, new(context.Request)));
    }

    private static async Task ItemsAsync(HttpContext context)
    {
        var (collection, layer) = await FindAsync(context);
        var query = ItemsQuery.Read(collection, context.Request.Query);
        var page = query.Ask(layer);
        context.Response.Headers["Content-Crs"] = $"<{query.Crs.Uri}>";
        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        await SendAsync(context, new FeatureWriter(collection, query.Crs, new(context.Request)).Page(page, now), MediaTypes.GeoJson);
    }

    private static async Task FeatureAsync(HttpContext context)
    {
        var (collection, layer) = await FindAsync(context);
        var query = new QueryReader(context.Request.Query);
        var crs = ItemsQuery.ReadCrs(query);
        query.Finish();
        var id = (string)context.Request.RouteValues["feature"]!;
        var feature = layer.ById.GetValueOrDefault(id) ?? throw MapRequestException.NotFound("feature", id);
        context.Response.Headers["Content-Crs"] = $"<{crs.Uri}>";
        await SendAsync(context, new FeatureWriter(collection, crs, new(context.Request)).Feature(feature), MediaTypes.GeoJson);
    }
}
