using Truceline.Entity.Reading.Names;

namespace Truceline.Entity.Reading.Places;

/// <summary>
/// Keys under which names meet that are spelt differently. Folding is done by tables, as the runtime decomposes no characters
/// when it runs without culture data.
/// </summary>
internal static class NameKey
{
    // Base letters of U+00C0..U+024F and U+1E00..U+1EFF; '?' where there is none.
    private const string Latin =
        "aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggggggg"
        + "hhhhiiiiiiiiii??jjkkkllllllllllnnnnnn?nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzz?bb??????"
        + "??d???aa????????kk??????oo?????????????uu??yy????????????????????????aaiioouuuuuuuuuuaaaaaaa??ggkkoo"
        + "oo??j???gg??nnaaaaooaaaaeeeeiiiioooorrrruuuusstt??hh??????aaeeooooooooyy???????????????b????????????";
    private const string LatinAdditional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssss"
        + "ssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy????s?aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeee"
        + "iiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??????";

    /// <summary>Lower case, without diacritics and apostrophes; anything else that is no letter or digit becomes one space.</summary>
    public static string Strict(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        const int longestOnStack = 256;
        var key = name.Length <= longestOnStack ? stackalloc char[longestOnStack] : new char[name.Length];
        var (length, same) = (0, true);
        foreach (var c in name)
        {
            if (c is >= 'a' and <= 'z')
                key[length++] = c;
            else if (char.IsLetterOrDigit(c) && !IsModifier(c))
                key[length++] = Base(c);
            else if (char.IsSurrogate(c))
                key[length++] = c;
            else if (!IsModifier(c) && length > 0 && key[length - 1] != ' ')
                key[length++] = ' ';
            else
                same = false;
            same = same && key[length - 1] == c;
        }
        if (length > 0 && key[length - 1] == ' ')
            (length, same) = (length - 1, false);
        return same ? name : new string(key[..length]);
    }

    /// <summary>
    /// The words of a name without Arabic articles, each folded by <see cref="NameFolding"/>, without spaces: "Al-Hudaydah", "Hodeida" and
    /// "Hodeidah" have one loose key.
    /// </summary>
    public static string Loose(string name)
    {
        var (key, any) = ("", false);
        foreach (var word in new NameWords(name))
            (key, any) = (string.Concat(key, Word.Of(word).Loose), true);
        return key.Length == 0 && any ? Strict(name) : key;
    }

    /// <summary>Whether a character only marks how another is read: apostrophes, full stops, combining marks.</summary>
    internal static bool IsModifier(char c) =>
        c is '\'' or '’' or '‘' or '`' or '´' or '.' || c is >= '\u02B0' and <= '\u036F';

    /// <summary>The letter without its diacritics, in lower case.</summary>
    internal static char Base(char c)
    {
        var folded = c switch
        {
            < '\u0080' => c,
            >= '\u00C0' and < '\u0250' => Latin[c - '\u00C0'],
            'ə' or 'Ə' => 'a',
            >= '\u1E00' and < '\u1F00' => LatinAdditional[c - '\u1E00'],
            _ => '?',
        };
        return folded == '?' ? char.ToLowerInvariant(c) : char.ToLowerInvariant(folded);
    }
}
