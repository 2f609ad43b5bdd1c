namespace Truceline.Ingest.Documents;

/// <summary>Between the counts of the API (code points) and those of the code (UTF-16 units). Pure.</summary>
internal static class CodePoints
{
    /// <summary>How many code points the first <paramref name="units"/> units hold.</summary>
    internal static int Of(string text, int units)
    {
        var count = units;
        foreach (var c in text.AsSpan(0, units))
        {
            count -= char.IsLowSurrogate(c) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The unit at which a code point begins; the text's length for the one past the last, null beyond it.</summary>
    internal static int? UnitOf(string text, int codePoint)
    {
        var unit = 0;
        for (var i = 0; i < codePoint; i++)
        {
            if (unit >= text.Length)
            {
                return null;
            }

            unit += char.IsHighSurrogate(text[unit]) && unit + 1 < text.Length ? 2 : 1;
        }

        return unit;
    }
}
