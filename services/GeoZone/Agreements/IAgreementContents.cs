using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Agreements;

/// <summary>The content of an agreement in force.</summary>
/// <param name="Id">The agreement.</param>
/// <param name="ContentHash">Changes with its content, and with the versions of its zones.</param>
internal readonly record struct AgreementVersion(string Id, string ContentHash);

/// <summary>Agreements as they are stored, past every cache.</summary>
internal interface IAgreementContents
{
    /// <summary>What is in force, by id.</summary>
    Task<IReadOnlyList<AgreementVersion>> VersionsAsync(CancellationToken cancellationToken);

    /// <summary>An agreement as it is now; null when it is gone.</summary>
    Task<(AgreementVersion Version, Agreement Agreement)?> ReadAsync(string id, CancellationToken cancellationToken);
}
