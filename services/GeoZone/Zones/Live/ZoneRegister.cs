using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Index;

namespace Truceline.GeoZone.Zones.Live;

/// <summary>
/// The zones that are drawn, each with what it was drawn from: only what changed is drawn again, and a zone keeps its number, so that the index builds only the cells it reaches into. Not thread-safe.
/// </summary>
internal sealed partial class ZoneRegister(ILogger<ZoneRegister> logger)
{
    private readonly List<Entry> _entries = [];
    private readonly Dictionary<string, int> _numbers = [];
    private readonly Dictionary<string, Content> _contents = [];
    private readonly SortedSet<string> _undrawn = new(StringComparer.Ordinal);
    private ZoneSnapshot _snapshot = ZoneSnapshot.Empty;

    /// <summary>The agreements it holds.</summary>
    public IReadOnlyCollection<string> Agreements => _contents.Keys;

    /// <summary>Whether it holds this content.</summary>
    public bool Holds(AgreementVersion version) => _contents.GetValueOrDefault(version.Id)?.Hash == version.ContentHash;

    /// <summary>Puts the zones of an agreement in place of those it had.</summary>
    public void Put(AgreementVersion version, Agreement agreement)
    {
        var keys = agreement.Zones.Select(z => Key(agreement.Id, z.Id)).ToHashSet();
        TakeOut(agreement.Id, keys);
        foreach (var zone in agreement.Zones)
            Put(agreement.Id, zone, zone.AreaCase == Zone.AreaOneofCase.Band ? agreement.Lines.First(l => l.Id == zone.Band.LineId) : null);
        _contents[version.Id] = new(version.ContentHash, keys);
    }

    /// <summary>Takes out the zones of an agreement.</summary>
    public void Remove(string agreementId)
    {
        TakeOut(agreementId, []);
        _contents.Remove(agreementId);
    }

    /// <summary>What it holds now, ready for questions.</summary>
    /// <param name="threads">How many threads may build, 1 or more.</param>
    public LiveZones Build(int threads)
    {
        _snapshot = _snapshot.With(_entries.ConvertAll(e => e.Drawn), threads);
        return new(_snapshot, _entries.ConvertAll(e => e.Label), [.. _undrawn]);
    }

    private static string Key(string agreementId, string zoneId) => $"{agreementId}/{zoneId}";

    private void Put(string agreementId, Zone zone, ContactLine? line)
    {
        var key = Key(agreementId, zone.Id);
        var known = _numbers.TryGetValue(key, out var number) ? _entries[number] : null;
        try
        {
            var drawn = known?.IsDrawnFrom(zone, line) == true ? ZoneDrawing.WithValidity(known.Drawn, zone) : ZoneDrawing.Draw(key, zone, line);
            var entry = new Entry(drawn, new(agreementId, zone.Id, zone.Name, zone.Kind), zone, line);
            _undrawn.Remove(key);
            if (known is not null)
                _entries[number] = entry;
            else
            {
                _numbers[key] = _entries.Count;
                _entries.Add(entry);
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // One bad zone must not keep the others from being told; who asks hears that it is missing.
            LogNotDrawn(key, exception);
            TakeOut(key);
            _undrawn.Add(key);
        }
    }

    private void TakeOut(string agreementId, HashSet<string> kept)
    {
        foreach (var key in _contents.GetValueOrDefault(agreementId)?.Keys.Except(kept) ?? [])
        {
            TakeOut(key);
            _undrawn.Remove(key);
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

    private sealed record Content(string Hash, HashSet<string> Keys);

    private sealed record Entry(IndexedZone Drawn, ZoneLabel Label, Zone Zone, ContactLine? Line)
    {
        public bool IsDrawnFrom(Zone zone, ContactLine? line) =>
            zone.AreaCase == Zone.AreaCase && Equals(zone.Polygon, Zone.Polygon) && Equals(zone.Band, Zone.Band)
            && Equals(line?.Course, Line?.Course) && line?.LeftPartyId == Line?.LeftPartyId;
    }
}
