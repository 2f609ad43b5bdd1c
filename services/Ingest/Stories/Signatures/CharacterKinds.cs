using System.Globalization;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>
/// What a character beyond ASCII counts as when texts are compared: one byte for a letter whatever its case and accent (for scripts beyond Latin its
/// place in its block), or a separator. The same on every machine.
/// </summary>
internal static class CharacterKinds
{
    /// <summary>Part of a word.</summary>
    internal const int Word = 0x100;

    /// <summary>Capital letter.</summary>
    internal const int Capital = 0x200;

    /// <summary>Needs <see cref="SpacedText"/> first.</summary>
    internal const int Spaced = 0x400;

    // U+00C0 to U+017F without their accents; a space for what is no letter.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty" +
        "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private static readonly ushort[] Kinds = [.. Enumerable.Range(0, 0x10000).Select(c => (ushort)KindOf((char)c))];

    /// <summary>The folded byte with the flags above; no <see cref="Word"/>: a separator.</summary>
    internal static int Of(char character) => Kinds[character];

    /// <summary>Whether it is a character of a script that puts no spaces between words.</summary>
    internal static bool IsUnspaced(char c) =>
        c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\u0E00' and <= '\u0EFF')
            or (>= '\u1000' and <= '\u109F') or (>= '\u1780' and <= '\u17FF');

    /// <summary>Whether it is a mark on the letter before it, or has no width: words are the same without.</summary>
    internal static bool IsSilent(char c) =>
        c is '\u00AD' or '\u0640' or '\uFEFF' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069')
        || (!IsUnspaced(c) && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark);

    private static int KindOf(char c)
    {
        if (IsUnspaced(c) || IsSilent(c))
        {
            return Spaced;
        }

        if (!char.IsLetterOrDigit(c))
        {
            return 0;
        }

        return Word | (char.IsUpper(c) ? Capital : 0) | (c is >= '\u00C0' and <= '\u017F' && Latin[c - '\u00C0'] is var latin and not ' '
            ? latin
            : 0x80 | (Plain(char.ToLowerInvariant(c)) & 0x7F));
    }

    // Arabic letters that writers and systems interchange.
    private static char Plain(char c) => c switch
    {
        '\u0622' or '\u0623' or '\u0625' or '\u0671' => '\u0627',
        '\u0649' or '\u06CC' => '\u064A',
        '\u0629' => '\u0647',
        '\u06A9' => '\u0643',
        _ => c,
    };
}
