using System.Collections.Immutable;
using Google.Rpc;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.Documents;

/// <summary>What a format finds in a document: a report, a position, or something that is wrong in one place and does not stop the rest.</summary>
/// <param name="Path">Where it stands, e.g. <c>/rss/channel/item[3]</c> or <c>row 17</c>; empty when it is the whole document.</param>
internal abstract record DocumentItem(string Path);

/// <summary>A report.</summary>
internal sealed record ReportItem(string Path, ReportContent Content) : DocumentItem(Path);

/// <summary>A position.</summary>
internal sealed record PositionItem(string Path, PositionDraft Position) : DocumentItem(Path);

/// <summary>An item that can't be read; the others go on.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Violations">Everything that is wrong with it, by path.</param>
/// <param name="Original">The item's own characters, as far as they are known, for whoever mends and replays it; at most 64 KiB.</param>
internal sealed record FaultItem(string Path, IReadOnlyList<BadRequest.Types.FieldViolation> Violations, string Original = "") : DocumentItem(Path);

/// <summary>What a format took out of a document for one report. Empty strings and lists mean that the document does not say it.</summary>
internal sealed record ReportContent
{
    /// <summary>The text and the way back to the document's characters. It may be empty when there is a title.</summary>
    internal required MappedText Text { get; init; }

    /// <summary>Headline.</summary>
    internal string Title { get; init; } = "";

    /// <summary>Summary or standfirst, plain text, when there is a text beside it.</summary>
    internal string Summary { get; init; } = "";

    /// <summary>Address of the story itself, absolute.</summary>
    internal string Url { get; init; } = "";

    /// <summary>Id that the outlet gave it.</summary>
    internal string ExternalId { get; init; } = "";

    /// <summary>When it was published: <c>yyyy-MM-dd</c> or RFC 3339 with an offset; never anything else.</summary>
    internal string Published { get; init; } = "";

    /// <summary>When it was changed last, in the same forms.</summary>
    internal string Updated { get; init; } = "";

    /// <summary>Who published it.</summary>
    internal string Outlet { get; init; } = "";

    /// <summary>News agency that the format names in a field of its own.</summary>
    internal string Agency { get; init; } = "";

    /// <summary>Authors as named, without e-mail addresses.</summary>
    internal IReadOnlyList<string> Bylines { get; init; } = [];

    /// <summary>Place of the dateline when the format has a field for it.</summary>
    internal string DatelinePlace { get; init; } = "";

    /// <summary>Language as the format names it, BCP 47.</summary>
    internal string Language { get; init; } = "";

    /// <summary>Fields of a form or of a table of events.</summary>
    internal Observation? Observation { get; init; }

    /// <summary>Fields of the format that have no place above, under the format's own names, e.g. <c>embargoed</c>; several values of one name are
    /// separated by line breaks.</summary>
    internal IReadOnlyDictionary<string, string> Fields { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Parts of the text that the format knows not to be the story: headers of a wire, quoted messages. In the order of the text, without overlap.</summary>
    internal IReadOnlyList<BoilerplatePart> Boilerplate { get; init; } = [];

    /// <summary>The format with its version, e.g. <c>rss-2.0</c>, where the document says which; empty for the format's own name. Lower-case letters,
    /// digits, dots and hyphens, at most 40; anything else is not heeded.</summary>
    internal string Format { get; init; } = "";

    /// <summary>Whether the outlet withdrew it: the item is kept and not announced as news.</summary>
    internal bool Withdrawn { get; init; }
}
