using Truceline.GeoZone.Maps.Crs;

namespace Truceline.GeoZone.Maps.Queries;

/// <summary>A question for features of a collection.</summary>
internal sealed record ItemsQuery(BoxFilter? Box, TimeFilter? Time, IReadOnlyList<PropertyFilter> Properties, PageFilter Page, MapCrs Crs)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="MapRequestException">A parameter is unknown or wrong; all that are get named.</exception>
    public static ItemsQuery Read(CollectionInfo collection, IQueryCollection parameters)
    {
        var query = new QueryReader(parameters);
        var read = new ItemsQuery(BoxFilter.Read(query), TimeFilter.Read(query), PropertyFilter.Read(collection, query), PageFilter.Read(query), ReadCrs(query));
        query.Finish();
        return read;
    }

    /// <summary>Reads the parameter <c>crs</c>; the default when it is absent or wrong.</summary>
    public static MapCrs ReadCrs(QueryReader query)
    {
        if (query.Take("crs") is not { } uri)
            return MapCrs.Crs84;
        if (MapCrs.Find(uri) is { } crs)
            return crs;
        query.Fault("crs", "UNSUPPORTED_CRS", $"It must be one of {string.Join(", ", MapCrs.All.Select(c => c.Uri))}.");
        return MapCrs.Crs84;
    }

    /// <summary>Answers it.</summary>
    public ItemsPage Ask(MapLayer layer)
    {
        var matched = (Box?.Of(layer) ?? layer.Features).Where(f => Time?.Holds(f) != false && Properties.All(p => p.Holds(f))).ToList();
        var start = Page.After is { } after ? matched.FindIndex(f => string.CompareOrdinal(f.Id, after) > 0) : 0;
        var features = start < 0 ? [] : matched.GetRange(start, Math.Min(Page.Limit, matched.Count - start));
        var isLast = start < 0 || start + features.Count == matched.Count;
        return new(features, matched.Count, isLast ? null : PageFilter.CursorAfter(features[^1].Id));
    }
}

/// <summary>A page of features.</summary>
/// <param name="Features">In order of their ids.</param>
/// <param name="Matched">How many the question selects on all pages.</param>
/// <param name="NextCursor">Cursor of the next page; null on the last.</param>
internal sealed record ItemsPage(IReadOnlyList<MapFeature> Features, int Matched, string? NextCursor);
