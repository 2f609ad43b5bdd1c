namespace Truceline.Ingest.Documents;

/// <summary>Tells formats apart by content. The declared media type and the file's name decide only between formats that are equally sure. Stateless.</summary>
internal sealed class FormatDetector(IEnumerable<IDocumentFormat> formats)
{
    private readonly IDocumentFormat[] _formats = [.. formats];

    /// <summary>All formats, in the order of registration.</summary>
    internal IReadOnlyList<IDocumentFormat> Formats => _formats;

    /// <summary>The format that claims a document most surely; the one registered first among equals.</summary>
    /// <exception cref="DocumentRefusedException">UNKNOWN_FORMAT, ARCHIVE, EMPTY.</exception>
    internal IDocumentFormat Detect(DocumentHead head)
    {
        if (head.Bytes.Length == 0)
        {
            throw new DocumentRefusedException("document", "It is empty.", "EMPTY");
        }

        var (best, match) = _formats.Select(f => (Format: f, Match: f.Match(head))).DefaultIfEmpty().MaxBy(f => f.Match);
        return match == FormatMatch.None
            ? throw new DocumentRefusedException("document", $"It is of none of the formats that are read: {string.Join(", ", _formats.Select(f => f.Name))}.", "UNKNOWN_FORMAT")
            : best!;
    }
}
