using NetTopologySuite.Geometries;

namespace Truceline.GeoZone.Maps.Crs;

/// <summary>
/// Coordinate reference systems in which features are asked for and given. Features are kept in CRS84; the datum is WGS 84 in all of them, so that going over is exact.
/// </summary>
/// <param name="Uri">Its identifier (OGC API Features Part 2).</param>
/// <param name="IsNorthingFirst">Whether its first axis points north.</param>
/// <param name="IsMercator">Whether it is the spherical Mercator projection of web maps, in metres.</param>
internal sealed record MapCrs(string Uri, bool IsNorthingFirst, bool IsMercator)
{
    /// <summary>Longitude, latitude in degrees; the default everywhere.</summary>
    public static readonly MapCrs Crs84 = new("http://www.opengis.net/def/crs/OGC/1.3/CRS84", false, false);

    /// <summary>All, the default first.</summary>
    public static readonly IReadOnlyList<MapCrs> All =
    [
        Crs84,
        new("http://www.opengis.net/def/crs/EPSG/0/4326", true, false),
        new("http://www.opengis.net/def/crs/EPSG/0/3857", false, true),
    ];

    /// <summary>Finds one by its identifier, also with https or as a URN; null when it is not supported.</summary>
    public static MapCrs? Find(string uri) => All.FirstOrDefault(crs => crs.Uri == Known(uri));

    /// <summary>From longitude and latitude to its own two axes, in their order.</summary>
    public (double First, double Second) FromDegrees(Coordinate at)
    {
        if (IsMercator)
            return (Mercator.X(at.X), Mercator.Y(at.Y));
        return IsNorthingFirst ? (at.Y, at.X) : (at.X, at.Y);
    }

    /// <summary>From its own two axes, in their order, to longitude and latitude.</summary>
    public Coordinate ToDegrees(double first, double second)
    {
        if (IsMercator)
            return new(Mercator.Longitude(first), Mercator.Latitude(second));
        return IsNorthingFirst ? new(second, first) : new(first, second);
    }

    private static string Known(string uri)
    {
        const string Urn = "urn:ogc:def:crs:";
        if (uri.StartsWith(Urn, StringComparison.Ordinal) && uri[Urn.Length..].Split(':') is [var authority, var version, var code])
            return $"http://www.opengis.net/def/crs/{authority}/{(version.Length == 0 ? "0" : version)}/{code}";
        return uri.StartsWith("https://", StringComparison.Ordinal) ? "http://" + uri["https://".Length..] : uri;
    }
}
