using NetTopologySuite.Geometries;
using Truceline.ServiceDefaults.Events;

namespace Truceline.GeoZone.Maps;

/// <summary>A feature as maps show it. Immutable.</summary>
/// <param name="id">Id within its collection: letters, digits and - . _ ~ : @, so that a path need escape nothing.</param>
/// <param name="stamp">Changes with what the source made the feature from.</param>
/// <param name="geometry">In degrees, x east and y north, within ±180 and ±90, valid, shells counter-clockwise; null when it has no place.</param>
/// <param name="time">When it holds; null when it has no time.</param>
/// <param name="properties">String, bool, long or double by name, in the order of the collection's properties; what is not known is left out.</param>
internal sealed class MapFeature(string id, string stamp, Geometry? geometry, TimeSpanUtc? time, IReadOnlyList<KeyValuePair<string, object>> properties)
{
    private volatile string? _fingerprint;

    public string Id => id;

    public string Stamp => stamp;

    public Geometry? Geometry => geometry;

    public TimeSpanUtc? Time => time;

    public IReadOnlyList<KeyValuePair<string, object>> Properties => properties;

    /// <summary>Hash of what it shows; the same for what looks the same, whatever it was made from.</summary>
    public string Fingerprint => _fingerprint ??= ContentHash.Of(
        [id, geometry is null ? "" : Convert.ToBase64String(geometry.AsBinary()), .. properties.Select(p => FormattableString.Invariant($"{p.Key}={p.Value}"))]);
}

/// <summary>A stretch of time, UTC.</summary>
/// <param name="From">Its first instant; null when it has no beginning.</param>
/// <param name="To">The first instant after it; null when it has no end.</param>
internal readonly record struct TimeSpanUtc(DateTimeOffset? From, DateTimeOffset? To)
{
    /// <summary>Whole days, from the beginning of the first to the end of the last.</summary>
    public static TimeSpanUtc Of(Zones.DayRange days) => new(
        days.First == DateOnly.MinValue ? null : Begin(days.First),
        days.Last == DateOnly.MaxValue ? null : Begin(days.Last.AddDays(1)));

    /// <summary>Whether it shares an instant with a stretch that includes both of its ends.</summary>
    /// <param name="first">First instant; null when it has no beginning.</param>
    /// <param name="last">Last instant; null when it has no end.</param>
    public bool Meets(DateTimeOffset? first, DateTimeOffset? last) => !(From > last) && !(To <= first);

    private static DateTimeOffset Begin(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
