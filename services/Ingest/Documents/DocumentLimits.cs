using System.ComponentModel.DataAnnotations;

namespace Truceline.Ingest.Documents;

/// <summary>How much of a document is read at most; section <c>Ingest:Limits</c>.</summary>
internal sealed class DocumentLimits
{
    /// <summary>Name of the section.</summary>
    internal const string Section = "Ingest:Limits";

    /// <summary>Largest document that is read as a whole (XML feeds, web pages, e-mails), in bytes. Default 8 MiB; [64 KiB, 64 MiB].</summary>
    [Range(64 * 1024, 64 * 1024 * 1024)]
    public int WholeDocumentBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>Largest document that is read row by row (CSV, GPX, GeoJSON), in bytes. Default 1 GiB; [1 MiB, 64 GiB].</summary>
    [Range(1L * 1024 * 1024, 64L * 1024 * 1024 * 1024)]
    public long StreamedDocumentBytes { get; set; } = 1024L * 1024 * 1024;

    /// <summary>Deepest nesting of elements, objects or parts. Default 200; [16, 1000].</summary>
    [Range(16, 1000)]
    public int Depth { get; set; } = 200;

    /// <summary>Longest single item (a row, a track point, a feed's entry), in characters. Default 1 Mi; [4 Ki, 16 Mi].</summary>
    [Range(4 * 1024, 16 * 1024 * 1024)]
    public int ItemCharacters { get; set; } = 1024 * 1024;

    /// <summary>Most items of a document. Default 2,000,000; [1, 100,000,000].</summary>
    [Range(1, 100_000_000)]
    public int Items { get; set; } = 2_000_000;
}
