using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Retention;

/// <summary>Erases in the database, in one transaction each, and tells the other services.</summary>
internal interface IErasureStore
{
    /// <summary>Most reports of one erasure.</summary>
    internal const int MostReports = 500;

    /// <summary>Erases whole reports and their documents. Those that are erased already, or not known, are left out.</summary>
    Task<Erasure> EraseReportsAsync(IReadOnlyCollection<string> reportIds, bool eraseUrl, ErasureOrder order, CancellationToken cancellationToken);

    /// <summary>Erases a document's bytes and refused items; at most <see cref="MostReports"/> of its reports when asked for.</summary>
    /// <returns>What was erased and whether reports were left; null when there is no such document.</returns>
    Task<(Erasure Erasure, bool More)?> EraseDocumentAsync(string documentId, bool withReports, ErasureOrder order, CancellationToken cancellationToken);

    /// <summary>Covers a person's words in reports.</summary>
    /// <param name="words">The words.</param>
    /// <param name="reportIds">Reports to look through; all when empty.</param>
    /// <param name="after">The last report of the call before; empty for the first.</param>
    /// <param name="order">Who asked for it.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<PersonErasure> ErasePersonAsync(PersonWords words, IReadOnlyCollection<string> reportIds, string after, ErasureOrder order, CancellationToken cancellationToken);

    /// <summary>A page, the latest first, one more than asked for when there are more.</summary>
    Task<IReadOnlyList<Erasure>> ListAsync(PageRequest page, CancellationToken cancellationToken);
}

/// <summary>Who asked for an erasure and why.</summary>
/// <param name="Kind">What is erased.</param>
/// <param name="Reason">Why.</param>
/// <param name="RequestedBy">Who asked for it.</param>
/// <param name="DryRun">Only to see what would be erased.</param>
internal sealed record ErasureOrder(ErasureKind Kind, string Reason, string RequestedBy, bool DryRun = false);

/// <summary>What became of a person's words.</summary>
/// <param name="Erasure">What was erased, or would be.</param>
/// <param name="Matches">Where the words stood.</param>
/// <param name="Last">The last report that was looked at; empty when all were.</param>
internal sealed record PersonErasure(Erasure Erasure, IReadOnlyList<PersonMatch> Matches, string Last);
