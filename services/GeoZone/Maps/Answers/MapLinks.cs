using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Truceline.GeoZone.Maps.Answers;

/// <summary>Addresses as the caller reaches them: behind the gateway they begin with its own scheme and host, which it gives with every request.</summary>
internal sealed class MapLinks
{
    /// <summary>First segment of all paths.</summary>
    public const string Root = "/ogc";

    /// <summary>Relation of a link to the properties by which features are selected.</summary>
    public const string QueryablesRel = "http://www.opengis.net/def/rel/ogc/1.0/queryables";

    private readonly string _origin;
    private readonly HttpRequest _request;

    public MapLinks(HttpRequest request)
    {
        _request = request;
        var scheme = First(request.Headers["X-Forwarded-Proto"]) is { } given and ("http" or "https") ? given : request.Scheme;
        var host = First(request.Headers["X-Forwarded-Host"]) is { } forwarded && Uri.CheckHostName(new HostString(forwarded).Host) != UriHostNameType.Unknown
            ? forwarded : request.Host.Value;
        _origin = $"{scheme}://{host}";
    }

    /// <summary>The address of a path below <see cref="Root"/>; "" is the landing page.</summary>
    public string To(string path) => _origin + Root + path;

    /// <summary>The address that was asked for.</summary>
    public string Self => _origin + _request.PathBase + _request.Path + _request.QueryString;

    /// <summary>The same with another value of a parameter.</summary>
    public string SelfWith(string parameter, string value) => QueryHelpers.AddQueryString(
        _origin + _request.PathBase + _request.Path,
        _request.Query.Where(q => q.Key != parameter).Append(new(parameter, new StringValues(value))));

    public static string OfCollection(string id) => "/collections/" + Uri.EscapeDataString(id);

    public static string OfItems(string collection) => OfCollection(collection) + "/items";

    public static string OfQueryables(string collection) => OfCollection(collection) + "/queryables";

    public static string OfTiles(string collection) => OfCollection(collection) + "/tiles/WebMercatorQuad";

    /// <summary>A link.</summary>
    public static JsonObject Link(string href, string rel, string type, string title) => new() { ["href"] = href, ["rel"] = rel, ["type"] = type, ["title"] = title };

    private static string? First(StringValues header) => header.Count == 0 ? null : header[0]?.Split(',')[0].Trim();
}
