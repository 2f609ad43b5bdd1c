using System.Globalization;
using System.Text;

namespace Truceline.Ingest.Stories.Signatures;

/// <summary>A text whose words can be told by their separators: marks on letters are left out, and of a script without spaces each character stands
/// as a word of its own.</summary>
internal static class SpacedText
{
    /// <summary>The text so written.</summary>
    internal static string Of(ReadOnlySpan<char> text)
    {
        var spaced = new StringBuilder(text.Length * 2);
        foreach (var c in text)
        {
            if (CharacterKinds.IsUnspaced(c))
            {
                // A mark in such a script is part of a syllable; it counts like a letter.
                spaced.Append(CultureInfo.InvariantCulture, $" x{(int)c:x4} ");
            }
            else if (!CharacterKinds.IsSilent(c))
            {
                spaced.Append(c);
            }
        }

        return spaced.ToString();
    }
}
