using System.Buffers;
using System.Collections.Frozen;
using System.Numerics;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Header;

/// <summary>
/// Guesses the language of a text: by its script, and in Latin script by the commonest words, the letters that a language writes and others don't, and
/// Turkish endings after an apostrophe. Names are no evidence, so words with a capital count only at the start of a sentence; a single foreign word is
/// none either, so that a short text is not taken for another language.
/// </summary>
internal static class LanguageGuess
{
    private const int TokensRead = 600;
    private const double LeastShare = 0.08;
    private const int LeastForeign = 2;
    private const int LongestStopword = 6;
    private const char LastLatin = '\u024F';

    private const string Supported = "en";

    private static readonly SearchValues<char> UkrainianLetters = SearchValues.Create("іїєґІЇЄҐ");

    private static readonly string[] Tags = ["en", "fr", "es", "pt", "de", "it", "tr"];

    /// <summary>Lower-case letters beyond ASCII of each language, in the order of the tags.</summary>
    private static readonly string[] Letters = ["", "éèêëàâçùûîïôœ", "ñáéíóúü", "ãõçáéíóúâêà", "äöüß", "àèéìòù", "ğışçöü"];

    /// <summary>The commonest words, each with a bit for every language that has it.</summary>
    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Stopwords = Words(
        "the of and to in that a is was for on with by at from as has have it said says are were be been not which no more than over under less some two near this these their they he she who will "
            + "would one all after before but or an into out about between during since had his her its other people per killed wounded",
        "le la les des et du une dans que qui pour sur au est sont par avec pas ce il aux un ont a été",
        "el la los las de y en que del un una por con para se al su no es lo",
        "o os as de e em que do da um uma por com para se ao não dos das foi",
        "der die das und in den von zu mit ist im für auf des dem ein eine nicht sich auch",
        "il di che la e in un per del una con non sono della dei le al gli è nel",
        "ve bir bu için ile de da olarak olan daha çok sonra kadar gibi ise dedi iki üç değil göre").ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly (char From, char To, string Tag)[] Scripts =
    [
        ('\u0370', '\u03FF', "el"), ('\u0400', '\u04FF', "ru"), ('\u0530', '\u058F', "hy"), ('\u0590', '\u05FF', "he"), ('\u0600', '\u06FF', "ar"),
        ('\u0900', '\u097F', "hi"), ('\u1000', '\u109F', "my"), ('\u10A0', '\u10FF', "ka"), ('\u1200', '\u137F', "am"), ('\u3040', '\u30FF', "ja"),
        ('\u4E00', '\u9FFF', "zh"), ('\uAC00', '\uD7AF', "ko"),
    ];

    /// <summary>The languages whose commonest words hold a word: a bit for each; 0 for none.</summary>
    public static int LanguagesOf(ReadOnlySpan<char> word) => word.Length <= LongestStopword && Stopwords.TryGetValue(word, out var languages) ? languages : 0;

    /// <summary>BCP 47 tag; "und" when neither script nor words tell.</summary>
    public static string Of(SegmentedText text)
    {
        Span<int> counts = stackalloc int[Tags.Length];
        Span<int> scripts = stackalloc int[Scripts.Length + 1];
        var (words, isUkrainian, isPersian) = (0, false, false);
        var known = text.Words;
        var last = Math.Min(text.Tokens.Count, TokensRead);
        for (var i = 0; i < last; i++)
        {
            var (span, kind) = text.Tokens[i];
            if (kind != TokenKind.Word)
                continue;
            words++;
            var word = text.Text.AsSpan(span.Start, span.Length);
            var script = ScriptOf(word[0]);
            scripts[script + 1]++;
            isUkrainian |= script >= 0 && word.ContainsAny(UkrainianLetters);
            isPersian |= script >= 0 && word.ContainsAny("پچژگ");
            if (script < 0)
                Count(text, i, word, known[i].Languages, counts);
        }
        if (words == 0)
            return "und";
        var main = IndexOfMax(scripts) - 1;
        if (main >= 0)
            return (Scripts[main].Tag, isUkrainian, isPersian) switch { ("ru", true, _) => "uk", ("ar", _, true) => "fa", var (tag, _, _) => tag };
        var best = IndexOfMax(counts);
        if (best > 0 && counts[best] < LeastForeign)
            best = 0;
        return counts[best] > 0 && counts[best] >= words * LeastShare ? Tags[best] : "und";
    }

