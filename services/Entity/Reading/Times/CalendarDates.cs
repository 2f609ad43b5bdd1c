using System.Text.RegularExpressions;
using static Truceline.Entity.Reading.Times.Words;

namespace Truceline.Entity.Reading.Times;

/// <summary>Days of the calendar with the month in letters: "17 September 2018", "Sept. 17", "Monday, May 6", "15-20 October".</summary>
internal static partial class CalendarDates
{
    public static IEnumerable<Found> Find(Scene scene) => Days(scene).Concat(Runs(scene));

    private static IEnumerable<Found> Days(Scene scene)
    {
        foreach (var pattern in new[] { DayMonth(), MonthDay() })
        {
            for (var match = pattern.Match(scene.Text); match.Success; match = match.NextMatch())
            {
                if (IsMonth(match, isBare: false) && Day(scene, match, Scene.SpanOf(match), "d") is { } found)
                    yield return found;
            }
        }
    }

    /// <summary>"7-12 September", "September 7 and 8": neighbouring days and spans of days are one interval, other pairs two days.</summary>
    private static IEnumerable<Found> Runs(Scene scene)
    {
        foreach (var pattern in new[] { DaysMonth(), MonthDays() })
        {
            for (var match = pattern.Match(scene.Text); match.Success; match = match.NextMatch())
            {
                var span = Scene.SpanOf(match);
                if (!IsMonth(match, isBare: false) || Day(scene, match, span, "d1") is not { } first || Day(scene, match, span, "d2") is not { } second)
                    continue;
                if (!match.Groups["and"].Success || Scene.Digits(match, "d2") == Scene.Digits(match, "d1") + 1)
                {
                    if (first.Start <= second.Start)
                        yield return Found.Interval(span, first.Start, second.Start, first.Inferred);
                    continue;
                }
                yield return first with { Span = new(span.Start, EndOf(match, "d1")) };
                yield return second with { Span = new(match.Groups["d2"].Index, span.End) };
            }
        }
    }

    private static int EndOf(Match match, string group) => match.Groups[group].Index + match.Groups[group].Length;

    private static Found? Day(Scene scene, Match match, TextSpan span, string dayGroup)
    {
        var (month, day) = (CalendarMath.MonthOf(match.Groups["m"].Value), Scene.Digits(match, dayGroup));
        if (match.Groups["y"].Success)
            return CalendarMath.Day(Scene.Digits(match, "y"), month, day) is { } given ? Found.Day(span, given) : null;
        var weekday = match.Groups["wd"].Success ? CalendarMath.WeekdayOf(match.Groups["wd"].Value) : null;
        return Years.Nearest(scene.Reference, month, day, scene.TenseAt(span), weekday) is { } nearest
            ? Found.Day(span, nearest, Inferred.Year)
            : null;
    }

    /// <summary>Whether the match's month is one and not a word that is spelt alike ("may", "march"); beside a day only those need a capital.</summary>
    public static bool IsMonth(Match match, bool isBare)
    {
        var name = match.Groups["m"].Value;
        return char.IsUpper(name[0]) || ((!isBare || match.Groups["y"].Success || match.Groups["mod"].Success) && name.ToLowerInvariant().TrimEnd('.') is not ("may" or "march" or "mar" or "dec"));
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Weekday = "(?:(?<wd>" + WeekdayAny + "),?" + S + ")?";

    private const string ToYear = "(?:(?:" + S + "?,)?" + S + "(?:(?:in|of)" + S + ")?|[,/-])";

    private const string Joint = "(?:" + Dash + "|/|" + S + "(?:(?<and>and)|to|until|till|through|or)" + S + "(?:the" + S + ")?)";

    [GeneratedRegex(
        NumberBegins + Weekday + "(?<d>" + DayNumber + ")(?:" + S + "(?:day" + S + ")?(?:of" + S + ")?|[-/])(?<m>" + MonthName + ")(?:" + ToYear + "(?<y>" + YearNumber + ")"
        + NumberEnds + ")?", Options)]
    private static partial Regex DayMonth();

    [GeneratedRegex(
        @"(?<![\w])" + Weekday + "(?<m>" + MonthName + ")(?:" + S + @"|[-/]|(?<=\.))(?:the" + S + ")?(?<d>" + DayNumber + ")" + NumberEnds
        + "(?:" + ToYear + "(?<y>" + YearNumber + ")" + NumberEnds + ")?", Options)]
    private static partial Regex MonthDay();

    [GeneratedRegex(
        NumberBegins + "(?<d1>" + DayNumber + ")" + Joint + "(?<d2>" + DayNumber + ")" + S + "(?:of" + S + ")?(?<m>" + MonthName + ")(?:,?" + S + "(?<y>" + YearNumber + ")"
        + NumberEnds + ")?", Options)]
    private static partial Regex DaysMonth();

    // After "and" or "to" a bare number may begin a count ("on September 7 and 12 soldiers ..."): what follows must not be a noun.
    [GeneratedRegex(
        @"(?<![\w])(?<m>" + MonthName + ")" + S + "(?<d1>" + DayNumber + ")(?:" + Joint + "(?<d2>" + DayNumber + ")" + NumberEnds
        + "(?:,?" + S + "(?<y>" + YearNumber + ")" + NumberEnds + @"|(?=\s*(?:[.,;:)!?""”]|$|(?:in|at|on|near|by|with|when|after|before|and|to|for|was|were)\b)))|"
        + Dash + "(?<d2>" + DayNumber + ")" + NumberEnds + "(?:,?" + S + "(?<y>" + YearNumber + ")" + NumberEnds + ")?)", Options)]
    private static partial Regex MonthDays();
}
