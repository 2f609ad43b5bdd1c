using System.Buffers;

namespace Truceline.Ingest.Formats;

/// <summary>Finds the root element of an XML document by its beginning, for telling formats apart. Linear in the beginning's length. Pure.</summary>
internal static class XmlProlog
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <summary>Local name of the first element, behind declaration, comments, processing instructions and document type; empty when there is none.</summary>
    /// <param name="head">The document's beginning.</param>
    internal static string RootOf(string head) =>
        StartOf(head) is var at and >= 0 ? LocalName(head.AsSpan(at + 1)) : "";

    /// <summary>Where the first element begins; -1 when there is none.</summary>
    internal static int StartOf(string head)
    {
        var at = 0;
        while (at < head.Length)
        {
            var rest = head.AsSpan(at);
            var space = rest.Length - rest.TrimStart(" \t\r\n\uFEFF").Length;
            rest = rest[space..];
            at += space;
            if (rest is not ['<', _, ..])
            {
                return -1;
            }

            var length = rest.StartsWith("<?") ? End(rest, "?>")
                : rest.StartsWith("<!--") ? End(rest, "-->")
                : rest.StartsWith("<!") ? DocumentType(rest)
                : 0;
            if (length == 0)
            {
                return char.IsLetter(rest[1]) || rest[1] == '_' ? at : -1;
            }

            at += length;
        }

        return -1;
    }

    private static int End(ReadOnlySpan<char> rest, string mark) => rest.IndexOf(mark) is var end and >= 0 ? end + mark.Length : rest.Length;

    // An internal subset stands in brackets and holds ">" itself.
    private static int DocumentType(ReadOnlySpan<char> rest)
    {
        var quote = '\0';
        var isInside = false;
        for (var i = 2; i < rest.Length; i++)
        {
            var c = rest[i];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }
            else if (c is '[' or ']')
            {
                isInside = c == '[';
            }
            else if (c == '>' && !isInside)
            {
                return i + 1;
            }
        }

        return rest.Length;
    }

    private static string LocalName(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOfAny(NameEnds);
        var name = end < 0 ? rest : rest[..end];
        return name[(name.LastIndexOf(':') + 1)..].ToString();
    }
}
