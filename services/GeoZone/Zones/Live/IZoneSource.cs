using Truceline.GeoZone.Zones.Versions;

namespace Truceline.GeoZone.Zones.Live;

/// <summary>A zone with its versions as they are known.</summary>
/// <param name="Id">The id under which it is kept.</param>
/// <param name="AgreementId">The agreement that it is part of; empty when it stands by itself.</param>
/// <param name="Versions">In the order of valid time; none when it is no more.</param>
internal sealed record LiveZone(string Id, string AgreementId, IReadOnlyList<KeptVersion> Versions);

/// <summary>How far changes were read.</summary>
/// <param name="Change">The last change.</param>
/// <param name="Id">The last zone of it.</param>
internal readonly record struct ZoneMark(long Change, string Id)
{
    /// <summary>Before all changes.</summary>
    public static ZoneMark None { get; } = new(0, "");
}

/// <summary>Gives what zones are drawn from.</summary>
internal interface IZoneSource
{
    /// <summary>Keeps the zones of agreements that were stored before zones had versions. Does nothing where there are none.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>The zones that changed after a mark, in the order of their changes, not all at once.</summary>
    /// <param name="after">How far was read.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>The zones and how far that is; no zones when nothing changed.</returns>
    Task<(IReadOnlyList<LiveZone> Zones, ZoneMark Mark)> ChangedAsync(ZoneMark after, CancellationToken cancellationToken);
}
