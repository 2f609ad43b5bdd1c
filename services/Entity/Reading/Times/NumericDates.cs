using System.Text.RegularExpressions;
using static Truceline.Entity.Reading.Times.Words;

namespace Truceline.Entity.Reading.Times;

/// <summary>Dates in digits: ISO 8601, "17/09/2018", "17.09.18". A form that fits both orders follows the others in its text, else the day is first.</summary>
internal static partial class NumericDates
{
    public static IEnumerable<Found> Find(Scene scene)
    {
        for (var match = YearFirst().Match(scene.Text); match.Success; match = match.NextMatch())
        {
            if (CalendarMath.Day(Scene.Digits(match, "y"), Scene.Digits(match, "m"), Scene.Digits(match, "d")) is { } day)
                yield return Found.Day(new TextSpan(match.Index, match.Groups["d"].Index + match.Groups["d"].Length), day);
        }
        var matches = YearLast().Matches(scene.Text);
        var monthFirst = matches.Any(m => Scene.Digits(m, "b") > 12) && !matches.Any(m => Scene.Digits(m, "a") > 12);
        foreach (Match match in matches)
        {
            var year = Scene.Digits(match, "y");
            if (match.Groups["y"].Length == 2)
                year += year <= scene.Reference.Year % 100 + 10 ? scene.Reference.Year / 100 * 100 : scene.Reference.Year / 100 * 100 - 100;
            var (a, b) = (Scene.Digits(match, "a"), Scene.Digits(match, "b"));
            var isMonthFirst = b > 12 || (monthFirst && a <= 12);
            if (CalendarMath.Day(year, isMonthFirst ? a : b, isMonthFirst ? b : a) is { } day)
                yield return Found.Day(Scene.SpanOf(match), day);
        }
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(?<![\w.,/-])(?<y>" + YearNumber + @")(?<sep>[-/.])(?<m>1[0-2]|0?[1-9])\k<sep>(?<d>3[01]|[12][0-9]|0?[1-9])(?:(?![\w/-]|[.,][0-9])|(?=T[0-9]{2}))", Options)]
    private static partial Regex YearFirst();

    [GeneratedRegex(
        @"(?<![\w.,/-])(?:(?<a>3[01]|[12][0-9]|0?[1-9])(?<sep>[-/.])(?<b>3[01]|[12][0-9]|0?[1-9])\k<sep>(?<y>" + YearNumber + ")"
        + @"|(?<a>[0-3][0-9])(?<sep>[/.])(?<b>[0-3][0-9])\k<sep>(?<y>[0-9]{2}))(?![\w/-]|[.,:][0-9])", Options)]
    private static partial Regex YearLast();
}
