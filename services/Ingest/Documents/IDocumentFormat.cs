using Truceline.Ingest.V1;

namespace Truceline.Ingest.Documents;

/// <summary>How surely a document is of a format.</summary>
internal enum FormatMatch
{
    /// <summary>It is not.</summary>
    None = 0,

    /// <summary>It can be read as it, when nothing else claims it (plain text, any web page, any CSV).</summary>
    Fallback = 1,

    /// <summary>What is there looks like it (a CSV with most of a table's columns).</summary>
    Likely = 2,

    /// <summary>It says so itself (root element, version member, columns).</summary>
    Certain = 3,
}

/// <summary>
/// A format in which reports or positions arrive. A new one is a class of its own under <c>Formats/</c>, registered in its <c>AddXxxFormats</c>; nothing else has to know it.
/// Implementations keep no state, read each document in bounded memory, and throw nothing but <see cref="DocumentRefusedException"/> and cancellation, whatever the bytes.
/// </summary>
internal interface IDocumentFormat
{
    /// <summary>Stable short name, lower case, kept with each report, e.g. <c>atom</c>, <c>gpx</c>. When versions differ, the items' format may add it.</summary>
    string Name { get; }

    /// <summary>How surely a document is of this format, by its beginning.</summary>
    /// <param name="head">The beginning; do not read further.</param>
    FormatMatch Match(DocumentHead head);

    /// <summary>Whether media type or file name say that a document is of this format. Asked only when another format is as sure of it.</summary>
    /// <param name="hints">What was said of it.</param>
    bool IsDeclaredBy(DocumentHints hints) => false;

    /// <summary>Reads the items in the order in which they stand. One that can't be read comes as a <see cref="FaultItem"/>, and the rest goes on.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="DocumentRefusedException">The rest can't be read.</exception>
    IAsyncEnumerable<DocumentItem> ReadAsync(DocumentContent document, CancellationToken cancellationToken);
}

/// <summary>The beginning of a document, for telling formats apart.</summary>
/// <param name="Bytes">At most the first 64 KiB.</param>
/// <param name="Text">The same, decoded, without byte order mark; empty when it is binary.</param>
/// <param name="IsWhole">Whether that is all.</param>
/// <param name="Hints">What was said of it.</param>
internal sealed record DocumentHead(ReadOnlyMemory<byte> Bytes, string Text, bool IsWhole, DocumentHints Hints);
