using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Zones.Versions;

/// <summary>When is asked for.</summary>
/// <param name="Day">The day of valid time; null for all days.</param>
/// <param name="Known">As was known at this instant; null for what is known now.</param>
internal readonly record struct VersionMoment(DateOnly? Day, DateTimeOffset? Known)
{
    /// <summary>As known now, at an instant of valid time.</summary>
    public static VersionMoment At(DateTimeOffset instant) => new(DateOnly.FromDateTime(instant.UtcDateTime), null);
}

/// <summary>Reads lines and zones as they were, as was known. <c>zone_id@number</c> names a version for good.</summary>
internal interface IVersionReader
{
    /// <summary>Versions of zones by id and valid time; those that are nowhere have no <see cref="ZoneVersion.DrawnFrom"/>.</summary>
    /// <param name="moment">When.</param>
    /// <param name="agreementId">Only of this agreement; empty for all.</param>
    /// <param name="after">Only ids after this one; empty for all.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<ZoneVersion>> ZonesAsync(
        VersionMoment moment, string agreementId = "", string after = "", int count = int.MaxValue, CancellationToken cancellationToken = default);

    /// <summary>Versions of lines, likewise.</summary>
    Task<IReadOnlyList<LineVersion>> LinesAsync(
        VersionMoment moment, string agreementId = "", string after = "", int count = int.MaxValue, CancellationToken cancellationToken = default);
}
