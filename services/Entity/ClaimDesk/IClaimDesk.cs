using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Entity.ClaimDesk;

/// <summary>Keeps corrections of claims, and what readers changed.</summary>
internal interface IClaimDesk
{
    /// <summary>The claim of an id as it is now; a <see cref="Truceline.ServiceDefaults.Errors.ResourceNotFoundException"/> for none.</summary>
    Task<Claim> GetAsync(string claimId, CancellationToken cancellationToken);

    /// <summary>Records a correction and does what it says.</summary>
    /// <param name="draft">The correction, without what is given out with it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The claim as it is now, and what was recorded.</returns>
    Task<(Claim Claim, ClaimCorrection Correction)> ApplyAsync(ClaimCorrection draft, CancellationToken cancellationToken);

    /// <summary>Takes a correction back.</summary>
    Task<ClaimCorrection> RevertAsync(string correctionId, string revertedBy, string reason, CancellationToken cancellationToken);

    /// <summary>A page of corrections, the latest first, one more than its size when there are more.</summary>
    Task<IReadOnlyList<ClaimCorrection>> ListAsync(string claimId, string reportId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>A page of changes by later readers, the latest first, one more than its size when there are more.</summary>
    Task<IReadOnlyList<ReadingChange>> ListChangesAsync(string reportId, string reader, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The readers that reports were read with.</summary>
    Task<IReadOnlyList<ReaderSummary>> ListReadersAsync(CancellationToken cancellationToken);
}
