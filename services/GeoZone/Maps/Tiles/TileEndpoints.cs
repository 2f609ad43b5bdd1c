using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using NetTopologySuite.Geometries;
using Truceline.GeoZone.Maps.Answers;
using Truceline.GeoZone.Maps.Queries;

namespace Truceline.GeoZone.Maps.Tiles;

/// <summary>Vector tiles of each collection, by the path of OGC API Tiles, and a TileJSON that leads to them.</summary>
internal static class TileEndpoints
{
    /// <summary>The form of tiles, as the parameter <c>f</c> calls it.</summary>
    public const string Form = "mvt";

    /// <summary>Level beyond which a map draws tiles of this one larger: a unit is 15 cm there.</summary>
    private const int DeepestDetail = 16;

    public static void MapTiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapAnswer("/collections/{collection}/tiles/WebMercatorQuad/tilejson", async context =>
        {
            var (collection, layer) = await MapEndpoints.FindAsync(context);
            var query = new QueryReader(context.Request.Query);
            var time = TimeFilter.ReadMoment(query) is null ? "" : "?datetime=" + Uri.EscapeDataString(query.Take("datetime")!);
            query.Finish();
            await MapEndpoints.SendAsync(context, TileJson(collection, layer, new(context.Request), time));
        }, takesQuery: true);
        endpoints.MapAnswer("/collections/{collection}/tiles/WebMercatorQuad/{z}/{y}/{x}", TileAsync, takesQuery: true);
    }

    /// <summary>Which times tiles of a collection show, for people.</summary>
    public static string Times(CollectionInfo collection) => collection.HasVersions
        ? "Tiles show what is valid now; with datetime, what is valid on another day or at another instant. What has no time is always shown."
        : "Tiles show all; with datetime, what was on one day or at one instant. What has no time is always shown.";

    /// <summary>TileJSON 3.0.0; its tiles show the time it was asked with.</summary>
    private static JsonObject TileJson(CollectionInfo collection, MapLayer layer, MapLinks links, string time) => new()
    {
        ["tilejson"] = "3.0.0",
        ["name"] = collection.Title,
        ["description"] = collection.Description + " " + Times(collection),
        ["scheme"] = "xyz",
        ["tiles"] = new JsonArray(links.To(MapLinks.OfTiles(collection.Id)) + "/{z}/{y}/{x}" + time),
        ["minzoom"] = 0,
        ["maxzoom"] = DeepestDetail,
        ["bounds"] = MapDocuments.Box(layer.Extent.IsNull ? new Envelope(-180, 180, -85, 85) : layer.Extent),
        ["vector_layers"] = new JsonArray(new JsonObject
        {
            ["id"] = collection.Id,
            ["description"] = collection.Description,
            ["minzoom"] = 0,
            ["maxzoom"] = DeepestDetail,
            ["fields"] = new JsonObject(collection.Properties.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Name, p.Kind switch
            {
                PropertyKind.Integer or PropertyKind.Number => "Number",
                PropertyKind.Truth => "Boolean",
                _ => "String",
            })).Prepend(new("id", "String"))),
        }),
    };

    private static async Task TileAsync(HttpContext context)
    {
        var (collection, layer) = await MapEndpoints.FindAsync(context);
        var at = context.Request.RouteValues;
        if (TileAddress.Read((string?)at["z"], (string?)at["y"], (string?)at["x"]) is not { } tile)
            throw MapRequestException.NotFound("tile", $"{at["z"]}/{at["y"]}/{at["x"]}");
        var query = new QueryReader(context.Request.Query);
        var time = TimeFilter.ReadMoment(query);
        query.Finish(Form);
        if (time is null && collection.HasVersions)
        {
            var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
            time = new(now, now);
        }
        var (features, name) = TileService.Look(layer, tile, time);
        var tag = new EntityTagHeaderValue($"\"{name}\"");
        context.Response.Headers.ETag = tag.ToString();
        // Kept by whoever wants, asked for again each time: the answer is mostly that it is still good.
        context.Response.Headers.CacheControl = "no-cache";
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known == EntityTagHeaderValue.Any || known.Compare(tag, useStrongComparison: false)))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        var tiles = context.RequestServices.GetRequiredService<TileService>();
        var body = await tiles.ReadAsync(collection.Id, tile, features, name, context.RequestAborted);
        if (body.Length == 0)
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        else
            await MapEndpoints.SendAsync(context, body, MediaTypes.Tile);
    }
}
