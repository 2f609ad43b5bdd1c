using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Zones.Versions;

/// <summary>What a version says: of a line its content, of a zone its content and what it is drawn from, of a place its shape. Immutable by agreement.</summary>
/// <param name="Line">Of a line.</param>
/// <param name="Zone">Of a zone.</param>
/// <param name="DrawnFrom">Of a zone or place: a shape that names nothing; null when the zone is nowhere.</param>
internal sealed record VersionBody(LineContent? Line, ZoneContent? Zone, Shape? DrawnFrom)
{
    public static VersionBody Of(LineContent line) => new(line, null, null);

    public static VersionBody Of(ZoneContent zone) => new(null, zone, null);

    public static VersionBody Of(Shape place) => new(null, null, place);

    /// <summary>What was said by whoever changed it: without what follows from others.</summary>
    public VersionBody Said => Zone is null ? this : this with { DrawnFrom = null };
}

/// <summary>What is so over an interval of valid time.</summary>
internal sealed record Era(DayRange Days, VersionBody Body);

/// <summary>A version that was stored.</summary>
/// <param name="Number">Counts up from 1 within its line or zone.</param>
/// <param name="Days">Valid time.</param>
/// <param name="Body">What it says.</param>
/// <param name="KnownFrom">Since when it was known.</param>
/// <param name="KnownTo">When something else became known in its place; null while it is what is known.</param>
/// <param name="ChangedBy">The id of the line or zone whose change made it.</param>
internal sealed record KeptVersion(int Number, DayRange Days, VersionBody Body, DateTimeOffset KnownFrom, DateTimeOffset? KnownTo, string ChangedBy)
{
    /// <summary>Whether this is what was known at an instant; null for now.</summary>
    public bool IsKnownAt(DateTimeOffset? instant) => instant is { } at ? KnownFrom <= at && !(KnownTo <= at) : KnownTo is null;
}
