using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Truceline.Entity.Reading.Times;

/// <summary>The words that expressions of time are made of. Look-ups take spans and ignore case.</summary>
internal static class Lexicon
{
    private const int LongestWord = 14;

    private static readonly FrozenDictionary<string, (Lex Kind, int Value)>.AlternateLookup<ReadOnlySpan<char>> Known =
        Words().ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    // By the first letter, a bit for each length that a known word has.
    private static readonly int[] LengthsByFirst = Lengths();

    /// <summary>What a run of letters is; <see cref="Lex.Other"/> when it is none of them.</summary>
    public static (Lex Kind, int Value) Of(ReadOnlySpan<char> letters)
    {
        // Most words of a text are none: their length and first letter tell.
        if (letters.Length is 0 or > LongestWord || (letters[0] | 0x20) is var first && (first is < 'a' or > 'z' || (LengthsByFirst[first - 'a'] & (1 << letters.Length)) == 0))
            return default;
        Span<char> lower = stackalloc char[LongestWord];
        return Ascii.ToLower(letters, lower, out var length) == OperationStatus.Done && Known.TryGetValue(lower[..length], out var known) ? known : default;
    }

    /// <summary>Whether a sentence that holds such a word may speak of a time.</summary>
    public static bool IsTrigger(Lex kind, int value) => kind switch
    {
        Lex.Month or Lex.Weekday or Lex.Unit or Lex.Season or Lex.Near or Lex.Decade or Lex.Thousand => true,
        Lex.Cardinal => value is 19 or 20,
        Lex.Word => (W)value is W.EndOfYear or W.EndOfMonth or W.YearToDate or W.Date or W.Night,
        _ => false,
    };

    private static int[] Lengths()
    {
        var lengths = new int['z' - 'a' + 1];
        foreach (var word in Words().Keys)
            lengths[word[0] - 'a'] |= 1 << word.Length;
        return lengths;
    }

    private static Dictionary<string, (Lex, int)> Words()
    {
        var words = new Dictionary<string, (Lex, int)>(StringComparer.Ordinal);
        Numbered(Lex.Month, 1, 1, "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec");
        Numbered(Lex.Weekday, 0, 1, "sunday|sun monday|mon tuesday|tue|tues wednesday|wed|weds thursday|thu|thur|thurs friday|fri saturday|sat");
        Numbered(Lex.Cardinal, 0, 1, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
        Numbered(Lex.Cardinal, 20, 10, "twenty thirty forty fifty sixty seventy eighty ninety");
        Numbered(Lex.Ordinal, 1, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
            + "seventeenth eighteenth nineteenth twentieth");
        Numbered(Lex.Ordinal, 20, 10, "twentieth thirtieth");
        Numbered(Lex.Decade, 0, 1, "noughties");
        Numbered(Lex.Decade, 20, 10, "twenties thirties forties fifties sixties seventies eighties nineties");
        Numbered(Lex.Hundred, 100, 1, "hundred");
        Numbered(Lex.Thousand, 1000, 1, "thousand");
        Numbered(Lex.Unit, 0, 1, "hour|hours|hr|hrs day|days weekend|weekends week|weeks|wk|wks|workweek fortnight|fortnights month|months quarter|quarters half year|years|yr|yrs "
            + "decade|decades century|centuries");
        Numbered(Lex.Season, 0, 1, "spring summer autumn|fall winter");
        Numbered(Lex.Near, -1, 1, "yesterday today|tonight tomorrow|tmr");
        Numbered(Lex.Near, Grammar.Overnight, 1, "overnight");
        Numbered(Lex.Step, 0, 1, "last past previous next|subsequent coming following upcoming|forthcoming this current|present same that");
        Numbered(Lex.Part, 1, 1, "early mid late start|beginning middle|midst end");
        Numbered(Lex.Word, 1, 1, "the a|an of in on at to until|till|til through|thru|thro and or between from since before after by ago later earlier within now starting|commencing|effective "
            + "for during couple few|several business|working|weekday|workday calendar fiscal|school|financial|academic|fy|sy than no not as more|over greater|larger less date time "
            + "rest|remainder|remaining prior hence ending s throughout|thoughout around|about|circa eoy eom ytd all|whole up night is only");
        return words;

        void Numbered(Lex kind, int first, int step, string names)
        {
            foreach (var group in names.Split(' '))
            {
                foreach (var name in group.Split('|'))
                    words[name] = (kind, first);
                first += step;
            }
        }
    }
}
