namespace Truceline.Ingest.Formats.Tables;

/// <summary>Takes one record apart (RFC 4180 with what spreadsheets make of it). Pure.</summary>
internal static class CsvLine
{
    /// <summary>Reads a record at the beginning of a buffer.</summary>
    /// <param name="text">What was read so far, from the beginning of the record.</param>
    /// <param name="delimiter">Between fields.</param>
    /// <param name="isAll">Whether nothing follows.</param>
    /// <param name="fields">Takes the fields; cleared first.</param>
    /// <returns>The record; null when more of the text is needed.</returns>
    internal static CsvRecord? Read(ReadOnlySpan<char> text, char delimiter, bool isAll, List<CsvField> fields)
    {
        fields.Clear();
        var (at, lineEnd, isSloppy) = (0, -1, false);
        while (true)
        {
            var open = at + text[at..].IndexOfAnyExcept(' ', '\u00A0');
            if (open >= at && text[open] == '"')
            {
                if (Close(text, open + 1) is not { } close || (close + 1 == text.Length && !isAll))
                {
                    return isAll ? new CsvRecord(text.Length, text.Length, First(text), IsUnclosed: true, isSloppy) : null;
                }

                fields.Add(new CsvField(open + 1, close - open - 1, IsQuoted: true));
                at = close + 1;
                var rest = text[at..].IndexOfAny(delimiter, '\r', '\n');
                isSloppy |= !text.Slice(at, rest < 0 ? text.Length - at : rest).IsWhiteSpace();
                lineEnd = lineEnd >= 0 ? lineEnd : First(text[..close]) is var first && first < close ? first : -1;
                at = rest < 0 ? text.Length : at + rest;
            }
            else
            {
                var next = text[at..].IndexOfAny(delimiter, '\r', '\n');
                var end = next < 0 ? text.Length : at + next;
                fields.Add(new CsvField(at, end - at, IsQuoted: false));
                at = end;
            }

            if (at == text.Length)
            {
                return isAll ? new CsvRecord(at, at, lineEnd < 0 ? at : lineEnd, IsUnclosed: false, isSloppy) : null;
            }

            if (text[at] == delimiter)
            {
                at++;
                continue;
            }

            // \r\n is one break: what follows \r decides.
            if (text[at] == '\r' && at + 1 == text.Length && !isAll)
            {
                return null;
            }

            var length = text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            return new CsvRecord(at, at + length, lineEnd < 0 ? at : lineEnd, IsUnclosed: false, isSloppy);
        }
    }

    /// <summary>Where the first line ends; the length of the text when it has one line only.</summary>
    internal static int First(ReadOnlySpan<char> text) => text.IndexOfAny('\r', '\n') is var end and >= 0 ? end : text.Length;

    private static int? Close(ReadOnlySpan<char> text, int at)
    {
        while (text[at..].IndexOf('"') is var next and >= 0)
        {
            at += next;
            if (at + 1 >= text.Length || text[at + 1] != '"')
            {
                return at;
            }

            at += 2;
        }

        return null;
    }
}

/// <summary>How far a record reaches.</summary>
/// <param name="Length">Its characters without the line break.</param>
/// <param name="Consumed">Its characters with the line break.</param>
/// <param name="FirstLine">Length of its first line; less than <paramref name="Length"/> when a quoted field holds line breaks.</param>
/// <param name="IsUnclosed">Whether a quotation mark is not closed before the text ends.</param>
/// <param name="IsSloppy">Whether something stands between a closing quotation mark and the next delimiter.</param>
internal readonly record struct CsvRecord(int Length, int Consumed, int FirstLine, bool IsUnclosed, bool IsSloppy);
