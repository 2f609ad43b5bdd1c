using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Entity.Corrections;

/// <summary>Keeps corrections and applies them to what was read.</summary>
internal interface ICorrectionStore
{
    /// <summary>Records a correction and applies it.</summary>
    /// <param name="draft">What was asked for, valid, without id, sequence and time.</param>
    /// <param name="etag">What the etag of its entity must be; empty for any.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The correction as it was recorded.</returns>
    /// <exception cref="ServiceDefaults.Errors.ResourceNotFoundException">An entity or a mention is not known.</exception>
    /// <exception cref="ServiceDefaults.Errors.PreconditionFailedException">It contradicts a correction in force.</exception>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">The entity was corrected meanwhile.</exception>
    Task<Correction> ApplyAsync(Correction draft, string etag, CancellationToken cancellationToken);

    /// <summary>Takes a correction back and records that.</summary>
    /// <param name="correctionId">The correction.</param>
    /// <param name="revertedBy">Who.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<Correction> RevertAsync(string correctionId, string revertedBy, string reason, CancellationToken cancellationToken);

    /// <summary>A page of corrections, the latest first; one more than asked for when there are more. Its key is the sequence.</summary>
    Task<IReadOnlyList<Correction>> ListAsync(string entityId, CorrectionKind kind, PageRequest page, CancellationToken cancellationToken);
}
