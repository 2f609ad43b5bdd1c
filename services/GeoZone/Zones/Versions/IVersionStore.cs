using Truceline.ServiceDefaults.Paging;

namespace Truceline.GeoZone.Zones.Versions;

/// <summary>A line, zone or place with versions.</summary>
/// <param name="Key">Which.</param>
/// <param name="AgreementId">The agreement that it is part of; empty when it stands by itself.</param>
/// <param name="Revision">Counts up with every change.</param>
internal sealed record KeptObject(KeptKey Key, string AgreementId, long Revision)
{
    /// <summary>Changes with every version.</summary>
    public string Etag => Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A change to be stored.</summary>
/// <param name="Key">Of what.</param>
/// <param name="AgreementId">The agreement that it is part of; empty when it stands by itself.</param>
/// <param name="Superseded">Versions that are known no longer.</param>
/// <param name="Added">What is known in their place.</param>
/// <param name="Names">All that its versions known now are drawn from.</param>
/// <param name="ChangedBy">The id of what the change began with.</param>
internal sealed record KeptChange(
    KeptKey Key, string AgreementId, IReadOnlyList<KeptVersion> Superseded, IReadOnlyList<Era> Added, IReadOnlyList<KeptKey> Names, string ChangedBy);

/// <summary>Keeps lines, zones and shapes of places with their versions. Changes are saved with the unit of work that they belong to.</summary>
internal interface IVersionStore
{
    /// <summary>What is kept under an id; null when nothing is.</summary>
    Task<KeptObject?> FindAsync(KeptKey key, CancellationToken cancellationToken);

    /// <summary>The versions that are known now, in the order of valid time.</summary>
    Task<IReadOnlyList<KeptVersion>> KnownAsync(KeptKey key, CancellationToken cancellationToken);

    /// <summary>The version of a day, as was known; null when there was none.</summary>
    Task<KeptVersion?> OnAsync(KeptKey key, VersionMoment moment, CancellationToken cancellationToken);

    /// <summary>A version by its number; null when there is none.</summary>
    Task<KeptVersion?> VersionAsync(KeptKey key, int number, CancellationToken cancellationToken);

    /// <summary>A page of all versions by number, one more than its size when there are more.</summary>
    Task<IReadOnlyList<KeptVersion>> HistoryAsync(KeptKey key, PageRequest page, CancellationToken cancellationToken);

    /// <summary>What is known now to be drawn from it.</summary>
    Task<IReadOnlyList<KeptKey>> DependentsAsync(KeptKey key, CancellationToken cancellationToken);

    /// <summary>Stores changes of one transaction under one instant of system time, later than every one before it.</summary>
    Task PutAsync(IReadOnlyList<KeptChange> changes, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>The zones of an agreement as known now, by id, each with its eras.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<Era>>> ZonesOfAsync(string agreementId, CancellationToken cancellationToken);
}
