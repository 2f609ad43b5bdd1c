using Grpc.Core;
using Microsoft.Extensions.Options;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using Truceline.GeoZone.Tracks.Course;
using Truceline.GeoZone.Tracks.Lines;
using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Index;
using Truceline.GeoZone.Zones.Live;
using Truceline.GeoZone.Zones.Versions;
using Truceline.ServiceDefaults.Errors;
using CourseFence = Truceline.GeoZone.Tracks.Course.Fence;
using Fence = Truceline.GeoZone.V1.Fence;

namespace Truceline.GeoZone.Tracks.Fences;

/// <summary>The fences in force, ready for tracks, and those that are sites.</summary>
/// <param name="Areas">Fences of areas and routes.</param>
/// <param name="Sites">Sites, over a set of their own: whoever is absent is looked at by time, not by fix.</param>
/// <param name="Lines">Fences over lines.</param>
internal sealed record FencesInForce(FenceSet Areas, FenceSet Sites, IReadOnlyList<LineFence> Lines)
{
    private const double Degree = 1 / 110_500.0;

    private readonly ulong[] _stamps = [.. Areas.Snapshot.Zones.Select((zone, i) => Stamp(zone, Areas.Of(i)))];

    /// <summary>A stamp over all areas that fixes within a box may have to do with. It is another one when one of them, or a fence over it, is.</summary>
    public long Basis(double west, double south, double east, double north)
    {
        var sum = 0UL;
        foreach (var line in Lines)
            sum += line.Meets(west, south, east, north) ? line.Stamp : 0;
        var reach = (Areas.ReachM + 1_000) * Degree;
        var around = reach / Math.Max(0.01, Math.Cos(Math.Min(89, Math.Max(Math.Abs(south), Math.Abs(north)) + reach) * Math.PI / 180));
        List<int> shapes = [];
        if (west - around < -180 || east + around > 180)
            (west, east, around) = (-180, 180, 0);
        Areas.Snapshot.Index.InBox(west - around, Math.Max(-90, south - reach), east + around, Math.Min(90, north + reach), shapes);
        foreach (var zone in shapes.Select(s => s >> 1).Distinct())
            sum += _stamps[zone];
        return (long)sum;
    }

    private static ulong Stamp(IndexedZone zone, ReadOnlySpan<Watch> watches)
    {
        if (watches.Length == 0)
            return 0;
        var hash = new XxHash64();
        hash.Append(System.Text.Encoding.UTF8.GetBytes(zone.Key));
        hash.Append(BitConverter.GetBytes(zone.From.UtcTicks));
        hash.Append(BitConverter.GetBytes(zone.To.UtcTicks));
        hash.Append(MemoryMarshal.AsBytes(zone.Inside.Coordinates));
        hash.Append(MemoryMarshal.AsBytes((zone.Possible ?? zone.Inside).Coordinates));
        var stamp = hash.GetCurrentHashAsUInt64();
        foreach (var watch in watches)
            stamp += XxHash64.HashToUInt64(System.Text.Encoding.UTF8.GetBytes(Words(watch.Fence)), (long)stamp);
        return stamp;
    }

    private static string Words(CourseFence fence) => string.Join('|', fence.Id, fence.Settings, fence.IsRoute, fence.ObjectPrefix,
        string.Join(',', fence.ObjectIds?.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>()),
        fence.Schedule.FromTicks, fence.Schedule.ToTicks, fence.Schedule.OffsetMinutes, string.Join(',', fence.Schedule.Windows));
}

/// <summary>Makes fences ready for tracks, anew when the zones in memory or the stored fences are others. Thread-safe.</summary>
internal sealed partial class FenceBook(LiveZoneHolder live, IOptions<TrackOptions> options, ILogger<FenceBook> logger)
{
    /// <summary>Id of the fence over all zones of agreements.</summary>
    public const string ZonesFence = "zones";

    private readonly Lock _lock = new();
    private LiveZones? _zones;
    private string _stamp = "";
    private FencesInForce? _inForce;

    /// <summary>The fences in force.</summary>
    /// <param name="store">Reads the stored ones.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="RpcException">The zones were not read yet (UNAVAILABLE, ZONES_LOADING).</exception>
    public async Task<FencesInForce> ReadAsync(IFenceStore store, CancellationToken cancellationToken)
    {
        var zones = live.Current?.Zones
            ?? throw ErrorDetails.Create(StatusCode.Unavailable, "ZONES_LOADING", "The zones are read and drawn. Retry in a moment.").ToRpcException();
        var stamp = await store.StampAsync(cancellationToken);
        lock (_lock)
        {
            if (ReferenceEquals(zones, _zones) && stamp == _stamp && _inForce is { } known)
                return known;
        }
        var stored = await store.AllAsync(cancellationToken);
        var lines = await store.LinesAsync([.. stored.Select(f => f.LineId).Where(id => id.Length > 0).Distinct()], cancellationToken);
        var made = Make(zones, stored, lines);
        lock (_lock)
            (_zones, _stamp, _inForce) = (zones, stamp, made);
        return made;
    }

