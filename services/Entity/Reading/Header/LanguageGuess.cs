using System.Collections.Frozen;
using Truceline.Entity.Reading.Text;

namespace Truceline.Entity.Reading.Header;

/// <summary>Guesses the language of a text: by its script, and in Latin script by the commonest words.</summary>
internal static class LanguageGuess
{
    private const int TokensRead = 600;
    private const double LeastShare = 0.08;

    private static readonly (string Tag, FrozenSet<string> Words)[] Stopwords =
    [
        ("en", Set("the of and to in that a is was for on with by at from as has have it said are were be not which")),
        ("fr", Set("le la les des et du une dans que qui pour sur au est par avec pas ce il aux")),
        ("es", Set("el la los las de y en que del un una por con para se al su no es lo")),
        ("pt", Set("o os as de e em que do da um uma por com para se ao não dos das foi")),
        ("de", Set("der die das und in den von zu mit ist im für auf des dem ein eine nicht sich auch")),
        ("it", Set("il di che la e in un per del una con non sono della dei le al gli è nel")),
        ("tr", Set("ve bir bu için ile de da olarak olan daha çok sonra kadar gibi ise dedi")),
    ];

    private static readonly (char From, char To, string Tag)[] Scripts =
    [
        ('\u0370', '\u03FF', "el"), ('\u0400', '\u04FF', "ru"), ('\u0530', '\u058F', "hy"), ('\u0590', '\u05FF', "he"), ('\u0600', '\u06FF', "ar"),
        ('\u0900', '\u097F', "hi"), ('\u1000', '\u109F', "my"), ('\u10A0', '\u10FF', "ka"), ('\u1200', '\u137F', "am"), ('\u3040', '\u30FF', "ja"),
        ('\u4E00', '\u9FFF', "zh"), ('\uAC00', '\uD7AF', "ko"),
    ];

    /// <summary>BCP 47 tag; "und" when neither script nor words tell.</summary>
    public static string Of(SegmentedText text)
    {
        var words = text.Tokens.Take(TokensRead).Where(t => t.Kind == TokenKind.Word).Select(t => text.TextOf(t).ToLowerInvariant()).ToList();
        if (words.Count == 0)
            return "und";
        var script = words.GroupBy(w => ScriptOf(w[0])).MaxBy(g => g.Count())!.Key;
        if (script == "ru")
            return words.Any(w => w.AsSpan().ContainsAny("іїєґ")) ? "uk" : "ru";
        if (script == "ar")
            return words.Any(w => w.AsSpan().ContainsAny("پچژگ")) ? "fa" : "ar";
        if (script != "")
            return script;
        var (tag, count) = Stopwords.Select(s => (s.Tag, Count: words.Count(s.Words.Contains))).MaxBy(s => s.Count);
        return count >= words.Count * LeastShare ? tag : "und";
    }

    private static string ScriptOf(char c)
    {
        foreach (var (from, to, tag) in Scripts)
        {
            if (c >= from && c <= to)
                return tag;
        }
        return "";
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
