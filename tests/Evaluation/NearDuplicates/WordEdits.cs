using System.Globalization;
using System.Text.RegularExpressions;

namespace Truceline.Evaluation.NearDuplicates;

/// <summary>Edits within sentences.</summary>
internal static partial class WordEdits
{
    private static readonly (string British, string American)[] Spellings =
    [
        ("our ", "or "), ("isation", "ization"), ("ise ", "ize "), ("ised ", "ized "), ("ising ", "izing "), ("centre", "center"), ("defence", "defense"),
        ("metres", "meters"), ("programme", "program"), ("travelled", "traveled"), ("labour", "labor"), ("armoured", "armored"), ("neighbour", "neighbor"),
        ("towards", "toward"), ("whilst", "while"), ("grey", "gray"), ("per cent", "percent"), ("licence", "license"), ("litres", "liters"), ("cheque", "check"),
    ];

    private static readonly (string One, string Other)[] Synonyms =
    [
        ("said", "stated"), ("says", "states"), ("killed", "left dead"), ("about", "around"), ("officials", "authorities"), ("began", "started"), ("large", "big"),
        ("help", "assist"), ("show", "indicate"), ("people", "persons"), ("near", "close to"), ("also", "as well"), ("but", "however"), ("reported", "announced"),
        ("government", "administration"), ("children", "minors"), ("many", "numerous"), ("because", "since"), ("after", "following"), ("before", "prior to"),
        ("country", "nation"), ("found", "discovered"), ("area", "zone"), ("will", "is going to"), ("tell", "inform"), ("told", "informed"), ("however", "yet"),
        ("several", "a number of"), ("confirmed", "verified"), ("against", "versus"), ("died", "lost their lives"), ("more than", "over"), ("at least", "no fewer than"),
        ("was", "had been"), ("have", "had"), ("and", "as well as"), ("used", "employed"), ("need", "require"), ("new", "recent"), ("make", "produce"),
        ("support", "back"), ("important", "significant"), ("continue", "go on"), ("forces", "troops"), ("between", "among"), ("first", "initial"),
        ("according to", "as stated by"), ("yesterday", "on Tuesday"), ("today", "on Wednesday"), ("year", "twelve months"), ("think", "believe"), ("city", "town"),
    ];

    private static readonly (string From, string To)[] Letters =
    [
        ("kh", "h"), ("ou", "u"), ("ee", "i"), ("dj", "j"), ("sh", "ch"), ("q", "k"), ("aa", "a"), ("ss", "s"), ("ll", "l"), ("y", "i"), ("ei", "ey"), ("w", "v"),
        ("o", "u"), ("e", "a"), ("ph", "f"), ("z", "s"), ("ck", "k"), ("c", "k"),
    ];

    private static readonly string[] NumberWords =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fifteen", "twenty", "thirty", "forty", "fifty"];

    internal static bool Marks(Draft draft)
    {
        var style = draft.Random.Next(3);
        draft.Each(p => style switch
        {
            0 => OpenQuote().Replace(p, "\u201C").Replace('"', '\u201D').Replace('\'', '\u2019').Replace(" - ", " \u2014 ", StringComparison.Ordinal),
            1 => p.Replace('"', '\'').Replace("...", "\u2026", StringComparison.Ordinal).Replace(" ", "  ", StringComparison.Ordinal),
            _ => OpenQuote().Replace(p, "\u00AB\u00A0").Replace("\"", "\u00A0\u00BB", StringComparison.Ordinal).Replace("-", "\u2011", StringComparison.Ordinal),
        });
        return true;
    }

    internal static bool Spelling(Draft draft)
    {
        var american = draft.Chance(0.5);
        return Changed(draft, p => Spellings.Aggregate(p, (t, s) => american
            ? t.Replace(s.British, s.American, StringComparison.Ordinal)
            : t.Replace(s.American, s.British, StringComparison.Ordinal)));
    }

