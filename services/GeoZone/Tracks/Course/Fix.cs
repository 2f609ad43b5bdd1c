using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Tracks.Course;

/// <summary>Where an object was at an instant. Ordered by time, then by radius and place: of several at one instant the first counts.</summary>
/// <param name="Ticks">The instant, in ticks (100 ns) of UTC.</param>
/// <param name="Latitude">Degrees north, in [-90, +90].</param>
/// <param name="Longitude">Degrees east, in [-180, +180].</param>
/// <param name="RadiusM">Radius within which it was, in metres; 0 or more.</param>
internal readonly record struct Fix(long Ticks, double Latitude, double Longitude, double RadiusM) : IComparable<Fix>
{
    public GeoPoint Point => new(Latitude, Longitude);

    public int CompareTo(Fix other) =>
        Ticks != other.Ticks ? Ticks.CompareTo(other.Ticks)
        : RadiusM != other.RadiusM ? RadiusM.CompareTo(other.RadiusM)
        : Latitude != other.Latitude ? Latitude.CompareTo(other.Latitude)
        : Longitude.CompareTo(other.Longitude);
}

/// <summary>What became of a fix.</summary>
internal enum FixOutcome
{
    /// <summary>It counts.</summary>
    Accepted,

    /// <summary>It came before.</summary>
    Duplicate,

    /// <summary>There is a better one of the same instant, which counts alone.</summary>
    Superseded,

    /// <summary>It came later than <see cref="TrackLimits.Lateness"/> allows and changes nothing.</summary>
    TooLate,
}

/// <summary>Bounds of a track.</summary>
/// <param name="Lateness">How much older than the newest fix of its track a fix may be and still count. What comes within it gives the same transitions in any order.</param>
internal sealed record TrackLimits(TimeSpan Lateness);
