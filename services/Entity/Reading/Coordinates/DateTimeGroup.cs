using System.Globalization;
using System.Text.RegularExpressions;
using Truceline.Entity.Reading.Times;

namespace Truceline.Entity.Reading.Coordinates;

/// <summary>A military date-time group: "171430ZSEP18", "17 1430C Sep 2018", "171430SEP2018", "211530Z".</summary>
/// <param name="Span">The whole group.</param>
/// <param name="Day">Its day where it was written.</param>
/// <param name="Instant">The instant, UTC; null with the letter J or none, for a local time that is not told.</param>
internal sealed partial record DateTimeGroup(TextSpan Span, DateOnly Day, DateTimeOffset? Instant)
{
    /// <summary>The group whose first digit stands at a position; null when there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Position of the first digit.</param>
    /// <param name="reference">Day of the report: gives the year that is left out.</param>
    public static DateTimeGroup? At(string text, int at, DateOnly reference)
    {
        if (at > 0 && char.IsLetterOrDigit(text[at - 1]))
            return null;
        var match = Pattern().Match(text, at);
        if (!match.Success)
            return WithoutMonth(text, at, reference);
        var month = CalendarMath.MonthOf(match.Groups["month"].Value);
        var day = Number(match, "day");
        var year = match.Groups["year"].Success ? Number(match, "year") : Years.Nearest(reference, month, day, Tense.Past)?.Year ?? reference.Year;
        year += year < 100 ? (year > 60 ? 1900 : 2000) : 0;
        if (CalendarMath.Day(year, month, day) is not { } date || Number(match, "hour") > 23 || Number(match, "minute") > 59)
            return null;
        return Of(match, date);
    }

    /// <summary>"DTG 211530Z", "211530Z": the last such day up to the day after the report's. Another zone than Z counts only after "DTG".</summary>
    private static DateTimeGroup? WithoutMonth(string text, int at, DateOnly reference)
    {
        var match = DayAlone().Match(text, at);
        if (!match.Success || Number(match, "hour") > 23 || Number(match, "minute") > 59
            || (match.Groups["zone"].ValueSpan is not "Z" && !text.AsSpan(Math.Max(0, at - 6)..at).TrimEnd(": ").EndsWith("DTG", StringComparison.Ordinal)))
            return null;
        var latest = reference.PlusDays(1);
        for (var back = 0; back < 3; back++)
        {
            var month = latest.PlusMonths(-back);
            if (CalendarMath.Day(month.Year, month.Month, Number(match, "day")) is { } day && day <= latest)
                return Of(match, day);
        }
        return null;
    }

    private static DateTimeGroup Of(Match match, DateOnly date)
    {
        var span = new TextSpan(match.Index, match.Index + match.Length);
        var local = date.ToDateTime(new TimeOnly(Number(match, "hour"), Number(match, "minute")), DateTimeKind.Unspecified);
        var instant = match.Groups["zone"] is { Success: true } zone && Offset(zone.ValueSpan[0]) is { } hours && date.Year is > 1 and < 9999 ? new DateTimeOffset(local, TimeSpan.FromHours(hours)).ToUniversalTime() : (DateTimeOffset?)null;
        return new DateTimeGroup(span, date, instant);
    }

    /// <summary>Hours east of Greenwich of a zone's letter; null for J.</summary>
    private static int? Offset(char letter) => char.ToUpperInvariant(letter) switch
    {
        'Z' => 0,
        'J' => null,
        var c and >= 'A' and <= 'I' => c - 'A' + 1,
        var c and >= 'K' and <= 'M' => c - 'K' + 10,
        var c => 'N' - c - 1,
    };

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"\G(?<day>0[1-9]|[12][0-9]|3[01])[ ]?(?<hour>[0-9]{2}):?(?<minute>[0-9]{2})(?:[ ]?(?<zone>[A-Z])[ ]?|(?=[A-Z]{3}))(?<month>(?i:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC))[a-z]{0,6}(?:[ ]?(?<year>(?:19|20)[0-9]{2}|[0-9]{2}))?(?![A-Za-z0-9])",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\G(?<day>0[1-9]|[12][0-9]|3[01])(?<hour>[0-9]{2})(?<minute>[0-9]{2})(?<zone>[A-Z])(?![A-Za-z0-9])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex DayAlone();
}
