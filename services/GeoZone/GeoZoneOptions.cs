using System.ComponentModel.DataAnnotations;

namespace Truceline.GeoZone;

/// <summary>Settings of GeoZone; section <c>GeoZone</c>.</summary>
internal sealed class GeoZoneOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "GeoZone";

    /// <summary>
    /// How many days around the days of a claim are searched for incidents that it may speak of and for denials. Default 7, the days in
    /// which a denial of a short happening counts; [7, 90].
    /// </summary>
    [Range(7, 90)]
    public int NeighbourDays { get; set; } = 7;

    /// <summary>How long an agreement stays ready for questions in memory after it was read, in minutes. It cannot become stale: the key
    /// holds the hash of its content. Default 60; [1, 1440].</summary>
    [Range(1, 1440)]
    public int PreparedMinutes { get; set; } = 60;

    /// <summary>How often the zones in memory are compared with the store, in seconds, for changes that no message told of. Default 5; [1, 3600].</summary>
    [Range(1, 3600)]
    public int ZonePollSeconds { get; set; } = 5;

    /// <summary>How long a vector tile stays in the cache, in minutes. It cannot become stale: the key holds the hash of what it shows. Default 60; [1, 1440].</summary>
    [Range(1, 1440)]
    public int TileMinutes { get; set; } = 60;
}
