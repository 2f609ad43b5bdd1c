using Truceline.Entity.V1;
using Truceline.Events.V1;
using Truceline.ServiceDefaults.Paging;
using ReadingProto = Truceline.Entity.V1.Reading;

namespace Truceline.Entity.Readings;

/// <summary>Keeps readings and their claims.</summary>
internal interface IReadingStore
{
    /// <summary>Adds a reading, without its claims, in place of an earlier one of the same report; the caller saves.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="envelope">What is told of the report with its claims.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The reader before; null when the report was not read before.</returns>
    Task<string?> AddAsync(ReadingProto reading, ClaimsExtracted envelope, CancellationToken cancellationToken);

    /// <summary>What was read from a report; null when it was not read.</summary>
    Task<ReadingProto?> FindAsync(string reportId, CancellationToken cancellationToken);

    /// <summary>A page of claims, the latest read first, within a report in the order of the text; one more than asked for when there are more.</summary>
    Task<IReadOnlyList<StoredClaim>> ListClaimsAsync(ListClaimsRequest filter, PageRequest page, CancellationToken cancellationToken);
}

/// <summary>A claim with its place in the order of lists.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Sequence">Counts up with every claim that is stored.</param>
internal sealed record StoredClaim(Claim Claim, long Sequence);
