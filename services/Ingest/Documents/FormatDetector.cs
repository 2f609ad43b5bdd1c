namespace Truceline.Ingest.Documents;

/// <summary>Tells formats apart by content. The declared media type and the file's name decide only between formats that are equally sure. Stateless.</summary>
internal sealed class FormatDetector(IEnumerable<IDocumentFormat> formats)
{
    private readonly IDocumentFormat[] _formats = [.. formats];

    /// <summary>All formats, in the order of registration.</summary>
    internal IReadOnlyList<IDocumentFormat> Formats => _formats;

    /// <summary>The format that claims a document most surely; among equals the one that is declared, then the one registered first.</summary>
    /// <exception cref="DocumentRefusedException">EMPTY, ARCHIVE, BINARY, UNKNOWN_FORMAT.</exception>
    internal IDocumentFormat Detect(DocumentHead head)
    {
        if (head.Bytes.Length == 0)
        {
            throw new DocumentRefusedException("document", "It is empty.", "EMPTY");
        }

        RefuseBinary(head);
        var (best, match) = _formats.Select(f => (Format: f, Match: f.Match(head))).DefaultIfEmpty()
            .MaxBy(f => (f.Match, f.Format?.IsDeclaredBy(head.Hints) == true));
        return match == FormatMatch.None
            ? throw new DocumentRefusedException("document", $"It is of none of the formats that are read: {string.Join(", ", _formats.Select(f => f.Name))}.", "UNKNOWN_FORMAT")
            : best!;
    }

    /// <summary>Refuses what holds other files and what is no text, before anything reads further.</summary>
    private static void RefuseBinary(DocumentHead head)
    {
        if (BinarySignatures.Of(head.Bytes.Span) is { } known)
        {
            throw new DocumentRefusedException("document", known.Reason == "ARCHIVE"
                ? $"It is an archive or compressed ({known.Name}). Hand in the files that it holds."
                : $"It is not text ({known.Name}).", known.Reason);
        }

        if (TextDecoding.IsBinary(head.Bytes.Span))
        {
            throw new DocumentRefusedException("document", "It is not text in any encoding.", "BINARY");
        }
    }
}
