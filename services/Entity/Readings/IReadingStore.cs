using Truceline.Entity.V1;
using Truceline.ServiceDefaults.Paging;
using ReadingProto = Truceline.Entity.V1.Reading;

namespace Truceline.Entity.Readings;

/// <summary>Keeps readings and their claims.</summary>
internal interface IReadingStore
{
    /// <summary>Adds a reading in place of an earlier one of the same report; the caller saves.</summary>
    Task AddAsync(ReadingProto reading, CancellationToken cancellationToken);

    /// <summary>What was read from a report; null when it was not read.</summary>
    Task<ReadingProto?> FindAsync(string reportId, CancellationToken cancellationToken);

    /// <summary>A page of claims, the latest read first, within a report in the order of the text; one more than asked for when there are more.</summary>
    Task<IReadOnlyList<StoredClaim>> ListClaimsAsync(string reportId, ClaimKind kind, PageRequest page, CancellationToken cancellationToken);
}

/// <summary>A claim with its place in the order of lists.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Sequence">Counts up with every claim that is stored.</param>
internal sealed record StoredClaim(Claim Claim, long Sequence);
