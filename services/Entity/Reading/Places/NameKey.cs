using System.Text;

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

    private static readonly string[] Articles =
        ["al", "el", "ul", "ad", "ash", "ar", "as", "at", "an", "az", "ed", "ez", "es", "esh", "er", "et", "en", "adh", "ath", "eth", "the"];

    /// <summary>Lower case, without diacritics and apostrophes; anything else that is no letter or digit becomes one space.</summary>
    public static string Strict(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            if (char.IsLetterOrDigit(c) && !IsModifier(c))
                key.Append(Base(c));
            else if (char.IsSurrogate(c))
                key.Append(c);
            else if (!IsModifier(c) && key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        }
        if (key.Length > 0 && key[^1] == ' ')
            key.Length--;
        return key.ToString();
    }

    /// <summary>
    /// The strict key without spaces and Arabic articles and with the vowels, doubled letters and endings that transliterations
    /// disagree on made alike: "Al-Hudaydah", "Hodeida" and "Hodeidah" have one loose key.
    /// </summary>
    public static string Loose(string name) => LooseOfStrict(Strict(name));

    /// <summary>The loose key of what is a strict key already.</summary>
    public static string LooseOfStrict(string strict)
    {
        var letters = new StringBuilder(strict.Length);
        var words = strict.Split(' ');
        foreach (var word in words)
        {
            if (words.Length == 1 || !Articles.Contains(word))
                letters.Append(word);
        }
        var text = letters.Length == 0 ? strict : letters.ToString();
        var key = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var (c, next) = (text[i], i + 1 < text.Length ? text[i + 1] : '\0');
            var mapped = c switch
            {
                'a' when next is 'y' or 'i' or 'e' => Skip(ref i, 'i'),
                'a' when next is 'w' or 'u' => Skip(ref i, 'u'),
                'e' or 'i' or 'y' => 'i',
                'o' or 'u' => 'u',
                'q' => 'k',
                'h' when i > 0 && (IsLastOfStem(i, text) || text[i - 1] is 'd' or 't' or 'g') => '\0',
                _ => c,
            };
            if (mapped != '\0' && (key.Length == 0 || key[^1] != mapped || char.IsDigit(mapped)))
                key.Append(mapped);
        }
        return key.ToString();
    }

    /// <summary>A byte that tells strict keys of one loose key apart (FNV-1a, folded).</summary>
    public static byte Check(string strict)
    {
        var hash = 2166136261u;
        foreach (var c in strict)
            hash = (hash ^ c) * 16777619u;
        return (byte)(hash ^ (hash >> 8) ^ (hash >> 16) ^ (hash >> 24));
    }

    private static char Skip(ref int index, char mapped)
    {
        index++;
        return mapped;
    }

    private static bool IsLastOfStem(int index, string text) => index == text.Length - 1 && text[index - 1] is 'a' or 'e' or 'i';

    private static bool IsModifier(char c) =>
        c is '\'' or '’' or '‘' or '`' or '´' or '.' || c is >= '\u02B0' and <= '\u036F';

    private static char Base(char c)
    {
        var folded = c switch
        {
            < '\u0080' => c,
            >= '\u00C0' and < '\u0250' => Latin[c - '\u00C0'],
            >= '\u1E00' and < '\u1F00' => LatinAdditional[c - '\u1E00'],
            _ => '?',
        };
        return folded == '?' ? char.ToLowerInvariant(c) : char.ToLowerInvariant(folded);
    }
}
