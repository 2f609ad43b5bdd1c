using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Truceline.Entity.Reading.Quantities;

/// <summary>What a word does within a number.</summary>
internal enum NumberRole : byte
{
    None,
    Unit,
    Teen,
    Tens,
    Hundred,
    Scale,
    Dozen,
    Ordinal,
    Half,
    Article,
    And,
    Point,
    Minus,
    Ratio,
    Of,
    Vague,
}

/// <summary>The words that numbers are made of. Look-ups take spans and ignore case.</summary>
internal static class NumberWords
{
    private const int LongestWord = 12;

    private static readonly FrozenDictionary<string, (NumberRole Role, double Value)>.AlternateLookup<ReadOnlySpan<char>> Known =
        Words().ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Role and value of a word; none for words that belong to no number.</summary>
    public static (NumberRole Role, double Value) Of(ReadOnlySpan<char> word)
    {
        if (word.Length is 0 or > LongestWord)
            return default;
        Span<char> lower = stackalloc char[LongestWord];
        return Ascii.ToLower(word, lower, out var length) == OperationStatus.Done && Known.TryGetValue(lower[..length], out var known) ? known : default;
    }

    /// <summary>Whether a number may begin with the word.</summary>
    public static bool MayBegin(NumberRole role) => role is NumberRole.Unit or NumberRole.Teen or NumberRole.Tens or NumberRole.Half or NumberRole.Article or NumberRole.Vague;

    /// <summary>The factor that letters after digits stand for ("2.5bn"); 0 for others.</summary>
    public static double Suffix(ReadOnlySpan<char> letters) => letters switch
    {
        "k" or "K" => 1e3,
        "M" or "mn" or "mln" or "mil" or "MM" => 1e6,
        "b" or "bn" or "bln" or "B" or "G" => 1e9,
        "tn" or "tln" or "trn" => 1e12,
        _ => 0,
    };

    private static Dictionary<string, (NumberRole, double)> Words()
    {
        var words = new Dictionary<string, (NumberRole, double)>(StringComparer.Ordinal);
        Numbered(NumberRole.Unit, 0, 1, "zero|nought|naught one two three four five six seven eight nine");
        Numbered(NumberRole.Teen, 10, 1, "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
        Numbered(NumberRole.Tens, 20, 10, "twenty thirty forty|fourty fifty sixty seventy eighty ninety");
        Numbered(NumberRole.Hundred, 100, 1, "hundred");
        Numbered(NumberRole.Dozen, 12, 1, "dozen|dozens|doz|dozs|dz|dzs");
        foreach (var (name, value) in new[] { ("thousand", 1e3), ("lakh", 1e5), ("lakhs", 1e5), ("million", 1e6), ("crore", 1e7), ("crores", 1e7), ("billion", 1e9), ("milliard", 1e9), ("trillion", 1e12), ("mln", 1e6), ("mil", 1e6), ("bn", 1e9), ("bln", 1e9), ("tln", 1e12) })
            words[name] = (NumberRole.Scale, value);
        Ordinals("third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth", 3, 1);
        Ordinals("thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth", 30, 10);
        Ordinals("thousandth", 1e3, 0);
        Ordinals("millionth", 1e6, 0);
        Ordinals("billionth", 1e9, 0);
        Ordinals("trillionth", 1e12, 0);
        Numbered(NumberRole.Ordinal, 1, 0, "first|firsts");
        Numbered(NumberRole.Ordinal, 2, 0, "seconds");
        Numbered(NumberRole.Half, 2, 0, "half|halves");
        Numbered(NumberRole.Half, 4, 0, "quarter|quarters");
        Numbered(NumberRole.Article, 1, 0, "a|an");
        Numbered(NumberRole.And, 0, 0, "and");
        Numbered(NumberRole.Point, 0, 0, "point");
        Numbered(NumberRole.Minus, 0, 0, "minus|negative");
        Numbered(NumberRole.Ratio, 0, 0, "over|out|in");
        Numbered(NumberRole.Of, 0, 0, "of");
        foreach (var (name, value) in new[] { ("tens", 10.0), ("scores", 20), ("hundreds", 100), ("thousands", 1e3), ("millions", 1e6), ("billions", 1e9) })
            words[name] = (NumberRole.Vague, value);
        return words;

        void Ordinals(string names, double first, double step)
        {
            foreach (var name in names.Split(' '))
            {
                words[name] = words[name + "s"] = (NumberRole.Ordinal, first);
                first += step;
            }
        }

        void Numbered(NumberRole role, double first, double step, string names)
        {
            foreach (var group in names.Split(' '))
            {
                foreach (var name in group.Split('|'))
                    words[name] = (role, first);
                first += step;
            }
        }
    }
}
