using System.Buffers.Binary;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Truceline.ServiceDefaults.Caching;

namespace Truceline.GeoZone.Tracks;

/// <summary>
/// The last states of tracks, so that they need not be read from the database: in Redis when <c>Cache:Redis</c> is set, under <c>truceline:geozone:track:v1:{object id}</c> (8 bytes of the row's stamp, then the state,
/// about 200 bytes and 32 for each fix within the bound of lateness), else in the memory of this replica; one hour after the last change. A state counts only with the stamp that its row has now, so it may be lost or out of date.
/// </summary>
internal sealed class TrackStateCache(IMemoryCache memory, IOptions<CacheOptions> options, TimeProvider time, RedisConnection? redis = null)
{
    private const string Prefix = "truceline:geozone:track:v1:";
    private const int StampBytes = 8, BytesOfUnit = 1024;
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>States by object, as far as they are known, each with its stamp.</summary>
    public async Task<Dictionary<string, (long Stamp, byte[] State)>> FindAsync(IReadOnlyList<string> objectIds, CancellationToken cancellationToken)
    {
        Dictionary<string, (long, byte[])> found = new(StringComparer.Ordinal);
        if (redis is null)
        {
            foreach (var id in objectIds)
            {
                if (memory.TryGetValue(Prefix + id, out (long, byte[]) state))
                    found[id] = state;
            }
            return found;
        }
        try
        {
            var patience = TimeSpan.FromMilliseconds(options.Value.PatienceMilliseconds);
            var connection = await redis.GetAsync().WaitAsync(patience, time, cancellationToken);
            var values = await connection.GetDatabase().StringGetAsync([.. objectIds.Select(id => (RedisKey)(Prefix + id))]).WaitAsync(patience, time, cancellationToken);
            for (var i = 0; i < values.Length; i++)
            {
                if ((byte[]?)values[i] is { Length: > StampBytes } bytes)
                    found[objectIds[i]] = (BinaryPrimitives.ReadInt64LittleEndian(bytes), bytes[StampBytes..]);
            }
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            // The database has them all.
        }
        return found;
    }

    /// <summary>Notes a state that is about to be saved under a stamp.</summary>
    public void Keep(string objectId, long stamp, byte[] state)
    {
        if (redis is null)
        {
            memory.Set(Prefix + objectId, (stamp, state), new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = Lifetime, Size = 1 + state.Length / BytesOfUnit });
            return;
        }
        var bytes = new byte[StampBytes + state.Length];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, stamp);
        state.CopyTo(bytes, StampBytes);
        _ = KeepAsync(objectId, bytes);
    }

    private async Task KeepAsync(string objectId, byte[] bytes)
    {
        try
        {
            var connection = await redis!.GetAsync();
            await connection.GetDatabase().StringSetAsync(Prefix + objectId, bytes, Lifetime, flags: CommandFlags.FireAndForget);
        }
        catch (RedisException)
        {
            // It is read from the database the next time.
        }
    }
}
