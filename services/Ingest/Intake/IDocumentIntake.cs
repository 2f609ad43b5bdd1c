using Truceline.Ingest.Documents;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Intake;

/// <summary>Takes in whole documents: tells their format, reads their items, normalises and stores them.</summary>
internal interface IDocumentIntake
{
    /// <summary>Takes in a document that is in memory; returns when everything in it is durable.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="hints">What is said of it.</param>
    /// <param name="cancellationToken">Ends it; what was accepted until then stays.</param>
    Task<DocumentResult> AcceptAsync(ReadOnlyMemory<byte> bytes, DocumentHints hints, CancellationToken cancellationToken);

    /// <summary>
    /// Takes in a document of any length, item by item in bounded memory. Results come in the order of the items, each when it is durable.
    /// </summary>
    /// <param name="content">The document, already stored under <paramref name="documentId"/>.</param>
    /// <param name="documentId">Its id.</param>
    /// <param name="skip">How many items at the beginning are left out since they were done before.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DocumentRefusedException">The rest can't be read.</exception>
    IAsyncEnumerable<ItemResult> AcceptItemsAsync(DocumentContent content, string documentId, long skip, CancellationToken cancellationToken);
}

/// <summary>What became of a document.</summary>
/// <param name="Document">The document as it is stored; its format is empty when it is of none that is read.</param>
/// <param name="Results">One for each item.</param>
/// <param name="Fault">Why the rest could not be read; null when all was.</param>
internal sealed record DocumentResult(Document Document, IReadOnlyList<ItemResult> Results, DocumentRefusedException? Fault);
