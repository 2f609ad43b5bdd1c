using Truceline.GeoZone.Agreements;
using Truceline.GeoZone.V1;
using Truceline.ServiceDefaults.Events;

namespace Truceline.GeoZone.Maps.Sources;

/// <summary>Features made from agreements: those of an agreement whose content did not change are given again.</summary>
internal abstract class AgreementFeatures(IAgreementContents agreements, CollectionInfo collection) : IMapSource
{
    public CollectionInfo Collection => collection;

    public async Task<string> VersionAsync(CancellationToken cancellationToken) =>
        ContentHash.Of((await agreements.VersionsAsync(cancellationToken)).SelectMany(v => new[] { v.Id, v.ContentHash }).ToArray());

    public async Task<IReadOnlyList<MapFeature>> ReadAsync(IReadOnlyDictionary<string, MapFeature> known, CancellationToken cancellationToken)
    {
        var before = known.Values.ToLookup(f => f.Stamp);
        var features = new List<MapFeature>();
        foreach (var version in await agreements.VersionsAsync(cancellationToken))
        {
            if (before.Contains(version.ContentHash))
            {
                features.AddRange(before[version.ContentHash].Where(f => f.Id.StartsWith(version.Id + '.', StringComparison.Ordinal)));
                continue;
            }
            if (await agreements.ReadAsync(version.Id, cancellationToken) is not { } read)
                continue;
            features.AddRange(Of(read.Agreement, read.Version.ContentHash));
            cancellationToken.ThrowIfCancellationRequested();
        }
        return features;
    }

    /// <summary>Features of an agreement, their ids beginning with its own and a point.</summary>
    protected abstract IEnumerable<MapFeature> Of(Agreement agreement, string stamp);
}
