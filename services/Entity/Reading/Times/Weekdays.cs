using System.Text.RegularExpressions;
using static Truceline.Entity.Reading.Times.Words;

namespace Truceline.Entity.Reading.Times;

/// <summary>
/// Days of the week. A report's bare weekday is the latest one not after its date, or the next one where the words point ahead; "next Friday" is that of
/// the following calendar week, "last Friday" the latest one before the report.
/// </summary>
internal static partial class Weekdays
{
    public static IEnumerable<Found> Find(Scene scene)
    {
        for (var match = Pattern().Match(scene.Text); match.Success; match = match.NextMatch())
        {
            var weekday = CalendarMath.WeekdayOf(match.Groups["w"].Value)!.Value;
            var span = Scene.SpanOf(match);
            var week = match.Groups["week"].Value.ToLowerInvariant();
            var day = week.Length > 0
                ? OfWeek(scene.Reference, weekday, week)
                : Resolve(scene, span, weekday, match.Groups["mod"].Value.ToLowerInvariant());
            yield return Found.Day(span, day, match.Groups["mod"].Success || week.Length > 0 ? Inferred.Nothing : Inferred.Week);
        }
    }

    private static DateOnly OfWeek(DateOnly reference, DayOfWeek weekday, string week) =>
        reference.StartOfWeek().PlusDays(week switch { "last" or "previous" => -7, "next" or "following" => 7, _ => 0 }).WeekdayOnOrAfter(weekday);

    private static DateOnly Resolve(Scene scene, TextSpan span, DayOfWeek weekday, string modifier)
    {
        var reference = scene.Reference;
        switch (modifier)
        {
            case "last" or "past" or "this past" or "previous":
                return reference.PlusDays(-1).WeekdayOnOrBefore(weekday);
            case "coming" or "this coming":
                return reference.PlusDays(1).WeekdayOnOrAfter(weekday);
            case "next":
                return OfWeek(reference, weekday, "next");
        }
        var tense = scene.TenseAt(span);
        if (modifier == "this" && tense != Tense.Past)
            return reference.WeekdayOnOrAfter(weekday);
        if (tense != Tense.Future)
            return reference.WeekdayOnOrBefore(weekday);
        // "by Monday" in Monday's report is a week's term; "will meet on Monday" is the same day.
        return reference.PlusDays(scene.IsLimited(span) ? 1 : 0).WeekdayOnOrAfter(weekday);
    }

    [GeneratedRegex(
        @"(?<![\w-])(?<!\b(?:every|each|most|following|bloody|black|good|palm|easter|holy|super|ash|maundy) )"
        + "(?:(?<mod>this past|this coming|last|past|previous|next|coming|this)" + S + ")?(?<w>" + WeekdayName + ")(?!s)(?![\\w])"
        + @"(?!\s(?:Times|Mirror|Telegraph|Mosque|Express|Mail|Herald|Independent|Post|prayers)\b)"
        + "(?:,?" + S + "(?:of" + S + ")?(?<week>last|previous|this|next|following)" + S + "week(?![\\w]))?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
