using System.Text.Json;
using ZiggyCreatures.Caching.Fusion.Serialization;

namespace Truceline.ServiceDefaults.Caching;

/// <summary>
/// Writes entries of the second level as JSON. What is cached there is strings and bytes (a proto in its wire form), which go through
/// unchanged.
/// </summary>
internal sealed class CacheSerializer : IFusionCacheSerializer
{
    public byte[] Serialize<T>(T? obj) => JsonSerializer.SerializeToUtf8Bytes(obj);

    public T? Deserialize<T>(byte[] data) => JsonSerializer.Deserialize<T>(data);

    public ValueTask<byte[]> SerializeAsync<T>(T? obj, CancellationToken token = default) => ValueTask.FromResult(Serialize(obj));

    public ValueTask<T?> DeserializeAsync<T>(byte[] data, CancellationToken token = default) => ValueTask.FromResult(Deserialize<T>(data));
}
