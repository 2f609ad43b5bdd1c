using System.Globalization;

namespace Truceline.GeoZone.Maps.Queries;

/// <summary>Features whose property equals a value.</summary>
internal sealed record PropertyFilter(string Name, object Value)
{
    public bool Holds(MapFeature feature)
    {
        foreach (var (name, value) in feature.Properties)
        {
            if (name == Name)
                return Value.Equals(value);
        }
        return false;
    }

    /// <summary>Reads the parameters that are named after a collection's properties.</summary>
    public static IReadOnlyList<PropertyFilter> Read(CollectionInfo collection, QueryReader query)
    {
        var filters = new List<PropertyFilter>();
        foreach (var property in collection.Properties)
        {
            if (query.Take(property.Name) is not { } text)
                continue;
            if (property.Values is { } values && !values.Contains(text))
                query.Fault(property.Name, "UNKNOWN_VALUE", $"It must be one of {string.Join(", ", values)}.");
            else if (Parse(property.Kind, text) is { } value)
                filters.Add(new(property.Name, value));
            else
                query.Fault(property.Name, "MALFORMED", $"It must be {Expected(property.Kind)}.");
        }
        return filters;
    }

    private static object? Parse(PropertyKind kind, string text) => kind switch
    {
        PropertyKind.Integer => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole : null,
        PropertyKind.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null,
        PropertyKind.Truth => text switch { "true" => true, "false" => false, _ => null },
        PropertyKind.Day => TimeFilter.Day(text) is null ? null : text,
        PropertyKind.Instant => TimeFilter.Instant(text) is { } at ? Sources.TrackWords.Time(at.UtcTicks) : null,
        _ => text,
    };

    private static string Expected(PropertyKind kind) => kind switch
    {
        PropertyKind.Integer => "a whole number",
        PropertyKind.Number => "a number",
        PropertyKind.Day => "a day, YYYY-MM-DD, e.g. 2018-10-15",
        PropertyKind.Instant => "an instant with its offset (RFC 3339), e.g. 2018-10-15T12:00:00Z",
        _ => "true or false",
    };
}
