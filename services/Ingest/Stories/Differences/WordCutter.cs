namespace Truceline.Ingest.Stories.Differences;

/// <summary>Cuts a part of a text into words, figures and marks.</summary>
internal static class WordCutter
{
    /// <summary>The pieces between two code units, in order, without white space.</summary>
    internal static List<TextPiece> Cut(string text, int from, int to)
    {
        var pieces = new List<TextPiece>();
        for (var i = from; i < to;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var end = i + 1;
            if (IsOfWord(text, i))
            {
                while (end < to && (IsOfWord(text, end) || IsJoint(text, end, to)))
                {
                    end++;
                }
            }
            else if (char.IsHighSurrogate(text[i]) && end < to && char.IsLowSurrogate(text[end]))
            {
                end++;
            }

            var key = PlainKey.Of(text.AsSpan(i, end - i));
            if (key.Length > 0)
            {
                pieces.Add(new TextPiece(i, end, key));
            }

            i = end;
        }

        return pieces;
    }

    /// <summary>Whether a piece is a word or a figure, not a mark.</summary>
    internal static bool IsWord(TextPiece piece) => char.IsLetterOrDigit(piece.Key[0]) || piece.Key.Length > 1;

    private static bool IsOfWord(string text, int i) =>
        char.IsLetterOrDigit(text[i]) || char.GetUnicodeCategory(text[i])
            is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;

    /// <summary>"don't", "al-Numan", "1,200", "3.5": a mark with a letter or digit on both sides.</summary>
    private static bool IsJoint(string text, int i, int to)
    {
        if (i + 1 >= to || !char.IsLetterOrDigit(text[i + 1]))
        {
            return false;
        }

        return text[i] is '\'' or '’' or '-' or '‑' or '\u00AD' || (text[i] is '.' or ',' && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]));
    }
}
