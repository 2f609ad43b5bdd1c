using System.Text.RegularExpressions;

namespace Truceline.Entity.Reading.Quantities;

/// <summary>A number, a range or a bound as it stands in a text, before it is known what it counts.</summary>
/// <param name="Span">From the word of bound, where there is one, to the end of the last number.</param>
/// <param name="Low">Least value; null when open below.</param>
/// <param name="High">Greatest value; null when open above.</param>
/// <param name="Currency">ISO 4217 code of the sign before the number; null when there is none.</param>
/// <param name="IsWord">A small number in letters ("two"), which often goes with a definite article and counts nothing new.</param>
internal sealed record Amount(TextSpan Span, double? Low, double? High, string? Currency, bool IsWord)
{
    /// <summary>The least value, or the bound above where there is no other.</summary>
    public double Least => Low ?? High ?? 0;
}

/// <summary>Finds the numbers of a text with their bounds. Codes ("S-300", "M4"), ordinals, times and fractions are none.</summary>
internal static partial class Amounts
{
    /// <summary>The first amount at or after a position; null when there is none.</summary>
    public static Amount? Next(string text, int from)
    {
        for (var match = Pattern().Match(text, Math.Min(from, text.Length)); match.Success; match = match.NextMatch())
        {
            if (match.Index >= from && Of(text, match) is { } amount)
                return amount;
        }
        return null;
    }

    private static Amount? Of(string text, Match match)
    {
        var end = match.Index + match.Length;
        if (IsCode().IsMatch(text[Math.Max(0, match.Index - 60)..match.Index]) || (end < text.Length && Continues(text, end)))
            return null;
        var currency = Currency(match.Groups["cur"].Value);
        var bound = match.Groups["bound"].Value.ToLowerInvariant();
        var start = match.Groups["bound"].Success ? match.Index : match.Groups["cur"].Success ? match.Groups["cur"].Index : StartOfNumber(match);
        var span = new TextSpan(start, end);
        if (match.Groups["vague"].Success)
            return new Amount(span, Vague(match.Groups["vague"].Value.ToLowerInvariant()), null, null, IsWord: false);
        var first = Valued(match.Groups["n"].Value, match.Groups["mag"].Value);
        var second = match.Groups["n2"].Success ? Valued(match.Groups["n2"].Value, match.Groups["mag2"].Value) : null;
        if (first is null || (match.Groups["n2"].Success && second is null))
            return null;
        if (second is { } high)
        {
            var low = Shared(first.Value, match.Groups["n2"].Value + match.Groups["mag2"].Value, high);
            return low < high ? new Amount(span, low, high, currency, IsWord: false) : null;
        }
        var more = match.Groups["more"].Value.ToLowerInvariant();
        var isWord = char.IsLetter(match.Groups["n"].Value[0]) && first <= 12;
        return (bound, more) switch
        {
            _ when LowBound().IsMatch(bound) || more.Contains("more", StringComparison.Ordinal) || more is "+" or "-plus" =>
                new Amount(span, first, null, currency, isWord),
            _ when HighBound().IsMatch(bound) || more.Length > 0 => new Amount(span, null, first, currency, isWord),
            _ => new Amount(span, first, first, currency, isWord),
        };
    }

    private static int StartOfNumber(Match match) => match.Groups["vague"].Success ? match.Groups["vague"].Index : match.Groups["n"].Index;

    private static double? Valued(string number, string magnitude) =>
        NumberText.Parse(number) is { } value ? value * (magnitude.ToLowerInvariant() switch { "m" => 1e6, "k" => 1e3, "bn" => 1e9, _ => 1 }) : null;

    /// <summary>"2 to 3 million": the scale of the second number is the first's as well.</summary>
    private static double Shared(double low, string second, double high)
    {
        var scale = ScaleAtEnd().Match(second) is { Success: true } match ? NumberText.Scale(match.Value.ToLowerInvariant()) ?? 1 : 1;
        return scale > 1 && low < 1000 && low * scale < high ? low * scale : low;
    }

