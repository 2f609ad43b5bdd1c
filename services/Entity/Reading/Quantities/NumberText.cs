using System.Globalization;
using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Quantities;

/// <summary>Numbers as text has them, in digits ("360,000", "1.5 million") and in words ("two hundred and six").</summary>
internal static partial class NumberText
{
    private const string UnitWord =
        "(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";

    private const string TensWord = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";

    private const string Below100 = "(?:" + TensWord + "(?:[- ]" + UnitWord + ")?|" + UnitWord + ")";

    private const string ScaleWord = "(?:hundred|thousand|million|billion|trillion)";

    private const string Half = "(?:half(?: an?| a)? (?:million|billion|dozen)|a quarter of a million|(?:one|two|three|four|five) and a half (?:million|billion))";

    /// <summary>Digits with separators of thousands and a decimal point.</summary>
    public const string DigitsPattern = @"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]{1,3}(?:[\u00A0\u202F ][0-9]{3})+(?![0-9,])|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)";

    /// <summary>Any number that <see cref="Parse"/> takes; to be matched without regard to case and not within a word.</summary>
    public const string Pattern =
        "(?:" + Half + "|" + DigitsPattern + "(?:[ \u00A0-]?(?:hundred|thousand|million|billion|trillion|mln|bn)(?![a-z]))?|"
        + "(?:an? |" + Below100 + "[ -])" + ScaleWord + "(?:(?:,? and |,? |-)" + Below100 + "|(?:,? and |,? |-)?" + ScaleWord + "){0,8}(?![a-z])|"
        + "(?:an? |" + UnitWord + " |half a )dozen(?!s)|" + Below100 + "(?![a-z]))";

    /// <summary>The value of a number; null when the text is none.</summary>
    public static double? Parse(string text)
    {
        var total = 0.0;
        var current = 0.0;
        var seen = false;
        foreach (Match match in Word().Matches(text.ToLowerInvariant()))
        {
            var word = match.Value;
            if (char.IsAsciiDigit(word[0]) || word[0] == '.')
            {
                if (!double.TryParse(Separators().Replace(word, ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var digits))
                    return null;
                current += digits;
            }
            else if (word is "a" or "an" or "and" or "of")
            {
                continue;
            }
            else if (word is "half" or "quarter")
            {
                current += word == "half" ? 0.5 : 0.25;
            }
            else if (Scale(word) is { } scale)
            {
                current = (current == 0 ? 1 : current) * scale;
                if (scale > 100)
                {
                    total += current;
                    current = 0;
                }
            }
            else if (Small(word) is { } small)
            {
                current += small;
            }
            else
            {
                return null;
            }
            seen = true;
        }
        return seen && double.IsFinite(total + current) ? total + current : null;
    }

    /// <summary>The factor of a word that multiplies what stands before it; null for other words.</summary>
    public static double? Scale(string word) => word switch
    {
        "dozen" => 12,
        "hundred" => 100,
        "thousand" => 1e3,
        "million" or "mln" or "m" => 1e6,
        "billion" or "bn" => 1e9,
        "trillion" => 1e12,
        _ => null,
    };

    private static readonly string[] Units =
    [
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen",
        "sixteen", "seventeen", "eighteen", "nineteen",
    ];

    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    private static double? Small(string word) =>
        Array.IndexOf(Units, word) is var unit and >= 0 ? unit
        : Array.IndexOf(Tens, word) is var ten and >= 0 ? (ten + 2) * 10
        : null;

    [GeneratedRegex(@"[a-z]+|" + DigitsPattern, RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"[,\u00A0\u202F ]", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();
}