    /// <summary>Counts what a word in Latin script says for each language.</summary>
    private static void Count(SegmentedText text, int token, ReadOnlySpan<char> word, int languages, Span<int> counts)
    {
        if (TurkishEnding(word))
        {
            counts[^1]++;
            return;
        }
        // "Rio de la Plata", "UN", "37 E": names and codes are written alike in any language.
        if (char.IsUpper(word[0]))
        {
            var isOpening = token == 0 || text.SentenceOf(token) != text.SentenceOf(token - 1);
            var isCode = char.IsUpper(word[^1]) && (word.Length > 1 || !isOpening);
            if (isCode ? word.Length < 3 || !IsShouted(text, token) : !isOpening)
                return;
        }
        else if (languages == 0 && word.ContainsAnyExceptInRange('\0', '\u007F'))
        {
            languages = Accented(word);
        }
        for (var rest = (uint)languages; rest != 0; rest &= rest - 1)
            counts[BitOperations.TrailingZeroCount(rest)]++;
    }

    /// <summary>Whether the reader knows the language; where it could not be told, whether the text is in its script.</summary>
    public static bool IsSupported(string language, SegmentedText text)
    {
        if (language != "und")
            return language.Equals(Supported, StringComparison.OrdinalIgnoreCase) || language.StartsWith(Supported + "-", StringComparison.OrdinalIgnoreCase);
        var (latin, words) = (0, 0);
        for (var i = 0; i < Math.Min(text.Tokens.Count, TokensRead); i++)
        {
            if (text.Tokens[i].Kind != TokenKind.Word)
                continue;
            words++;
            latin += text.Text[text.Tokens[i].Span.Start] <= LastLatin ? 1 : 0;
        }
        return latin * 2 >= words;
    }

    /// <summary>A bit for every language that writes all letters beyond ASCII of a word.</summary>
    private static int Accented(ReadOnlySpan<char> word)
    {
        var languages = 0;
        for (var language = 1; language < Letters.Length; language++)
        {
            var isOwn = true;
            foreach (var c in word)
                isOwn &= c < 128 || c is '’' || Letters[language].Contains(c, StringComparison.Ordinal);
            languages |= isOwn ? 1 << language : 0;
        }
        return languages;
    }

    /// <summary>"İdlib'de", "Eylül’den": a case ending after a name.</summary>
    private static bool TurkishEnding(ReadOnlySpan<char> word)
    {
        if (!char.IsUpper(word[0]))
            return false;
        var mark = word.LastIndexOfAny('\'', '’');
        return mark > 1
            && word[(mark + 1)..] is "de" or "da" or "te" or "ta" or "den" or "dan" or "ten" or "tan" or "nin" or "nın" or "nun" or "nün" or "in" or "ın" or "un" or "ün" or "ye" or "ya" or "yi" or "yı" or "deki" or "daki";
    }

    /// <summary>Whether the sentence of a token is in capitals, so that they are no sign of a name.</summary>
    private static bool IsShouted(SegmentedText text, int token)
    {
        var sentence = text.Sentences[text.SentenceOf(token)];
        for (var i = Math.Max(sentence.FirstToken, token - 8); i < Math.Min(sentence.EndToken, token + 8); i++)
        {
            if (text.Tokens[i].Kind == TokenKind.Word && char.IsLower(text.Text[text.Tokens[i].Span.End - 1]))
                return false;
        }
        return true;
    }

    private static int IndexOfMax(ReadOnlySpan<int> counts)
    {
        var best = 0;
        for (var i = 1; i < counts.Length; i++)
            best = counts[i] > counts[best] ? i : best;
        return best;
    }

    /// <summary>Index of the script of a letter; -1 for Latin and those that are not listed.</summary>
    private static int ScriptOf(char c)
    {
        for (var i = 0; c > LastLatin && i < Scripts.Length; i++)
        {
            if (c >= Scripts[i].From && c <= Scripts[i].To)
                return i;
        }
        return -1;
    }

    private static Dictionary<string, int> Words(params ReadOnlySpan<string> lists)
    {
        var words = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < lists.Length; i++)
        {
            foreach (var word in lists[i].Split(' '))
                words[word] = words.GetValueOrDefault(word) | 1 << i;
        }
        return words;
    }
}
