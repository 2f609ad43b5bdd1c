namespace Truceline.Ingest.Stories.Differences;

/// <summary>
/// Cuts a text into sentences for comparing: at marks that end one in the scripts of our sources, and at line breaks that stand for a paragraph. It need
/// not be right about every abbreviation: both texts are cut alike.
/// </summary>
internal static class SentenceCutter
{
    /// <summary>Longest sentence, in code units; a longer one is cut at a space.</summary>
    internal const int Longest = 2000;

    private const string Ends = ".!?…。！？؟۔।";
    private const string Closing = "\"'”’»)]」』";

    private static readonly HashSet<string> Abbreviations = new(StringComparer.Ordinal)
    {
        "Mr", "Mrs", "Ms", "Dr", "Prof", "St", "No", "Gen", "Col", "Lt", "Maj", "Capt", "Cmdr", "Brig", "Adm", "Sgt", "Gov", "Sen", "Rep", "Jan", "Feb", "Mar",
        "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "vs", "approx", "km", "M", "Mme",
    };

    /// <summary>The sentences in order, without the white space between them.</summary>
    internal static List<TextPiece> Cut(string text)
    {
        var pieces = new List<TextPiece>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (IsParagraphEnd(text, i) || IsTooLong(text, start, i))
            {
                Add(text, start, i, pieces);
                start = i;
            }
            else if (Ends.Contains(text[i], StringComparison.Ordinal))
            {
                var end = i + 1;
                while (end < text.Length && (Ends.Contains(text[end], StringComparison.Ordinal) || Closing.Contains(text[end], StringComparison.Ordinal)))
                {
                    end++;
                }

                if (IsSentenceEnd(text, i, end))
                {
                    Add(text, start, end, pieces);
                    start = end;
                }

                i = end - 1;
            }
        }

        Add(text, start, text.Length, pieces);
        return pieces;
    }

    private static bool IsTooLong(string text, int start, int i) =>
        i - start >= Longest && (char.IsWhiteSpace(text[i]) || (i - start >= 2 * Longest && !char.IsLowSurrogate(text[i])));

    /// <summary>A blank line; a single line break is often only where a line was full.</summary>
    private static bool IsParagraphEnd(string text, int i)
    {
        if (text[i] is not ('\n' or '\r' or '\u2029'))
        {
            return false;
        }

        var breaks = 0;
        for (var j = i; j < text.Length && char.IsWhiteSpace(text[j]); j++)
        {
            breaks += text[j] switch { '\n' => 1, '\u2029' => 2, _ => 0 };
        }

        return breaks >= 2;
    }

    private static bool IsSentenceEnd(string text, int mark, int end)
    {
        if (text[mark] is '。' or '！' or '？')
        {
            return true;
        }

        if (end < text.Length && !char.IsWhiteSpace(text[end]))
        {
            return false;
        }

        if (text[mark] != '.')
        {
            return true;
        }

        var word = mark;
        while (word > 0 && char.IsLetter(text[word - 1]))
        {
            word--;
        }

        // "U.S. troops", "J. Smith": a single capital.
        if ((mark - word == 1 && char.IsUpper(text[word])) || Abbreviations.Contains(text[word..mark]))
        {
            return false;
        }

        var next = end;
        while (next < text.Length && !char.IsLetterOrDigit(text[next]))
        {
            next++;
        }

        return next >= text.Length || !char.IsLower(text[next]);
    }

    private static void Add(string text, int start, int end, List<TextPiece> pieces)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            pieces.Add(new TextPiece(start, end, PlainKey.Of(text.AsSpan(start, end - start))));
        }
    }
}
