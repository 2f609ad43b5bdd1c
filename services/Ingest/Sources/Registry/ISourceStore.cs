using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Sources.Registry;

/// <summary>Keeps registered sources.</summary>
internal interface ISourceStore
{
    /// <summary>How many there are.</summary>
    Task<int> CountAsync(CancellationToken cancellationToken);

    /// <summary>Whether another source than one has an address.</summary>
    Task<bool> HasAddressAsync(string address, string exceptId, CancellationToken cancellationToken);

    /// <summary>Stores a new one.</summary>
    Task AddAsync(RegisteredSource source, CancellationToken cancellationToken);

    /// <summary>One by its id; null when there is none.</summary>
    Task<RegisteredSource?> FindAsync(string id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>A page, the newest first; one more than asked for when there are more. Its key is the id.</summary>
    Task<IReadOnlyList<RegisteredSource>> ListAsync(SourceState state, bool failing, PageRequest page, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Changes one, however often its fetches change it meanwhile.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="etag">What its etag must be; empty for any.</param>
    /// <param name="change">Pure; may be called again.</param>
    /// <param name="now">The present.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>The source as it is now; null when there is none.</returns>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateConcurrencyException">Its etag is another.</exception>
    Task<RegisteredSource?> ChangeAsync(
        string id, string etag, Func<RegisteredSource, RegisteredSource> change, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Removes one with the record of its fetches.</summary>
    /// <returns>Whether there was one.</returns>
    Task<bool> RemoveAsync(string id, CancellationToken cancellationToken);

    /// <summary>Makes one due now, whatever its state.</summary>
    /// <returns>Whether there is one.</returns>
    Task<bool> RequestAsync(string id, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>A page of its fetches, the latest first; one more than asked for when there are more. Its key is the number.</summary>
    Task<IReadOnlyList<SourceFetch>> FetchesAsync(string id, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The first fetch that began at an instant or later; null when none has ended.</summary>
    Task<SourceFetch?> FetchSinceAsync(string id, DateTimeOffset instant, CancellationToken cancellationToken);
}