    /// <summary>The fences as they would be if some areas were others.</summary>
    /// <param name="inForce">As they are.</param>
    /// <param name="changed">The areas by name, with all the versions that they would have; none for one that would be no more.</param>
    public static FencesInForce Foresee(FencesInForce inForce, IReadOnlyDictionary<string, IReadOnlyList<IndexedZone>> changed) =>
        new(Foresee(inForce.Areas, changed), inForce.Sites.Fences.Count == 0 ? inForce.Sites : Foresee(inForce.Sites, changed), inForce.Lines);

    /// <summary>The key by which tracks know an area.</summary>
    /// <param name="agreementId">The agreement that the zone is part of; empty when it stands by itself.</param>
    /// <param name="zoneId">The zone, within the agreement.</param>
    public static string NameOf(string agreementId, string zoneId) => agreementId.Length > 0 ? $"{agreementId}/{zoneId}" : zoneId;

    /// <summary>What is kept under such a name.</summary>
    /// <param name="name">As <see cref="NameOf"/> gives it.</param>
    public static KeptKey KeyOf(string name) =>
        name.Split('/', 2) is [var agreementId, var zoneId] ? KeptKey.Zone(KeptKey.Of(agreementId, zoneId)) : KeptKey.Zone(name);

    private static FenceSet Foresee(FenceSet fences, IReadOnlyDictionary<string, IReadOnlyList<IndexedZone>> changed)
    {
        // What stays keeps its number in the index, as far as that goes: only cells around what changes are built.
        var fresh = new Queue<IndexedZone>(changed.Values.SelectMany(versions => versions));
        List<IndexedZone> areas = [.. fences.Snapshot.Zones];
        for (var i = areas.Count - 1; i >= 0; i--)
        {
            if (!changed.ContainsKey(areas[i].Key))
                continue;
            if (fresh.TryDequeue(out var version))
                areas[i] = version;
            else
            {
                areas[i] = areas[^1];
                areas.RemoveAt(areas.Count - 1);
            }
        }
        areas.AddRange(fresh);
        return new(fences.Snapshot.With(areas, 1), fences.Fences);
    }

    private FencesInForce Make(LiveZones zones, IReadOnlyList<Fence> stored, IReadOnlyDictionary<string, IReadOnlyList<Era>> lines)
    {
        // All versions of a zone are one area.
        List<IndexedZone> areas = [.. zones.Snapshot.Zones.Select((zone, i) => zone with { Key = NameOf(zones.Labels[i].AgreementId, zones.Labels[i].ZoneId) })], sites = [.. areas];
        List<CourseFence> fences = [], siteFences = [];
        List<LineFence> lineFences = [];
        if (options.Value.WatchAllZones)
            fences.Add(new(ZonesFence, options.Value.ZoneSettings, Schedule.Always, null, null, "", false));
        foreach (var fence in stored)
        {
            var isSite = fence.Kind == FenceKind.Site;
            try
            {
                if (fence.Kind == FenceKind.Line)
                {
                    lineFences.Add(FenceMapper.OverLine(fence, lines.GetValueOrDefault(fence.LineId) ?? []));
                    continue;
                }
                IndexedZone[] own = [.. FenceMapper.Draw(fence)];
                (isSite ? sites : areas).AddRange(own);
                (isSite ? siteFences : fences).Add(FenceMapper.FromProto(fence));
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // One bad shape must not keep the others from being followed.
                LogNotDrawn(fence.Id, exception);
            }
        }
        return new(
            new(zones.Snapshot.With(areas, 1), fences),
            siteFences.Count == 0 ? FenceSet.Empty : new(zones.Snapshot.With(sites, 1), siteFences),
            lineFences);
    }

    [LoggerMessage(EventId = 1, EventName = "fence_not_drawn", Level = LogLevel.Error, Message = "The shape of fence {Fence} could not be drawn; nothing is told of it")]
    private partial void LogNotDrawn(string fence, Exception exception);
}

/// <summary>Keeps fences.</summary>
internal interface IFenceStore
{
    /// <summary>Another one after every change of a fence, or of a line that is kept.</summary>
    Task<string> StampAsync(CancellationToken cancellationToken);

    /// <summary>All, by id.</summary>
    Task<IReadOnlyList<Fence>> AllAsync(CancellationToken cancellationToken);

    /// <summary>The versions of lines that are kept, as they are known now, by id.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<Era>>> LinesAsync(IReadOnlyList<string> lineIds, CancellationToken cancellationToken);

    /// <summary>One; null when there is none.</summary>
    Task<Fence?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>A page by id, one more than its size when there are more.</summary>
    Task<IReadOnlyList<Fence>> ListAsync(ServiceDefaults.Paging.PageRequest page, CancellationToken cancellationToken);

    /// <summary>Puts one in place of that of the same id; durable when it returns.</summary>
    /// <param name="id">The id.</param>
    /// <param name="succeed">Makes it from the one before it, null when there is none; no other change comes between.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The one that was put.</returns>
    Task<Fence> PutAsync(string id, Func<Fence?, Fence> succeed, CancellationToken cancellationToken);

    /// <summary>Takes one out; false when there is none.</summary>
    Task<bool> RemoveAsync(string id, CancellationToken cancellationToken);
}
