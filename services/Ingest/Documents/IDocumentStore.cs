using Truceline.Ingest.V1;

namespace Truceline.Ingest.Documents;

/// <summary>Keeps raw documents, immutable but for erasure, by content hash.</summary>
internal interface IDocumentStore
{
    /// <summary>What is known of a document; null when there is none.</summary>
    Task<Document?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Its bytes; null when there is none, or they were erased.</summary>
    /// <param name="id">The document.</param>
    /// <param name="most">Most bytes.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ServiceDefaults.Errors.ResourceExhaustedException">DOCUMENT_TOO_LARGE.</exception>
    Task<byte[]?> ReadAsync(string id, int most, CancellationToken cancellationToken);

    /// <summary>Its bytes, to be read as often as it takes, in bounded memory; null when there is none, or they were erased.</summary>
    Task<DocumentContent?> OpenAsync(string id, CancellationToken cancellationToken);

    /// <summary>Text, document, path and way back of a report; null when there is none.</summary>
    Task<ReportOrigin?> FindOriginAsync(string reportId, CancellationToken cancellationToken);
}

/// <summary>Where a report comes from.</summary>
/// <param name="Text">Its text; empty when it was erased.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="ItemPath">Where in the document it stands.</param>
/// <param name="Map">The way back.</param>
internal sealed record ReportOrigin(string Text, string DocumentId, string ItemPath, TextMap Map);
