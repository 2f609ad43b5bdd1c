using Truceline.Ingest.Sources.Registry;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Sources.Polling;

/// <summary>What the poller reads and writes.</summary>
internal interface IPollingStore
{
    /// <summary>Sources that are due, the longest due first.</summary>
    /// <param name="now">The present.</param>
    /// <param name="exceptHosts">Hosts that would have to be waited for.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<IReadOnlyList<RegisteredSource>> DueAsync(
        DateTimeOffset now, IReadOnlyCollection<string> exceptHosts, int limit, CancellationToken cancellationToken);

    /// <summary>
    /// Takes a source for a fetch before the fetch begins: it is due again only at <paramref name="until"/>, should this replica end meanwhile.
    /// </summary>
    /// <returns>Whether it was still due; false when another replica was quicker.</returns>
    Task<bool> ClaimAsync(RegisteredSource source, DateTimeOffset until, CancellationToken cancellationToken);

    /// <summary>Notes what came of a fetch, after what it brought is stored; all in one transaction.</summary>
    Task SaveAsync(FetchResult result, CancellationToken cancellationToken);
}

/// <summary>What came of a fetch.</summary>
/// <param name="Source">The source as it was when the fetch began.</param>
/// <param name="ClaimedUntil">When it would have been due again had the fetch not ended.</param>
/// <param name="State">What is left for the next fetch. It counts only if nobody has given the source another address meanwhile.</param>
/// <param name="NewAddress">The address that takes the place of the source's; null when it stays.</param>
/// <param name="Fetch">The record, without number.</param>
internal sealed record FetchResult(RegisteredSource Source, DateTimeOffset ClaimedUntil, FetchState State, string? NewAddress, SourceFetch Fetch)
{
    /// <summary>A host that asked to be left alone, and until when: none of its sources is due before. Null when none did.</summary>
    internal (string Host, DateTimeOffset Until)? PausedHost { get; init; }
}
