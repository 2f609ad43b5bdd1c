namespace Truceline.Entity.Reading.Header;

/// <summary>Finds the year of a date that a text gives without one.</summary>
internal static class YearInference
{
    /// <summary>A date this close before publication is of the year of publication, whatever weekday stands near it.</summary>
    private const int DaysBeforePublication = 31;

    /// <summary>A weekday falls on one date at least every 11 years, on 29 February every 40.</summary>
    private const int YearsBack = 40;

    /// <summary>
    /// The latest date with this month and day that is not after <paramref name="bound"/> and, when a weekday is given, falls on it.
    /// Null when the month has no such day.
    /// </summary>
    /// <param name="month">1 to 12.</param>
    /// <param name="day">1 to 31.</param>
    /// <param name="weekday">Weekday named for the date; null when none is.</param>
    /// <param name="bound">Last day that it may be: publication, or receipt when that is not known.</param>
    public static DateOnly? Latest(int month, int day, DayOfWeek? weekday, DateOnly bound)
    {
        if (month is < 1 or > 12 || day < 1)
            return null;
        for (var year = bound.Year; year > Math.Max(0, bound.Year - YearsBack); year--)
        {
            if (day > DateTime.DaysInMonth(year, month))
                continue;
            var date = new DateOnly(year, month, day);
            if (date <= bound && (weekday is null || date.DayOfWeek == weekday))
                return date;
        }
        return null;
    }

    /// <summary>
    /// The date of a dateline. A known publication shortly after it settles the year; else the weekday in the lead does, and failing
    /// that the bound alone.
    /// </summary>
    public static DateOnly? OfDateline(int month, int day, DayOfWeek? weekday, DateOnly? published, DateOnly received)
    {
        var latest = Latest(month, day, null, published ?? received);
        if (published is { } date && latest is { } near && date.DayNumber - near.DayNumber <= DaysBeforePublication)
            return latest;
        return Latest(month, day, weekday, published ?? received) ?? latest;
    }
}
