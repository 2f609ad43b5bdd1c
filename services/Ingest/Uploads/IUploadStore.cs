using Truceline.Ingest.V1;
using Truceline.ServiceDefaults.Paging;

namespace Truceline.Ingest.Uploads;

/// <summary>Keeps uploads: their pieces, their progress, their results. Safe for many callers at once, on several replicas.</summary>
internal interface IUploadStore
{
    /// <summary>Keeps a new upload.</summary>
    /// <returns>Whether there was room: fewer than <see cref="UploadOptions.MaxWaiting"/> are not over.</returns>
    Task<bool> CreateAsync(Upload upload, CancellationToken cancellationToken);

    /// <summary>One; null when there is none with this id.</summary>
    Task<Upload?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>A page, the latest created first, one more than asked for when there are more.</summary>
    Task<IReadOnlyList<Upload>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>Adds a piece at the end, durably; an empty piece changes nothing but, when asked for, the state.</summary>
    /// <param name="id">The upload.</param>
    /// <param name="offset">How many bytes came before it.</param>
    /// <param name="piece">The bytes.</param>
    /// <param name="isLast">Whether nothing follows: the upload then waits for its turn.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Whether it was added; false when the offset is not the end, or the upload awaits no bytes.</returns>
    Task<bool> AppendAsync(string id, long offset, ReadOnlyMemory<byte> piece, bool isLast, CancellationToken cancellationToken);

    /// <summary>The piece that begins at a position; null when there is none.</summary>
    Task<byte[]?> ReadPieceAsync(string id, long position, CancellationToken cancellationToken);

    /// <summary>The upload whose turn it is: the one created first of those that are complete and not over.</summary>
    /// <param name="except">Those that are being taken in.</param>
    /// <param name="cancellationToken">Ends it.</param>
    Task<Upload?> NextAsync(IReadOnlyCollection<string> except, CancellationToken cancellationToken);

    /// <summary>Notes that its items are being taken in, under which document and format.</summary>
    /// <returns>Whether it was not over.</returns>
    Task<bool> BeginAsync(string id, string documentId, string format, CancellationToken cancellationToken);

    /// <summary>Saves results that follow those saved before, and the progress with them, in one transaction.</summary>
    /// <param name="id">The upload.</param>
    /// <param name="results">In the order of their index; may be empty.</param>
    /// <param name="processedBytes">How many bytes were read so far.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Whether they were saved; false when the upload is over, or another replica saved them.</returns>
    Task<bool> SaveAsync(string id, IReadOnlyList<ItemResult> results, long processedBytes, CancellationToken cancellationToken);

    /// <summary>Ends an upload; one that is over stays as it is. Its bytes go unless they are a document's.</summary>
    /// <returns>The upload; null when there is none.</returns>
    Task<Upload?> EndAsync(string id, UploadState state, UploadFault? fault, CancellationToken cancellationToken);

    /// <summary>Results from an index on, in order.</summary>
    Task<IReadOnlyList<ItemResult>> ListResultsAsync(string id, long from, int count, CancellationToken cancellationToken);

    /// <summary>Gives up uploads without a byte since <paramref name="silentSince"/>, and forgets those that were over before <paramref name="overBefore"/>.</summary>
    Task ClearAsync(DateTimeOffset silentSince, DateTimeOffset overBefore, CancellationToken cancellationToken);
}
