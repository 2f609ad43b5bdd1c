using Microsoft.Extensions.Options;
using Truceline.GeoZone.Maps.Queries;
using Truceline.ServiceDefaults.Caching;
using Truceline.ServiceDefaults.Events;
using ZiggyCreatures.Caching.Fusion;

namespace Truceline.GeoZone.Maps.Tiles;

/// <summary>
/// Makes tiles. A tile is named by the hash of the features in it: the name is its ETag, and the end of its key in the cache, <c>geozone:tile:{collection}:{z}/{y}/{x}:{hash}</c>,
/// on both levels for <see cref="GeoZoneOptions.TileMinutes"/>. So a tile is never behind its features, needs no message to be forgotten, and stays good
/// when a change leaves it as it was. Tiles of two days have one name when they show the same, and two when they do not.
/// </summary>
internal sealed class TileService(IFusionCache cache, IOptions<GeoZoneOptions> options)
{
    /// <summary>Counts up when tiles of the same features come to look different.</summary>
    private const string Format = "1";

    /// <summary>The features that a tile shows, and its name.</summary>
    /// <param name="layer">All features.</param>
    /// <param name="tile">Where.</param>
    /// <param name="time">When; null for all times. What has no time holds at all of them.</param>
    public static (IReadOnlyList<MapFeature> Features, string Name) Look(MapLayer layer, TileAddress tile, TimeFilter? time)
    {
        var box = tile.Degrees;
        var features = new List<MapFeature>(layer.Around(box));
        // The buffer of a tile at the edge of the world reaches around it.
        foreach (var turn in (ReadOnlySpan<int>)[-360, 360])
            features.AddRange(layer.Around(new(box.MinX + turn, box.MaxX + turn, box.MinY, box.MaxY)));
        features = [.. features.Where(f => f.Time is null || time?.Holds(f) != false).Distinct().OrderBy(f => f.Id, StringComparer.Ordinal)];
        var hash = ContentHash.Of([Format, .. features.Select(f => f.Fingerprint)]);
        return (features, hash[(hash.IndexOf(':', StringComparison.Ordinal) + 1)..][..32]);
    }

    /// <summary>The bytes of a tile; none when nothing lies in it.</summary>
    public async Task<byte[]> ReadAsync(string collection, TileAddress tile, IReadOnlyList<MapFeature> features, string name, CancellationToken cancellationToken)
    {
        if (features.Count == 0)
            return [];
        var key = $"geozone:tile:{collection}:{tile.Zoom}/{tile.Row}/{tile.Column}:{name}";
        return await cache.ReadThroughAsync(key, TimeSpan.FromMinutes(options.Value.TileMinutes),
            _ => Task.FromResult<byte[]?>(Encode(collection, tile, features)), memoryOnly: false, cancellationToken) ?? [];
    }

    private static byte[] Encode(string collection, TileAddress tile, IReadOnlyList<MapFeature> features)
    {
        var encoder = new TileEncoder(collection);
        foreach (var feature in features)
        {
            if (TileShape.Of(feature.Geometry!, tile) is { } shape)
                encoder.Add(feature.Id, feature.Properties, shape);
        }
        return encoder.Encode();
    }
}
