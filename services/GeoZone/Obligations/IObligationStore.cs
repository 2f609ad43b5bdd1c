using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Obligations;

/// <summary>Keeps which claims bear on which term, and the state of each term that was told last. Saved with the unit of work.</summary>
internal interface IObligationStore
{
    /// <summary>Ids of the claims that bear on the terms of an agreement, by the id of the term.</summary>
    Task<ILookup<string, string>> EvidenceAsync(string agreementId, CancellationToken cancellationToken);

    /// <summary>Notes that claims bear on a term.</summary>
    Task AddEvidenceAsync(string agreementId, string obligationId, IEnumerable<string> claimIds, CancellationToken cancellationToken);

    /// <summary>Forgets what bears on the terms of an agreement.</summary>
    Task ClearEvidenceAsync(string agreementId, CancellationToken cancellationToken);

    /// <summary>
    /// The states told last, by the id of the term. Ask before the evidence: a state that another tells in between then makes the unit of
    /// work fail, and be repeated with that evidence.
    /// </summary>
    Task<IReadOnlyDictionary<string, ObligationState>> LastStatesAsync(string agreementId, CancellationToken cancellationToken);

    /// <summary>Notes a state that is told.</summary>
    Task PutStateAsync(ObligationState state, CancellationToken cancellationToken);
}
