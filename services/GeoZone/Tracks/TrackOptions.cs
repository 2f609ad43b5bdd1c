using System.ComponentModel.DataAnnotations;

namespace Truceline.GeoZone.Tracks;

/// <summary>Settings of tracks; section <c>GeoZone:Tracks</c>.</summary>
internal sealed class TrackOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "GeoZone:Tracks";

    /// <summary>Whether every object is followed through all zones of agreements without a fence that says so. Default true.</summary>
    public bool WatchAllZones { get; set; } = true;

    /// <summary>How far beyond the edge of a zone an object must be to have left it, in metres. Default 25; [0, 100,000].</summary>
    [Range(0, 100_000)]
    public double MarginM { get; set; } = 25;

    /// <summary>How long an object must be seen on the other side of an edge to have changed sides, in seconds. Default 0; [0, 86,400].</summary>
    [Range(0, 86_400)]
    public double MinDwellSeconds { get; set; }

    /// <summary>Between fixes that are farther apart nothing is concluded, in seconds. Default 900; [1, 86,400].</summary>
    [Range(1, 86_400)]
    public double MaxGapSeconds { get; set; } = 900;

    /// <summary>How much older than the newest fix of its object a fix may be to be put in its place from memory, in seconds. One that is older still has the
    /// object's whole course told again from the database. Default 300; [0, 86,400].</summary>
    [Range(0, 86_400)]
    public double LatenessSeconds { get; set; } = 300;

    /// <summary>How long fixes and transitions are kept, in days after their time. Default 365; [1, 36,500].</summary>
    [Range(1, 36_500)]
    public int RetentionDays { get; set; } = 365;

    /// <summary>Over how many days, the current one (UTC) included, maps show courses. They stand in the memory of each replica that serves maps, to a metre. Default 7; [1, 366].</summary>
    [Range(1, 366)]
    public int MapDays { get; set; } = 7;

    /// <summary>How often absences, convoys and fences that begin or end are looked at without a fix, in seconds. Default 30; [1, 3600].</summary>
    [Range(1, 3600)]
    public int ReviewSeconds { get; set; } = 30;

    /// <summary>How many objects at least are a convoy; 0: none is told. Default 5; [0, 1000].</summary>
    [Range(0, 1000)]
    public int ConvoyMembers { get; set; } = 5;

    /// <summary>How near the next object of a convoy is at most, in metres. Default 300; [1, 10,000].</summary>
    [Range(1, 10_000)]
    public double ConvoyLinkM { get; set; } = 300;

    /// <summary>For how many minutes a convoy moves as one at least. Default 5; [1, 600].</summary>
    [Range(1, 600)]
    public int ConvoyMinutes { get; set; } = 5;

    /// <summary>The bounds of tracks in memory.</summary>
    internal Course.TrackLimits Limits => new(TimeSpan.FromSeconds(LatenessSeconds));

    /// <summary>What the fence over all zones asks.</summary>
    internal Course.FenceSettings ZoneSettings =>
        new(MarginM, TimeSpan.FromSeconds(MinDwellSeconds), null, 0, TimeSpan.FromSeconds(MaxGapSeconds));

    /// <summary>What a convoy is.</summary>
    internal Convoys.ConvoySettings ConvoySettings => new(TimeSpan.FromMinutes(1), ConvoyLinkM, ConvoyMembers, ConvoyMinutes, 1);
}
