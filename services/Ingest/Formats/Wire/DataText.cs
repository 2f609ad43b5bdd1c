namespace Truceline.Ingest.Formats.Wire;

/// <summary>Tells data for programs from words for people: XML or JSON that no format claims is no report, and must not become one with all its markup. Pure.</summary>
internal static class DataText
{
    /// <summary>Whether a document begins as XML or JSON does.</summary>
    /// <param name="head">Its beginning.</param>
    internal static bool Is(string head)
    {
        var text = head.AsSpan().TrimStart();
        return text.StartsWith("<?xml ") || text.StartsWith("<!DOCTYPE ") || (XmlProlog.RootOf(head) is { Length: > 0 } root && head.Contains("</", StringComparison.Ordinal))
            || IsJson(text);
    }

    private static bool IsJson(ReadOnlySpan<char> text) => text switch
    {
        ['{', .. var rest] => rest.TrimStart() is ['"' or '}', ..],
        ['[', .. var rest] => rest.TrimStart() is ['{' or '[' or '"', ..] && rest.TrimStart().Contains("\":", StringComparison.Ordinal),
        _ => false,
    };
}
