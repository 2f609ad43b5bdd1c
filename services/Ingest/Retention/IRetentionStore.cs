namespace Truceline.Ingest.Retention;

/// <summary>Removes what is past its retention, a bounded batch at a time, so that nothing waits long for the database.</summary>
internal interface IRetentionStore
{
    /// <summary>Erases the words of reports that were received before; see <see cref="IErasureStore"/>.</summary>
    /// <returns>How many; 0 when none is left.</returns>
    Task<int> EraseReportsAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Erases the bytes of documents that were received before.</summary>
    /// <returns>How many; 0 when none is left.</returns>
    Task<int> EraseDocumentsAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Deletes positions that were received before.</summary>
    /// <returns>How many; 0 when none is left.</returns>
    Task<int> DeletePositionsAsync(DateTimeOffset before, CancellationToken cancellationToken);

    /// <summary>Deletes refused items that were received before.</summary>
    /// <returns>How many; 0 when none is left.</returns>
    Task<int> DeleteRejectionsAsync(DateTimeOffset before, CancellationToken cancellationToken);
}
