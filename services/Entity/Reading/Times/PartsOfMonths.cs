using System.Text.RegularExpressions;
using static Truceline.Entity.Reading.Times.Words;

namespace Truceline.Entity.Reading.Times;

/// <summary>Weeks and days counted within a month: "last week of July", "first week of May 2016", "15th of next month". A month's weeks begin on its 1st.</summary>
internal static partial class PartsOfMonths
{
    public static IEnumerable<Found> Find(Scene scene) => Weeks(scene).Concat(Days(scene));

    private static IEnumerable<Found> Weeks(Scene scene)
    {
        for (var match = WeekOfMonth().Match(scene.Text); match.Success; match = match.NextMatch())
        {
            var span = Scene.SpanOf(match);
            DateOnly month;
            if (match.Groups["mod"].Success)
                month = scene.Reference.StartOfMonth().PlusMonths(Step(match));
            else if (!CalendarDates.IsMonth(match, isBare: false))
                continue;
            else if (match.Groups["y"].Success)
                month = new DateOnly(Scene.Digits(match, "y"), CalendarMath.MonthOf(match.Groups["m"].Value), 1);
            else
                month = Years.NearestMonth(scene.Reference, CalendarMath.MonthOf(match.Groups["m"].Value), scene.TenseAt(span));
            var first = match.Groups["ord"].Value.ToLowerInvariant() switch
            {
                "first" or "1st" => month,
                "second" or "2nd" => month.PlusDays(7),
                "third" or "3rd" => month.PlusDays(14),
                "fourth" or "4th" => month.PlusDays(21),
                _ => month.EndOfMonth().PlusDays(-6),
            };
            yield return Found.Interval(span, first, first.PlusDays(6));
        }
    }

    private static IEnumerable<Found> Days(Scene scene)
    {
        for (var match = DayOfMonth().Match(scene.Text); match.Success; match = match.NextMatch())
        {
            var month = scene.Reference.StartOfMonth().PlusMonths(Step(match));
            if (CalendarMath.Day(month.Year, month.Month, Scene.Digits(match, "d")) is { } day)
                yield return Found.Day(Scene.SpanOf(match), day);
        }
    }

    private static int Step(Match match) => match.Groups["mod"].Value.ToLowerInvariant() switch { "last" => -1, "next" => 1, _ => 0 };

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    [GeneratedRegex(
        @"(?<![\w-])(?<ord>first|second|third|fourth|last|1st|2nd|3rd|4th)" + S + "week" + S + "(?:of|in)" + S + "(?:(?<mod>the|this|last|next)" + S + "month(?![\\w-])|(?<m>" + MonthName
        + ")(?:(?:,?" + S + "(?:of" + S + ")?)(?<y>" + YearNumber + ")" + NumberEnds + ")?)", Options)]
    private static partial Regex WeekOfMonth();

    [GeneratedRegex(
        NumberBegins + "(?<d>" + DayNumber + ")" + S + "(?:day" + S + ")?(?:of" + S + ")?(?<mod>this|last|next)" + S + @"month(?![\w-])", Options)]
    private static partial Regex DayOfMonth();
}
