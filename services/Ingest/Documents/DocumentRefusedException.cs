namespace Truceline.Ingest.Documents;

/// <summary>The document as a whole can't be read: it is truncated, too large, too deep, an archive. What was read of it before stays.</summary>
/// <param name="path">Where the fault is, e.g. <c>line 3, column 7</c> or <c>/rss/channel</c>; <c>document</c> when it has no place.</param>
/// <param name="description">What is wrong and what is allowed, for people.</param>
/// <param name="reason">Stable word for programs, e.g. <c>TRUNCATED</c>, <c>TOO_LARGE</c>, <c>TOO_DEEP</c>, <c>ARCHIVE</c>, <c>MALFORMED</c>, <c>UNKNOWN_FORMAT</c>.</param>
internal sealed class DocumentRefusedException(string path, string description, string reason) : Exception(description)
{
    internal string Path { get; } = path;

    internal string Reason { get; } = reason;
}
