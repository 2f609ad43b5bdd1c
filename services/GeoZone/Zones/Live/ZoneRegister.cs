using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Index;
using Truceline.GeoZone.Zones.Versions;

namespace Truceline.GeoZone.Zones.Live;

/// <summary>
/// The versions of zones that are drawn, each with what it was drawn from: only what changed is drawn again, and a version keeps its number in the index, so that
/// this builds only the cells it reaches into. Not thread-safe.
/// </summary>
internal sealed partial class ZoneRegister(ILogger<ZoneRegister> logger)
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, int> _numbers = [];
    private readonly Dictionary<string, IReadOnlyList<string>> _keys = [];
    private readonly SortedSet<string> _undrawn = new(StringComparer.Ordinal);
    private ZoneSnapshot _snapshot = ZoneSnapshot.Empty;

    /// <summary>Puts the versions of a zone in place of those it had.</summary>
    public void Put(LiveZone zone)
    {
        var name = Name(zone);
        var earlier = _keys.GetValueOrDefault(zone.Id) ?? [];
        var known = earlier.Where(_numbers.ContainsKey).Select(key => _entries[_numbers[key]]).ToList();
        var keys = new List<string>();
        _undrawn.Remove(name);
        foreach (var version in zone.Versions.Where(v => v.Body.DrawnFrom is not null))
        {
            var key = $"{name}@{version.Number}";
            if (TryDraw(key, version, known) is { } drawn)
            {
                keys.Add(key);
                Store(new(drawn, new(zone.AgreementId, zone.AgreementId.Length > 0 ? KeptKey.Local(zone.Id) : zone.Id, version.Body.Zone!.Name, version.Body.Zone.Kind), version.Body.DrawnFrom!));
            }
            else
                _undrawn.Add(name);
        }
        foreach (var key in earlier.Except(keys))
            TakeOut(key);
        if (keys.Count > 0)
            _keys[zone.Id] = keys;
        else
            _keys.Remove(zone.Id);
    }

    /// <summary>What it holds now, ready for questions.</summary>
    /// <param name="threads">How many threads may build, 1 or more.</param>
    public LiveZones Build(int threads)
    {
        _snapshot = _snapshot.With(_entries.ConvertAll(e => e.Drawn), threads);
        return new(_snapshot, _entries.ConvertAll(e => e.Label), [.. _undrawn]);
    }

    private static string Name(LiveZone zone) => zone.AgreementId.Length > 0 ? $"{zone.AgreementId}/{KeptKey.Local(zone.Id)}" : zone.Id;

    /// <summary>One bad zone must not keep the others from being told; who asks hears that it is missing.</summary>
    private IndexedZone? TryDraw(string key, KeptVersion version, List<Entry> known)
    {
        try
        {
            var (from, to) = ZoneDrawing.Instants(version.Days);
            return known.Find(e => e.DrawnFrom.Equals(version.Body.DrawnFrom)) is { } same
                ? same.Drawn with { Key = key, From = from, To = to }
                : ZoneDrawing.Draw(key, version.Body.DrawnFrom!, version.Days);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            LogNotDrawn(key, exception);
            return null;
        }
    }

    private void Store(Entry entry)
    {
        if (_numbers.TryGetValue(entry.Drawn.Key, out var number))
            _entries[number] = entry;
        else
        {
            _numbers[entry.Drawn.Key] = _entries.Count;
            _entries.Add(entry);
        }
    }

    /// <summary>The last takes the number of the one that goes: no other zone changes.</summary>
    private void TakeOut(string key)
    {
        if (!_numbers.Remove(key, out var number))
            return;
        var last = _entries[^1];
        _entries.RemoveAt(_entries.Count - 1);
        if (number == _entries.Count)
            return;
        _entries[number] = last;
        _numbers[last.Drawn.Key] = number;
    }

    [LoggerMessage(EventId = 1, EventName = "zone_not_drawn", Level = LogLevel.Error, Message = "Zone {Zone} could not be drawn; no verdict tells of it")]
    private partial void LogNotDrawn(string zone, Exception exception);

    private sealed record Entry(IndexedZone Drawn, ZoneLabel Label, Shape DrawnFrom);
}
