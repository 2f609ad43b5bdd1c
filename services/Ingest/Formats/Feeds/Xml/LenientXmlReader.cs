using System.Buffers;
using Truceline.Ingest.Documents;

namespace Truceline.Ingest.Formats.Feeds.Xml;

/// <summary>
/// Finds the tags of XML as feeds of the wild write it: a bracket that begins no tag is text, attributes need no quotes, entities are nobody's business here,
/// document types are passed over. Each character is looked at a fixed number of times. Not thread-safe.
/// </summary>
/// <param name="text">The document.</param>
/// <param name="start">Where to begin, UTF-16 units.</param>
/// <param name="end">Where to stop.</param>
internal sealed class LenientXmlReader(string text, int start, int end)
{
    private const int LongestName = 256;

    private static readonly SearchValues<char> QuoteOrBracket = SearchValues.Create("<>\"'");

    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _names =
        new Dictionary<string, string>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Where the next token is looked for.</summary>
    internal int Position { get; set; } = start;

    /// <summary>The next token.</summary>
    /// <exception cref="DocumentRefusedException">TRUNCATED: a tag, comment or section has no end.</exception>
    internal XmlToken Read()
    {
        while (Position < end)
        {
            var found = text.AsSpan(Position, end - Position).IndexOf('<');
            if (found < 0)
            {
                break;
            }

            var at = Position + found;
            if (TokenAt(at) is { } token)
            {
                Position = token.End;
                return token;
            }

            Position = at + 1;
        }

        Position = end;
        return new XmlToken(XmlTokenKind.End, end, end);
    }

    private XmlToken? TokenAt(int at)
    {
        var rest = text.AsSpan(at, end - at);
        return rest switch
        {
            ['<', '!', '-', '-', ..] => Until("-->", XmlTokenKind.Other, at, 4),
            ['<', '!', '[', 'C', 'D', 'A', 'T', 'A', '[', ..] => Until("]]>", XmlTokenKind.Data, at, 9),
            ['<', '?', ..] => Until("?>", XmlTokenKind.Other, at, 2),
            ['<', '!', var letter, ..] when char.IsAsciiLetter(letter) => DocumentType(at),
            ['<', '/', var letter, ..] when IsNameStart(letter) => CloseTag(at),
            ['<', var letter, ..] when IsNameStart(letter) => StartTag(at),
            ['<'] or ['<', '/'] or ['<', '!', ..] when rest.Length < 9 => Unended(at, "a tag"),
            _ => null,
        };
    }

    private XmlToken? Until(string mark, XmlTokenKind kind, int at, int skip)
    {
        var found = text.AsSpan(at + skip, end - at - skip).IndexOf(mark, StringComparison.Ordinal);
        return found < 0
            ? Unended(at, kind == XmlTokenKind.Data ? "a CDATA section" : "a comment or an instruction")
            : new XmlToken(kind, at, at + skip + found + mark.Length);
    }

    // The internal subset may hold brackets, quotes and comments; none of it is read.
    private XmlToken? DocumentType(int at)
    {
        var depth = 0;
        for (var i = at + 2; i < end; i++)
        {
            var found = text.AsSpan(i, end - i).IndexOfAny("[]>");
            if (found < 0)
            {
                break;
            }

            i += found;
            depth += text[i] switch { '[' => 1, ']' => -1, _ => 0 };
            if (text[i] == '>' && depth <= 0)
            {
                return new XmlToken(XmlTokenKind.Other, at, i + 1);
            }
        }

        return Unended(at, "a document type");
    }

    private XmlToken? CloseTag(int at)
    {
        var nameEnd = EndOfName(at + 2);
        var found = text.AsSpan(nameEnd, end - nameEnd).IndexOfAny('<', '>');
        if (found < 0 && end == text.Length)
        {
            return Unended(at, "an end tag");
        }

        // "</title <link>": the tag ends where the next begins.
        var after = found < 0 ? end : nameEnd + found + (text[nameEnd + found] == '>' ? 1 : 0);
        return nameEnd - at - 2 > LongestName ? null : new XmlToken(XmlTokenKind.Close, at, after, Name(at + 2, nameEnd));
    }

    private XmlToken? StartTag(int at)
    {
        var nameEnd = EndOfName(at + 1);
        var i = nameEnd;
        while (i < end)
        {
            var found = text.AsSpan(i, end - i).IndexOfAny(QuoteOrBracket);
            if (found < 0)
            {
                break;
            }

            i += found;
            switch (text[i])
            {
                case '>':
                    return nameEnd - at - 1 > LongestName
                        ? null
                        : new XmlToken(XmlTokenKind.Start, at, i + 1, Name(at + 1, nameEnd), text[i - 1] == '/');
                case '<':
                    return null;
            }

            // A value holds no bracket: one that does was not closed, and its quote counts for nothing.
            var value = text.AsSpan(i + 1, end - i - 1);
            var stop = value.IndexOfAny(text[i], '<');
            i += stop >= 0 && value[stop] == text[i] ? stop + 2 : 1;
        }

        return Unended(at, "a tag");
    }

    private int EndOfName(int from)
    {
        while (from < end && !char.IsWhiteSpace(text[from]) && text[from] is not ('>' or '/' or '<' or '='))
        {
            from++;
        }

        return from;
    }

    private string Name(int from, int to)
    {
        var name = text.AsSpan(from, to - from);
        if (!_names.TryGetValue(name, out var known))
        {
            known = name.ToString();
            _names.Dictionary.TryAdd(known, known);
        }

        return known;
    }

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or ':';

    // In a piece of a document the bracket is text: read as a whole the document had it so.
    private XmlToken? Unended(int at, string what) =>
        end < text.Length ? null : throw new DocumentRefusedException(TextPlace.Of(text, at), $"It ends within {what}.", "TRUNCATED");
}
