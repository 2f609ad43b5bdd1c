using Truceline.GeoZone.Zones.Index;

namespace Truceline.GeoZone.Tracks.Course;

/// <summary>All fences over one snapshot of areas, ready for tracks. Immutable, safe for concurrent use.</summary>
internal sealed class FenceSet
{
    /// <summary>What keys of areas begin with that belong to a fence alone.</summary>
    public const string OwnArea = "fence/";

    /// <summary>In place of a zone: all zones of its agreement, also those that come later.</summary>
    public const string AllOf = "*";

    private const int WatchBytes = 96;

    // Those of a zone's version follow each other.
    private readonly Watch[] _ofZones;
    private readonly Version[] _versions;
    private readonly int[][] _zonesOf;
    private readonly Dictionary<(string FenceId, string AreaKey), Watch> _byKey = [];
    private readonly long[] _instants;
    private readonly Schedule[] _schedules;

    /// <param name="snapshot">The areas; versions of one area may have the same key.</param>
    /// <param name="fences">The fences, by id each once.</param>
    public FenceSet(ZoneSnapshot snapshot, IReadOnlyList<Fence> fences)
    {
        (Snapshot, Fences) = (snapshot, fences);
        IndexedZone[] zones = [.. snapshot.Zones];
        _versions = new Version[zones.Length];
        List<Watch> watches = [], ofZones = [];
        HashSet<long> instants = [];
        for (var i = 0; i < zones.Length; i++)
        {
            var zone = zones[i];
            var start = ofZones.Count;
            ofZones.AddRange(Enumerable.Range(0, fences.Count).Where(f => Watches(fences[f], zone.Key)).Select(f => WatchOf(f, zone.Key)));
            _versions[i] = new(zone.From.UtcTicks, zone.To.UtcTicks, start, ofZones.Count - start);
            if (_versions[i].Count > 0)
                instants.UnionWith([_versions[i].From, _versions[i].To]);
        }
        _ofZones = [.. ofZones];
        AllWatches = [.. watches];
        _zonesOf = new int[watches.Count][];
        foreach (var group in Enumerable.Range(0, zones.Length).SelectMany(z => Of(z).ToArray().Select(w => (w.Number, Zone: z))).GroupBy(p => p.Number, p => p.Zone))
            _zonesOf[group.Key] = [.. group];
        _schedules = [.. fences.Select(f => f.Schedule).Where(s => s != Schedule.Always).Distinct()];
        _instants = [.. instants.Order()];
        foreach (var fence in fences)
        {
            MaxGapTicks = Math.Max(MaxGapTicks, fence.Settings.MaxGap.Ticks);
            MinGapTicks = Math.Min(MinGapTicks, fence.Settings.MaxGap.Ticks);
            ReachM = Math.Max(ReachM, Math.Max(fence.Settings.MarginM, fence.Settings.ApproachM + (fence.Settings.ApproachM > 0 ? fence.Settings.MarginM : 0)));
            WatchesAll &= fence.ObjectIds is null && fence.ObjectPrefix.Length == 0;
        }

        Watch WatchOf(int fence, string key)
        {
            if (!_byKey.TryGetValue((fences[fence].Id, key), out var watch))
            {
                _byKey[(fences[fence].Id, key)] = watch = new(watches.Count, fence, fences[fence], key);
                watches.Add(watch);
            }
            return watch;
        }
    }

    /// <summary>No areas and no fences.</summary>
    public static FenceSet Empty { get; } = new(ZoneSnapshot.Empty, []);

    public ZoneSnapshot Snapshot { get; }

    public IReadOnlyList<Fence> Fences { get; }

    /// <summary>The watches by number.</summary>
    public Watch[] AllWatches { get; }

    /// <summary>Whether every fence watches every object.</summary>
    public bool WatchesAll { get; } = true;

    /// <summary>The largest margin or distance of approach, in metres.</summary>
    public double ReachM { get; }

    /// <summary>The longest gap over which a fence concludes anything, in ticks.</summary>
    public long MaxGapTicks { get; }

    /// <summary>The shortest such gap, in ticks.</summary>
    public long MinGapTicks { get; } = long.MaxValue;

    /// <summary>The watches over a zone's version.</summary>
    public ReadOnlySpan<Watch> Of(int zone) => _ofZones.AsSpan(_versions[zone].Start, _versions[zone].Count);

    /// <summary>Fetches from memory what is asked of a zone's version first.</summary>
    public void Fetch(int zone) => Memory.Fetch(ref _versions[zone]);

    /// <summary>Fetches its watches, once it was fetched itself.</summary>
    public void FetchWatches(int zone)
    {
        foreach (var watch in Of(zone))
            Memory.FetchObject(watch, WatchBytes);
    }

    /// <summary>The versions of the area of a watch.</summary>
    public ReadOnlySpan<int> ZonesOf(Watch watch) => _zonesOf[watch.Number];

    /// <summary>The watch of a fence over an area; null when there is none.</summary>
    public Watch? Find(string fenceId, string areaKey) => _byKey.GetValueOrDefault((fenceId, areaKey));

    /// <summary>Whether a zone's version is valid at an instant.</summary>
    public bool IsValid(int zone, long ticks) => _versions[zone].From <= ticks && ticks < _versions[zone].To;

    /// <summary>The next instant after the given one at which an area or a fence may begin or end; <see cref="long.MaxValue"/> when there is none.</summary>
    public long NextChange(long ticks)
    {
        var at = Array.BinarySearch(_instants, ticks);
        at = at < 0 ? ~at : at + 1;
        var next = at < _instants.Length ? _instants[at] : long.MaxValue;
        foreach (var schedule in _schedules)
            next = Math.Min(next, schedule.NextChange(ticks));
        return next;
    }

    /// <summary>The instants at which an area of a fence begins or ends, in ticks; not those without beginning or end.</summary>
    public IEnumerable<long> AreaChanges(Fence fence) => AllWatches.Where(w => ReferenceEquals(w.Fence, fence)).SelectMany(w => _zonesOf[w.Number])
        .SelectMany(zone => new[] { _versions[zone].From, _versions[zone].To }).Where(at => at > DateTimeOffset.MinValue.Ticks && at < DateTimeOffset.MaxValue.Ticks);

    /// <summary>Side by side in memory: what a look asks of a zone's version.</summary>
    private readonly record struct Version(long From, long To, int Start, int Count);

    /// <summary>Whether a fence watches an area.</summary>
    public static bool Watches(Fence fence, string key) =>
        fence.Areas is null ? !key.StartsWith(OwnArea, StringComparison.Ordinal)
        : fence.Areas.Contains(key) || key.IndexOf('/', StringComparison.Ordinal) is > 0 and var end && fence.Areas.Contains(string.Concat(key.AsSpan(0, end + 1), AllOf));
}
