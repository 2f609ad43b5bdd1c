namespace Truceline.Entity.Reading.Times;

/// <summary>Gives the year to dates that name only a day and month, or only a month.</summary>
internal static class Years
{
    /// <summary>
    /// The day and month in the year that the words around it ask for: the latest not after the reference in the past tense, the first not before it
    /// in the future tense, else the nearest. A weekday, where given, must fit. Null when there is no such day.
    /// </summary>
    public static DateOnly? Nearest(DateOnly reference, int month, int day, Tense tense, DayOfWeek? weekday = null)
    {
        var reach = weekday is null && (month, day) != (2, 29) ? 1 : 6;
        DateOnly? best = null;
        for (var year = reference.Year - reach; year <= reference.Year + reach; year++)
        {
            if (CalendarMath.Day(year, month, day) is not { } candidate || (weekday is not null && candidate.DayOfWeek != weekday))
                continue;
            if (best is null || Cost(reference, candidate, tense) < Cost(reference, best.Value, tense))
                best = candidate;
        }
        return best ?? (weekday is null ? null : Nearest(reference, month, day, tense));
    }

    /// <summary>The first day of the month in the year that the words around it ask for; the reference's own month is neither past nor future.</summary>
    public static DateOnly NearestMonth(DateOnly reference, int month, Tense tense)
    {
        var ahead = (month - reference.Month + 12) % 12;
        var months = tense == Tense.Future || (tense == Tense.Unknown && ahead < 6) ? ahead : ahead == 0 ? 0 : ahead - 12;
        return reference.StartOfMonth().PlusMonths(months);
    }

    private static int Cost(DateOnly reference, DateOnly candidate, Tense tense)
    {
        const int wrongWay = 10_000;
        var distance = candidate.DayNumber - reference.DayNumber;
        return Math.Abs(distance * 2) + (distance > 0 ? 1 : 0) + tense switch
        {
            Tense.Past when distance > 0 => wrongWay,
            Tense.Future when distance < 0 => wrongWay,
            _ => 0,
        };
    }
}