    /// <summary>The least that a vague plural can mean: two of its kind.</summary>
    private static double? Vague(string words)
    {
        var value = 2.0;
        foreach (Match match in VagueWord().Matches(words))
            value *= match.Value switch { "tens" => 10, "dozens" => 12, "scores" => 20, "hundreds" => 100, "thousands" => 1e3, "millions" => 1e6, _ => 1 };
        return value;
    }

    private static bool Continues(string text, int end) =>
        (text[end] is '.' or ',' or ':' or '/' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1])) || char.IsAsciiDigit(text[end]) || text[end] == '°'
        || text[end] == '^' || (text[end] is '-' or '–' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]));

    private static string? Currency(string sign) => sign switch
    {
        "" => null,
        "€" => "EUR",
        "£" => "GBP",
        _ => "USD",
    };

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string S = @"(?:[ \t\u00A0\u202F]{1,2}|[ \t]?\r?\n)";

    private const string Low =
        "(?:more than|over|at least|upwards? of|in excess of|(?:no|not) (?:fewer|less) than|a minimum of|exceeding|greater than|above)";

    private const string High =
        "(?:up to|fewer than|less than|under|at most|(?:no|not) more than|a maximum of|as (?:many|much) as|below|not exceeding|within)";

    private const string Near = "(?:about|around|some|nearly|almost|roughly|approximately|close to|just over|just under)";

    private const string Magnitude = @"(?:(?<=[0-9])(?<mag>(?:k|bn|m(?=[ \u00A0](?:people|refugees|civilians|residents|inhabitants|displaced|children|dollars|euros))))(?![\w]))?";

    [GeneratedRegex(
        @"(?<![\w.,/$€£:^+-])(?:between" + S + ")?(?:(?<bound>" + Low + "|" + High + "|" + Near + ")" + S + @")?(?:an" + S + "estimated" + S + @")?(?:(?:US|A|C)?(?<cur>[$€£])[ \u00A0]?)?(?:"
        + "(?<n>" + NumberText.Pattern + @")(?:(?<=[$€£].{1,12})(?<mag>m|bn|k)(?![\w])|" + Magnitude + ")"
        + @"(?:(?:[ ]?[-–—][ ]?(?=[0-9])|" + S + "(?:to|or)" + S + @"|(?<=\bbetween\s.{1,40})" + S + "and" + S + ")(?:[$€£])?(?<n2>" + NumberText.Pattern
        + @")(?:(?<=[0-9])(?<mag2>bn|m(?=[ \u00A0](?:people|refugees|civilians|residents|dollars|euros)))(?![\w]))?"
        + @"|(?<more>\+|-plus\b|" + S + @"or" + S + @"(?:more|fewer|less)\b))?"
        + "|(?<vague>(?:(?:tens|hundreds)" + S + "of" + S + @")?(?:dozens|scores|hundreds|thousands|millions)(?![\w-])(?:" + S + "of(?=" + S + @"(?!the\b|[0-9])))?))", Options)]
    private static partial Regex Pattern();

    [GeneratedRegex("^" + Low + "$", Options)]
    private static partial Regex LowBound();

    [GeneratedRegex("^" + High + "$", Options)]
    private static partial Regex HighBound();

    [GeneratedRegex("(?:hundred|thousand|million|billion|trillion|mln|bn|m)$", Options | RegexOptions.RightToLeft)]
    private static partial Regex ScaleAtEnd();

    [GeneratedRegex("tens|dozens|scores|hundreds|thousands|millions", Options)]
    private static partial Regex VagueWord();

    [GeneratedRegex(
        @"(?:\b(?:resolutions?|articles?|chapters?|sections?|paragraphs?|annex|protocols?|nos?\.?|numbers?|units?|brigade|division|battalion|regiment|corps|route|"
        + @"road|highway|motorway|flight|room|page|phase|stage|zone|sector|post|checkpoint|hill|grade|channel|line|type|mark|version|model|week|point|group of|UNSCRs?|"
        + @"UN|SCR|aged?(?: between)?)\s+(?:[0-9]{1,4}(?:,\s|\sand\s|\sto\s|-))*|[\p{L}][-–])$", Options)]
    private static partial Regex IsCode();
}
