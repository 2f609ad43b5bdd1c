namespace Truceline.GeoZone.Maps.Answers;

/// <summary>Media types of the answers.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string Schema = "application/schema+json";
    public const string GeoJson = "application/geo+json";
    public const string OpenApi = "application/vnd.oai.openapi+json;version=3.0";
    public const string Problem = "application/problem+json";
    public const string Tile = "application/vnd.mapbox-vector-tile";
}
