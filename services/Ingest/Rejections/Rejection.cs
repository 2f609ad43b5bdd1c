using Google.Rpc;
using Truceline.ServiceDefaults.Events;

namespace Truceline.Ingest.Rejections;

/// <summary>An item of a document that was refused and waits for somebody to mend it. The raw document is kept beside it.</summary>
internal sealed record Rejection
{
    /// <summary>Most characters of an item's original that are kept, UTF-16 units.</summary>
    internal const int LongestOriginal = 64 * 1024;

    /// <summary>Path of what stands for the rest of a document that could not be read.</summary>
    internal const string WholeDocument = "document";

    /// <summary>Longest path that is kept, UTF-16 units; a longer one is cut.</summary>
    internal const int LongestPath = 1000;

    /// <summary>The document it stands in: its content hash.</summary>
    internal required string DocumentId { get; init; }

    /// <summary>Where it stands, e.g. <c>row 17</c>; <c>document</c> when the rest of the document could not be read.</summary>
    internal required string ItemPath { get; init; }

    /// <summary>Number of the item among all items of its document, from 0.</summary>
    internal required long Index { get; init; }

    /// <summary>Everything that is wrong with it, by path of the field; at least one.</summary>
    internal required IReadOnlyList<BadRequest.Types.FieldViolation> Violations { get; init; }

    /// <summary>Its own characters, as far as they are known; cut to <see cref="LongestOriginal"/> when it is stored.</summary>
    internal string Original { get; init; } = "";

    /// <summary>Format of the document, e.g. <c>acled-csv</c>; empty when it is of none that is read.</summary>
    internal string Format { get; init; } = "";

    /// <summary>The registered source that brought the document; empty when somebody handed it in.</summary>
    internal string SourceId { get; init; } = "";

    /// <summary>When it was refused first, UTC.</summary>
    internal required DateTimeOffset ReceivedTime { get; init; }

    /// <summary>W3C trace context of the work that met it; empty when there was none.</summary>
    internal string TraceParent { get; init; } = "";

    /// <summary>How often it was replayed in vain.</summary>
    internal int Attempts { get; init; }

    /// <summary>When it was last replayed in vain, UTC; null when it never was.</summary>
    internal DateTimeOffset? LastReplayTime { get; init; }

    /// <summary>The same item of the same document always has the same id, however often it is refused.</summary>
    internal string Id => IdOf(DocumentId, ItemPath, Index);

    /// <summary>The id of an item's rejection.</summary>
    internal static string IdOf(string documentId, string itemPath, long index) =>
        ContentHash.Of("rejection", documentId, PathOf(itemPath), index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A path as it is kept.</summary>
    internal static string PathOf(string itemPath) => Cut(itemPath, LongestPath);

    /// <summary>An original as it is kept.</summary>
    internal static string OriginalOf(string original) => Cut(original, LongestOriginal);

    // A pair of surrogates stays whole, and PostgreSQL keeps no U+0000.
    private static string Cut(string text, int longest) =>
        (text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)]).Replace('\0', '\uFFFD');
}
