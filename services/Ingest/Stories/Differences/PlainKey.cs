using System.Text;

namespace Truceline.Ingest.Stories.Differences;

/// <summary>Makes alike what differs in typesetting only: white space, quotation marks, dashes, invisible characters, composition.</summary>
internal static class PlainKey
{
    /// <summary>The words as they are compared.</summary>
    internal static string Of(ReadOnlySpan<char> text)
    {
        var key = new StringBuilder(text.Length);
        var gap = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                gap = key.Length > 0;
                continue;
            }

            // Soft hyphens, zero-width characters, marks of direction, the byte order mark.
            if (c is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or '\u2060' or '\uFEFF')
            {
                continue;
            }

            if (gap)
            {
                key.Append(' ');
                gap = false;
            }

            key.Append(c switch
            {
                '“' or '”' or '„' or '«' or '»' => '"',
                '‘' or '’' or '‚' or '`' or '´' => '\'',
                '–' or '—' or '−' or '‐' or '‑' => '-',
                _ => c,
            });
        }

        var plain = key.ToString();
        return IsNormalized(plain) ? plain : Normalize(plain);
    }

    private static bool IsNormalized(string text)
    {
        foreach (var c in text)
        {
            if (c > '\u02FF')
            {
                return false;
            }
        }

        return true;
    }

    // Lone surrogates have no normal form.
    private static string Normalize(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return text;
        }
    }
}
