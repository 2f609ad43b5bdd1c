using System.Globalization;

namespace Truceline.GeoZone.Maps.Queries;

/// <summary>The parameter <c>datetime</c>: an instant, or an interval that may be open at one end. A day stands for all of it.</summary>
/// <param name="First">Its first instant, UTC; null when it has no beginning.</param>
/// <param name="Last">Its last instant, UTC; null when it has no end.</param>
internal sealed record TimeFilter(DateTimeOffset? First, DateTimeOffset? Last)
{
    private const string MomentForm = "a day (2018-10-15) or an instant with its offset (2018-10-15T12:00:00Z)";
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd't'HH:mm:ssK", "yyyy-MM-dd't'HH:mm:ss.FFFFFFFK"];

    /// <summary>Whether a feature holds at some instant of it. What has no time does not.</summary>
    public bool Holds(MapFeature feature) => feature.Time is { } time && time.Meets(First, Last);

    /// <summary>Reads the parameter; null when it is absent or wrong.</summary>
    public static TimeFilter? Read(QueryReader query)
    {
        if (query.Take("datetime") is not { } text)
            return null;
        var parts = text.Split('/');
        if (parts.Length == 1 && Instants(parts[0]) is { } instant)
            return new(instant.First, instant.Last);
        if (parts.Length == 2 && End(parts[0]) is { } from && End(parts[1]) is { } to && (from.Known || to.Known))
        {
            if (from.Known && to.Known && from.First > to.Last)
                query.Fault("datetime", "OUT_OF_ORDER", "The interval must not end before it begins.");
            return new(from.Known ? from.First : null, to.Known ? to.Last : null);
        }
        query.Fault("datetime", "MALFORMED", $"It must be {MomentForm}, or an interval of two of them such as 2018-10-15/2018-11-01, with .. for an open end.");
        return null;
    }

    /// <summary>Reads the parameter where only one time makes sense; null when it is absent or wrong.</summary>
    public static TimeFilter? ReadMoment(QueryReader query)
    {
        if (query.Take("datetime") is not { } text)
            return null;
        if (Instants(text) is { } moment)
            return new(moment.First, moment.Last);
        query.Fault("datetime", "MALFORMED", $"It must be {MomentForm}: a tile shows one time.");
        return null;
    }

    /// <summary>Reads a day, YYYY-MM-DD; null when it is none.</summary>
    public static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>Reads an instant with its offset (RFC 3339); null when it is none.</summary>
    public static DateTimeOffset? Instant(string text)
    {
        // Without an offset K would take the machine's.
        var upper = text.Replace('z', 'Z');
        var hasOffset = upper.EndsWith('Z') || (upper.Length > 6 && upper[^3] == ':' && upper[^6] is '+' or '-');
        return hasOffset && DateTimeOffset.TryParseExact(upper, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? at : null;
    }

    private static (bool Known, DateTimeOffset First, DateTimeOffset Last)? End(string text)
    {
        if (text is "" or "..")
            return (false, default, default);
        return Instants(text) is { } instants ? (true, instants.First, instants.Last) : null;
    }

    private static (DateTimeOffset First, DateTimeOffset Last)? Instants(string text)
    {
        if (Day(text) is { } day)
            return (new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), new(day.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero));
        return Instant(text) is { } at ? (at, at) : null;
    }
}
