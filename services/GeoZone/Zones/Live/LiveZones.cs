using Truceline.GeoZone.V1;
using Truceline.GeoZone.Zones.Index;

namespace Truceline.GeoZone.Zones.Live;

/// <summary>What a verdict says of a zone beside its place.</summary>
internal sealed record ZoneLabel(string AgreementId, string ZoneId, string Name, ZoneKind Kind);

/// <summary>All zones of one reading of the store, ready for questions. Immutable.</summary>
/// <param name="Snapshot">The index over them.</param>
/// <param name="Labels">By their number in it.</param>
/// <param name="Undrawn">Zones that could not be drawn, as "agreement/zone", by name.</param>
internal sealed record LiveZones(ZoneSnapshot Snapshot, IReadOnlyList<ZoneLabel> Labels, IReadOnlyList<string> Undrawn);

/// <summary>Holds the zones in force and swaps them whole: who asks works on one reading to the end. Thread-safe.</summary>
internal sealed class LiveZoneHolder
{
    private volatile State? _state;

    /// <summary>What is in force; null until it was first read.</summary>
    public State? Current => _state;

    /// <summary>Whether the last attempt to read failed.</summary>
    public bool IsStale { get; private set; }

    /// <summary>Puts a reading in force.</summary>
    /// <param name="zones">The zones.</param>
    /// <param name="readTime">When the store was read.</param>
    public void Swap(LiveZones zones, DateTimeOffset readTime) => (_state, IsStale) = (new(zones, readTime), false);

    /// <summary>Notes that the store could not be read.</summary>
    public void Fail() => IsStale = true;

    /// <summary>A reading in force.</summary>
    internal sealed record State(LiveZones Zones, DateTimeOffset ReadTime);
}