    /// <summary>Counts of killed, wounded, cases: some numbers rise, as words too.</summary>
    internal static bool Figures(Draft draft)
    {
        var share = draft.Any([0.3, 0.6, 1.0]);
        var left = draft.Random.Next(1, 5);
        return Changed(draft, p => SmallNumber().Replace(p, m =>
        {
            if (left == 0 || !draft.Chance(share))
            {
                return m.Value;
            }

            left--;
            return int.TryParse(m.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? (number + draft.Random.Next(1, 2 + (number / 4))).ToString(CultureInfo.InvariantCulture)
                : draft.Any(NumberWords);
        }));
    }

    /// <summary>One to three names, throughout.</summary>
    internal static bool Transliteration(Draft draft)
    {
        var names = draft.Paragraphs.SelectMany(p => Name().Matches(p)).Select(m => m.Value).Distinct().Where(n => n.Length > 4).ToArray();
        var changed = false;
        for (var i = draft.Random.Next(1, 4); i > 0 && names.Length > 0; i--)
        {
            var name = draft.Any(names);
            var fits = Letters.Where(l => name[1..].Contains(l.From, StringComparison.Ordinal)).ToArray();
            var other = fits.Length > 0 && draft.Any(fits) is var letters ? name[0] + name[1..].Replace(letters.From, letters.To, StringComparison.Ordinal) : name + "h";
            changed |= Changed(draft, p => p.Replace(name, other, StringComparison.Ordinal));
        }

        return changed;
    }

    /// <summary>A few sentences get other words and another order.</summary>
    internal static bool Reword(Draft draft) => Reword(draft, draft.Any([0.1, 0.2, 0.3]));

    /// <summary>A word here and there, all through the text.</summary>
    internal static bool LightEdit(Draft draft)
    {
        var before = string.Join('\n', draft.Paragraphs);
        draft.EachSentence(0.5, s => Other(draft, s, 1));
        return before != string.Join('\n', draft.Paragraphs);
    }

    /// <summary>Typing errors and their corrections.</summary>
    internal static bool Typos(Draft draft)
    {
        draft.EachSentence(0.15, s =>
        {
            var at = draft.Random.Next(0, s.Length);
            return char.IsLetter(s[at]) ? s.Remove(at, 1) : s;
        });
        return true;
    }

    internal static bool LineBreaks(Draft draft)
    {
        var width = draft.Random.Next(40, 80);
        draft.Each(p => Regex.Replace(p, $"(.{{{width},}}?) ", "$1\n"));
        return true;
    }

    private static bool Reword(Draft draft, double share)
    {
        var before = string.Join('\n', draft.Paragraphs);
        draft.EachSentence(share, s =>
        {
            var other = Other(draft, s, draft.Random.Next(2, 5));
            if (draft.Chance(0.4) && LastPhrase().Match(other) is { Success: true } phrase)
            {
                other = $"{char.ToUpperInvariant(phrase.Value[1])}{phrase.Value[2..^1]}, {char.ToLowerInvariant(other[0])}{other[1..phrase.Index]}.";
            }

            if (draft.Chance(0.3))
            {
                other = Adverb().Replace(other, " ");
            }

            return other;
        });
        return before != string.Join('\n', draft.Paragraphs);
    }

    private static string Other(Draft draft, string sentence, int changes)
    {
        foreach (var (one, other) in Synonyms.OrderBy(_ => draft.Random.Next()).Where(s => sentence.Contains($" {s.One} ", StringComparison.Ordinal)).Take(changes))
        {
            sentence = new Regex($" {one} ").Replace(sentence, $" {other} ", 1);
        }

        return sentence;
    }

    private static bool Changed(Draft draft, Func<string, string> change)
    {
        var before = string.Join('\n', draft.Paragraphs);
        draft.Each(change);
        return before != string.Join('\n', draft.Paragraphs);
    }

    [GeneratedRegex("\"(?=\\w)")]
    private static partial Regex OpenQuote();

    [GeneratedRegex(@"(?<![\d.,:/-])\b(\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)\b(?![\d.,:/-])")]
    private static partial Regex SmallNumber();

    [GeneratedRegex(@"(?<=[a-z,] )[A-Z][a-z]{3,}\b")]
    private static partial Regex Name();

    [GeneratedRegex(@" (in|on|at|after|during|since|by) [^,.]{8,60}\.$")]
    private static partial Regex LastPhrase();

    [GeneratedRegex(@" (also|very|recently|currently|already|still|now|just|only|reportedly|apparently) ")]
    private static partial Regex Adverb();
}
