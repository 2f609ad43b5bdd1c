using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Truceline.ServiceDefaults.Caching;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>
/// Bands in Redis (<see cref="SharedKeys"/>), pipelined per batch. When Redis fails or is slow it is left alone for <c>Cache:PauseSeconds</c>, and the replica
/// goes on with its memory and its storage.
/// </summary>
internal sealed partial class RedisSignatures(
    RedisConnection redis,
    INearDuplicateIndex index,
    IOptions<SignatureOptions> options,
    IOptions<CacheOptions> cache,
    TimeProvider time,
    ILogger<RedisSignatures> logger) : ISharedSignatures
{
    private const int KeysPerCall = 512;
    private int _underWay;
    private long _pausedUntil;

    private TimeSpan Patience => TimeSpan.FromMilliseconds(cache.Value.PatienceMilliseconds);

    private bool IsPaused => time.GetUtcNow().UtcTicks < Interlocked.Read(ref _pausedUntil);

    public Task BringAsync(IReadOnlyList<StorySignature> signatures, CancellationToken cancellationToken) => GuardAsync(
        async database =>
        {
            var bands = signatures.Where(s => s.Words > 0).SelectMany(SharedKeys.Bands).Distinct().ToArray();
            var named = await GetAsync(database, bands);
            var ids = named.Where(v => v.HasValue).Select(v => v.ToString()).Distinct(StringComparer.Ordinal).Where(id => !index.Contains(id)).ToArray();
            return (ids, await GetAsync(database, [.. ids.Select(SharedKeys.Of)]));
        },
        found =>
        {
            // Added by who called, not after a wait that was given up: what was taken out meanwhile must stay out.
            foreach (var report in found.ids.Zip(found.Item2, SharedKeys.Read).OfType<IndexedReport>().Where(r => !index.Contains(r.ReportId)))
            {
                index.Add(report.StoryId, report.ReportId, report.Signature);
            }
        },
        cancellationToken);

    public void Share(IReadOnlyList<IndexedReport> reports)
    {
        var shared = reports.Where(r => r.Signature.Words > 0).ToArray();
        if (shared.Length == 0 || IsPaused)
        {
            return;
        }

        if (Interlocked.Increment(ref _underWay) > options.Value.BatchesUnderWay)
        {
            Interlocked.Decrement(ref _underWay);
            return;
        }

        _ = ShareAsync(shared);
    }

    public Task WithdrawAsync(IReadOnlyList<string> reportIds, CancellationToken cancellationToken) => GuardAsync(
        database => database.KeyDeleteAsync([.. reportIds.Select(SharedKeys.Of)]), _ => { }, cancellationToken);

    private static async Task<RedisValue[]> GetAsync(IDatabase database, RedisKey[] keys) =>
        [.. (await Task.WhenAll(keys.Chunk(KeysPerCall).Select(c => database.StringGetAsync(c)))).SelectMany(v => v)];

    private async Task ShareAsync(IndexedReport[] reports)
    {
        try
        {
            var database = (await redis.GetAsync()).GetDatabase();
            var kept = TimeSpan.FromHours(options.Value.SharedHours);
            var batch = database.CreateBatch();
            var writes = new List<Task>();
            foreach (var report in reports)
            {
                // First what the bands lead to.
                writes.Add(batch.StringSetAsync(SharedKeys.Of(report.ReportId), SharedKeys.Value(report), kept));
                writes.AddRange(SharedKeys.Bands(report.Signature).Select(band => batch.StringSetAsync(band, report.ReportId, kept)));
            }

            batch.Execute();
            await Task.WhenAll(writes);
        }
        catch (Exception exception) when (IsRedis(exception))
        {
            Pause(exception);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private async Task GuardAsync<T>(Func<IDatabase, Task<T>> ask, Action<T> take, CancellationToken cancellationToken)
    {
        if (IsPaused)
        {
            return;
        }

        try
        {
            take(await AskAsync(ask).WaitAsync(Patience, time, cancellationToken));
        }
        catch (Exception exception) when (IsRedis(exception))
        {
            Pause(exception);
        }
    }

    private async Task<T> AskAsync<T>(Func<IDatabase, Task<T>> ask) => await ask((await redis.GetAsync()).GetDatabase());

    private static bool IsRedis(Exception exception) => exception is RedisException or TimeoutException or ObjectDisposedException;

    private void Pause(Exception exception)
    {
        Interlocked.Exchange(ref _pausedUntil, time.GetUtcNow().AddSeconds(cache.Value.PauseSeconds).UtcTicks);
        LogPaused(exception.GetType().Name, cache.Value.PauseSeconds);
    }

    [LoggerMessage(EventName = "SignaturesNotShared", Level = LogLevel.Warning, Message = "Redis fails ({Error}): signatures are not shared for {Seconds} s, storage has them")]
    private partial void LogPaused(string error, double seconds);
}
