namespace Truceline.Entity.Reading.Places;

/// <summary>
/// The rules that make spellings of one name alike, word by word. <em>Loose</em>: letters that transliterations from Arabic, Persian, Hebrew,
/// Cyrillic, Armenian, Turkic and Ethiopic scripts write in several ways become one letter, and final vowels fall ("Sheikhoun", "Shaykhun",
/// "Cheikhoun"; "Zolote", "Zolotoye"). <em>Skeleton</em>: of the loose word the consonants alone ("Mhardeh", "Maharda"; "Luhansk", "Lugansk").
/// </summary>
internal static class NameFolding
{
    /// <summary>Longest loose word; what is longer is cut.</summary>
    public const int LongestWord = 48;

    private const int ShortestStem = 3;

    // Articles as Arabic and Hebrew names carry them, assimilated forms included, and the English one.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Articles = new HashSet<string>(StringComparer.Ordinal)
    {
        "al", "el", "ul", "ad", "ash", "ar", "as", "at", "an", "az", "ed", "ez", "es", "esh", "er", "et", "en", "adh", "ath", "eth", "edh", "the",
    }.GetAlternateLookup<ReadOnlySpan<char>>();

    // Cyrillic U+0430..U+045F, then Ukrainian ghe; several letters stand in one cell.
    private static readonly string[] Cyrillic =
        ("a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh sh - y - e iu ia "
        + "e e d g e z i i j l n ch k i u j").Split(' ');

    /// <summary>Whether a strict word is an article, which loose keys leave out.</summary>
    public static bool IsArticle(ReadOnlySpan<char> strictWord) => strictWord.Length is 2 or 3 && Articles.Contains(strictWord);

    /// <summary>Writes the loose form of one word and returns its length; at most <see cref="LongestWord"/> characters are written.</summary>
    /// <param name="word">A word of a name, as it stands in the text or as a strict key; characters that are no letter or digit are passed over.</param>
    /// <param name="loose">Where it goes; must hold <see cref="LongestWord"/> characters.</param>
    public static int Loose(ReadOnlySpan<char> word, Span<char> loose)
    {
        Span<char> letters = stackalloc char[LongestWord * 2];
        letters = letters[..Letters(word, letters)];
        var length = 0;
        for (var i = 0; i < letters.Length && length < LongestWord;)
        {
            var (folded, taken) = FoldAt(letters, i);
            i += taken;
            if (folded != '\0' && (length == 0 || loose[length - 1] != folded || char.IsDigit(folded)))
                loose[length++] = folded;
        }
        while (length > ShortestStem && IsVowel(loose[length - 1]))
            length--;
        return length;
    }

    /// <summary>Turns a loose key into its skeleton in place and returns the length: an opening vowel, then consonants.</summary>
    public static int Skeleton(Span<char> key)
    {
        var length = 0;
        for (var i = 0; i < key.Length; i++)
        {
            var c = key[i] switch
            {
                'a' or 'i' or 'u' when i > 0 => '\0',
                'a' or 'i' or 'u' => 'a',
                'g' => 'h',
                'v' => 'f',
                'p' => 'b',
                var other => other,
            };
            if (c != '\0' && (length == 0 || key[length - 1] != c))
                key[length++] = c;
        }
        return length;
    }

    /// <summary>The letter that stands for those at an index, '\0' for none, and how many it stands for.</summary>
    private static (char Folded, int Taken) FoldAt(ReadOnlySpan<char> s, int i)
    {
        var next = i + 1 < s.Length ? s[i + 1] : '\0';
        var third = i + 2 < s.Length ? s[i + 2] : '\0';
        switch (s[i])
        {
            case 's': return ('s', next == 'c' && third == 'h' ? 3 : next is 'h' or 'z' ? 2 : 1);
            case 'c':
                return next is 'h' or 'z' ? ('s', 2) : next == 'k' ? ('k', 2) : (next is 'e' or 'i' or 'y' ? 's' : 'k', 1);
            case 't':
                if (next is 's' or 'c' && third is 'c' or 'h')
                    return ('s', third == 'c' ? 4 : 3);
                return next is 's' or 'z' ? ('s', 2) : ('t', next == 'h' ? 2 : 1);
            case 'k': return next == 'h' ? ('h', 2) : ('k', 1);
            case 'q': return ('k', 1);
            case 'g': return ('g', next == 'h' ? 2 : 1);
            case 'd':
                return next == 'j' ? ('j', 2) : next == 'z' && third == 'h' ? ('j', 3) : ('d', next == 'h' ? 2 : 1);
            case 'z': return next == 'h' ? ('j', 2) : ('z', 1);
            case 'p': return next == 'h' ? ('f', 2) : ('p', 1);
            case 'w': return (next == '\0' || IsVowelLetter(next) ? 'v' : 'u', 1);
            case 'h': return (next == '\0' && i > 0 && IsVowelLetter(s[i - 1]) ? '\0' : 'h', 1);
            case 'a':
                if (next is 'y' or 'i' or 'e')
                    return ('i', 2);
                return next == 'u' || (next == 'w' && third != '\0' && !IsVowelLetter(third)) ? ('u', 2) : ('a', 1);
            case 'e' or 'i' or 'y': return ('i', 1);
            case 'o' or 'u': return ('u', 1);
            default: return (s[i], 1);
        }
    }

    /// <summary>Letters and digits of a word in lower case and Latin script, without diacritics.</summary>
    private static int Letters(ReadOnlySpan<char> word, Span<char> letters)
    {
        var length = 0;
        foreach (var c in word)
        {
            if (length + 2 >= letters.Length)
                break;
            if (c is >= 'a' and <= 'z')
                letters[length++] = c;
            else if (c < '\u0080' ? char.IsAsciiLetterOrDigit(c) : char.IsLetterOrDigit(c) && !NameKey.IsModifier(c))
                length += Letter(c, letters[length..]);
            else if (char.IsSurrogate(c))
                letters[length++] = c;
        }
        return length;
    }

    private static int Letter(char c, Span<char> letters)
    {
        var lower = char.ToLowerInvariant(c);
        if (lower is >= 'а' and <= 'џ' or 'ґ')
        {
            var cell = lower == 'ґ' ? "g" : Cyrillic[lower - 'а'];
            if (cell == "-")
                return 0;
            cell.CopyTo(letters);
            return cell.Length;
        }
        // What the diacritic makes of the letter, where it makes another sound of it.
        letters[0] = lower switch
        {
            'ç' or 'č' or 'ć' or 'ĉ' => 's',
            'ž' or 'ż' or 'ź' or 'ĵ' => 'j',
            _ => NameKey.Base(lower),
        };
        return 1;
    }

    private static bool IsVowelLetter(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

    private static bool IsVowel(char loose) => loose is 'a' or 'i' or 'u';
}
