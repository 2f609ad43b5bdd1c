using NetTopologySuite.Geometries;

namespace Truceline.GeoZone.Maps.Sources;

/// <summary>The collection <c>positions</c>: where each object was seen last, however long ago.</summary>
internal sealed class PositionFeatures(ITrackCourses courses) : IMapSource
{
    public CollectionInfo Collection { get; } = new("positions", "Last positions", "Where each object was seen last, with the radius within which it was.",
    [
        new("object_id", PropertyKind.Text, "The object."),
        new("name", PropertyKind.Text, "What it is called; absent when unknown."),
        new("type", PropertyKind.Text, "What it is; absent when unknown."),
        new("time", PropertyKind.Instant, "When it was there, UTC."),
        new("radius_m", PropertyKind.Number, "Radius around the point within which it was, in metres."),
    ]);

    public Task<string> VersionAsync(CancellationToken cancellationToken) => courses.VersionAsync(DateTimeOffset.MinValue, cancellationToken);

    public async Task<IReadOnlyList<MapFeature>> ReadAsync(IReadOnlyDictionary<string, MapFeature> known, CancellationToken cancellationToken)
    {
        var features = new List<MapFeature>();
        foreach (var head in await courses.HeadsAsync(DateTimeOffset.MinValue, cancellationToken))
        {
            var (id, stamp) = (TrackWords.Id(head.ObjectId), FormattableString.Invariant($"{head.Stamp:x16}"));
            features.Add(known.TryGetValue(id, out var feature) && feature.Stamp == stamp ? feature : Feature(id, stamp, head));
        }
        return features;
    }

    private static MapFeature Feature(string id, string stamp, in TrackHead head) => new(
        id, stamp, GeometryFactory.Default.CreatePoint(new Coordinate(head.Last.Longitude, head.Last.Latitude)),
        new(new(head.Last.Ticks, TimeSpan.Zero), new(head.Last.Ticks + 1, TimeSpan.Zero)),
        new PropertyList().Add("object_id", head.ObjectId).Add("name", head.Name).Add("type", head.Type)
            .Add("time", TrackWords.Time(head.Last.Ticks)).Add("radius_m", head.Last.RadiusM).All);
}
