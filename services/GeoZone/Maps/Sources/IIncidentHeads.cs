using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Maps.Sources;

/// <summary>What tells whether an incident changed.</summary>
/// <param name="Id">The incident.</param>
/// <param name="Version">Its version.</param>
/// <param name="Length">Bytes of its content: what is erased changes no version.</param>
internal readonly record struct IncidentHead(string Id, int Version, int Length);

/// <summary>Reads incidents for maps: first what tells whether they changed, then only those that did.</summary>
internal interface IIncidentHeads
{
    /// <summary>Changes whenever an incident is opened, becomes a new version, or words in it are erased.</summary>
    Task<string> VersionAsync(CancellationToken cancellationToken);

    /// <summary>What all incidents are at.</summary>
    Task<IReadOnlyList<IncidentHead>> AllAsync(CancellationToken cancellationToken);

    /// <summary>Incidents by their ids, in any order.</summary>
    Task<IReadOnlyList<Incident>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);
}
