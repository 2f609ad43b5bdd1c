using System.Globalization;
using System.Text;
using StackExchange.Redis;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>
/// What stands in Redis. Both expire after <see cref="SignatureOptions.SharedHours"/>.
/// <list type="bullet">
/// <item><c>truceline:ingest:band:v1:{key}</c>, a key in eight hexadecimal digits or an exact hash in sixteen: the id of the report that was shared last under it.</item>
/// <item><c>truceline:ingest:signature:v1:{report id}</c>: its story's id, a line feed, the serialised signature.</item>
/// </list>
/// A report that is erased loses its signature; a band that names it then leads nowhere.
/// </summary>
internal static class SharedKeys
{
    private const string Band = "truceline:ingest:band:v1:";
    private const string Signature = "truceline:ingest:signature:v1:";

    /// <summary>The bands of a signature.</summary>
    internal static IEnumerable<RedisKey> Bands(StorySignature signature) => Enumerable.Range(0, signature.KeyCount)
        .Select(i => (RedisKey)(Band + signature.Key(i).ToString("x8", CultureInfo.InvariantCulture)))
        .Prepend(Band + signature.Exact.ToString("x16", CultureInfo.InvariantCulture));

    /// <summary>Where a report's signature stands.</summary>
    internal static RedisKey Of(string reportId) => Signature + reportId;

    /// <summary>What stands there.</summary>
    internal static RedisValue Value(IndexedReport report) => (byte[])[.. Encoding.UTF8.GetBytes(report.StoryId), (byte)'\n', .. report.Signature.Bytes.Span];

    /// <summary>A report of what stands there; null when it is of another version, or nothing.</summary>
    internal static IndexedReport? Read(string reportId, RedisValue value)
    {
        var bytes = (byte[]?)value ?? [];
        var end = bytes.AsSpan().IndexOf((byte)'\n');
        return end > 0 && StorySignature.FromBytes(bytes.AsMemory(end + 1)) is { } signature
            ? new IndexedReport(Encoding.UTF8.GetString(bytes.AsSpan(0, end)), reportId, signature)
            : null;
    }
}
