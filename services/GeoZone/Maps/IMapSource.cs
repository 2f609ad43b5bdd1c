namespace Truceline.GeoZone.Maps;

/// <summary>
/// Gives the features of one collection. Register one for each collection; it is found by all of maps: features, tiles, the description of the interface.
/// </summary>
internal interface IMapSource
{
    /// <summary>The collection.</summary>
    CollectionInfo Collection { get; }

    /// <summary>A word that changes whenever features do, cheap to ask: it is asked with every request, so that an answer is never behind the store.</summary>
    Task<string> VersionAsync(CancellationToken cancellationToken);

    /// <summary>All features, in any order, ids unique.</summary>
    /// <param name="known">Those given before, by id; who finds one unchanged by its stamp gives it again.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<MapFeature>> ReadAsync(IReadOnlyDictionary<string, MapFeature> known, CancellationToken cancellationToken);
}
