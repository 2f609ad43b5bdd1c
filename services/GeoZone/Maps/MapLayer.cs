using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;

namespace Truceline.GeoZone.Maps;

/// <summary>The features of a collection at one version, sorted by id, with an index by box. Immutable and safe for concurrent use.</summary>
internal sealed class MapLayer
{
    private readonly STRtree<MapFeature> _boxes = new();
    private readonly Dictionary<string, MapFeature> _byId;

    /// <param name="version">What the source calls this version.</param>
    /// <param name="features">Its features, in any order.</param>
    public MapLayer(string version, IEnumerable<MapFeature> features)
    {
        Version = version;
        Features = [.. features.OrderBy(f => f.Id, StringComparer.Ordinal)];
        _byId = Features.ToDictionary(f => f.Id, StringComparer.Ordinal);
        Extent = new();
        foreach (var feature in Features)
        {
            if (feature.Geometry is not { IsEmpty: false } geometry)
                continue;
            Extent.ExpandToInclude(geometry.EnvelopeInternal);
            _boxes.Insert(geometry.EnvelopeInternal, feature);
        }
        // Built now: the tree is not safe for concurrent use before.
        _boxes.Build();
        Times = TimesOf(Features);
    }

    public string Version { get; }

    /// <summary>By id, in ordinal order.</summary>
    public IReadOnlyList<MapFeature> Features { get; }

    public IReadOnlyDictionary<string, MapFeature> ById => _byId;

    /// <summary>Box around all; null in it when nothing has a place.</summary>
    public Envelope Extent { get; }

    /// <summary>From the first beginning to the last end; null when nothing has a time.</summary>
    public TimeSpanUtc? Times { get; }

    /// <summary>Features whose boxes meet a box, in order of their ids.</summary>
    public IReadOnlyList<MapFeature> Around(Envelope box)
    {
        var found = _boxes.Query(box);
        return [.. found.OrderBy(f => f.Id, StringComparer.Ordinal)];
    }

    private static TimeSpanUtc? TimesOf(IReadOnlyList<MapFeature> features)
    {
        var times = features.Select(f => f.Time).OfType<TimeSpanUtc>().ToList();
        return times.Count == 0 ? null : new(
            times.Exists(t => t.From is null) ? null : times.Min(t => t.From),
            times.Exists(t => t.To is null) ? null : times.Max(t => t.To));
    }
}
