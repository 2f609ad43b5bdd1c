using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Zones.Live;

/// <summary>The content of an agreement in force.</summary>
/// <param name="Id">The agreement.</param>
/// <param name="ContentHash">Changes with its content.</param>
internal readonly record struct AgreementVersion(string Id, string ContentHash);

/// <summary>Gives what zones are drawn from.</summary>
internal interface IZoneSource
{
    /// <summary>What is in force, by id.</summary>
    Task<IReadOnlyList<AgreementVersion>> VersionsAsync(CancellationToken cancellationToken);

    /// <summary>An agreement as it is now; null when it is gone.</summary>
    Task<(AgreementVersion Version, Agreement Agreement)?> ReadAsync(string id, CancellationToken cancellationToken);
}
