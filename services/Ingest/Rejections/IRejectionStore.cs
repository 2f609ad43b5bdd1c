namespace Truceline.Ingest.Rejections;

/// <summary>Keeps refused items of documents until an operator replays or discards them. Safe for many callers at once.</summary>
internal interface IRejectionStore
{
    /// <summary>
    /// Keeps items, durably. One that is kept already stays as it is but for its violations, which are the latest. Of one document at most
    /// <see cref="RejectionOptions.MostPerDocument"/> are kept: the raw document has the others, too.
    /// </summary>
    /// <returns>For each, in the same order, the id under which it is kept; empty when there are too many of its document.</returns>
    Task<IReadOnlyList<string>> AddAsync(IReadOnlyList<Rejection> rejections, CancellationToken cancellationToken);

    /// <summary>A page, the latest first, one more than its size when there are more, without their originals; and how many there are in all.</summary>
    /// <param name="documentId">Only of this document; empty for all.</param>
    /// <param name="sourceId">Only of this registered source; empty for all.</param>
    /// <param name="size">Size of the page.</param>
    /// <param name="after">Sort key of the last item before; null for the first page.</param>
    /// <param name="cancellationToken">Ends the queries.</param>
    Task<(IReadOnlyList<Rejection> Rejections, int Total)> ListAsync(
        string documentId, string sourceId, int size, (DateTimeOffset Time, string Id)? after, CancellationToken cancellationToken);

    /// <summary>One; null when there is none with this id.</summary>
    Task<Rejection?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Removes one.</summary>
    /// <returns>Whether it was there.</returns>
    Task<bool> RemoveAsync(string id, CancellationToken cancellationToken);

    /// <summary>Notes that a replay was in vain, and why; nothing when it is gone.</summary>
    Task NoteReplayAsync(string id, IReadOnlyList<Google.Rpc.BadRequest.Types.FieldViolation> violations, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>How many wait.</summary>
    Task<int> CountAsync(CancellationToken cancellationToken);
}
