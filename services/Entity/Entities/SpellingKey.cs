using System.Text;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Entities;

/// <summary>
/// Keys under which spellings of one name meet that differ as transliterations do: "Sergei" and "Sergey", "Hodeida" and "al-Hudaydah", "Lavrow" and "Lavrov". Ids of entities are made
/// of them, so what they fold must never change. Pure.
/// </summary>
internal static class SpellingKey
{
    private static readonly HashSet<string> Articles =
        ["al", "el", "ul", "ad", "ash", "ar", "as", "at", "an", "az", "ed", "ez", "es", "esh", "er", "et", "en", "adh", "ath", "eth", "the"];

    /// <summary>The key of a whole name, without spaces and Arabic articles.</summary>
    internal static string OfName(string name)
    {
        var words = NameKey.Strict(name).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kept = words.Length == 1 ? words : [.. words.Where(w => !Articles.Contains(w))];
        return OfWord(string.Concat(kept.Length == 0 ? words : kept));
    }

    /// <summary>The key of a word that is folded already: vowels that are written for each other, doubled letters and silent endings are alike.</summary>
    internal static string OfWord(string word)
    {
        var key = new StringBuilder(word.Length);
        for (var i = 0; i < word.Length; i++)
        {
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            var letter = word[i] switch
            {
                'a' when next is 'y' or 'i' or 'e' => Skip(ref i, 'i'),
                'a' when next is 'w' or 'u' => Skip(ref i, 'u'),
                'e' or 'i' or 'y' => 'i',
                'o' or 'u' => 'u',
                'q' => 'k',
                'w' => 'v',
                'h' when i > 0 && (IsSilentEnd(i, word) || word[i - 1] is 'd' or 't' or 'g') => '\0',
                var c => c,
            };
            if (letter != '\0' && (key.Length == 0 || key[^1] != letter || char.IsDigit(letter)))
            {
                key.Append(letter);
            }
        }

        return key.ToString();
    }

    private static char Skip(ref int index, char letter)
    {
        index++;
        return letter;
    }

    private static bool IsSilentEnd(int index, string word) => index == word.Length - 1 && word[index - 1] is 'a' or 'e' or 'i';
}
