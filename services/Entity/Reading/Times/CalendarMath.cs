using System.Globalization;

namespace Truceline.Entity.Reading.Times;

/// <summary>Arithmetic on days that stops at the ends of the calendar instead of throwing. Weeks begin on Monday (ISO 8601).</summary>
internal static class CalendarMath
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    private static readonly string[] Weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>Number of a month from its name or abbreviation, in any case; 0 for other words.</summary>
    public static int MonthOf(string name) => Array.IndexOf(Months, Head(name)) + 1;

    /// <summary>Weekday from its name or abbreviation; null for other words.</summary>
    public static DayOfWeek? WeekdayOf(string name) => Array.IndexOf(Weekdays, Head(name)) is var i and >= 0 ? (DayOfWeek)i : null;

    /// <summary>A day of the calendar; null when there is no such day ("30 February").</summary>
    public static DateOnly? Day(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;

    public static DateOnly PlusDays(this DateOnly date, double days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(date.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    /// <summary>The same day of another month, or that month's last day where it is shorter.</summary>
    public static DateOnly PlusMonths(this DateOnly date, double months)
    {
        var index = (int)Math.Clamp(date.Year * 12.0 + date.Month - 1 + months, 12, 9999 * 12 + 11);
        var (year, month) = (index / 12, index % 12 + 1);
        return new DateOnly(year, month, Math.Min(date.Day, DateTime.DaysInMonth(year, month)));
    }

    public static DateOnly StartOfWeek(this DateOnly date) => date.PlusDays(-(((int)date.DayOfWeek + 6) % 7));

    public static DateOnly StartOfMonth(this DateOnly date) => new(date.Year, date.Month, 1);

    public static DateOnly EndOfMonth(this DateOnly date) => new(date.Year, date.Month, DateTime.DaysInMonth(date.Year, date.Month));

    public static DateOnly StartOfYear(this DateOnly date) => new(date.Year, 1, 1);

    public static DateOnly EndOfYear(this DateOnly date) => new(date.Year, 12, 31);

    /// <summary>The latest such weekday that is not after the date.</summary>
    public static DateOnly WeekdayOnOrBefore(this DateOnly date, DayOfWeek weekday) =>
        date.PlusDays(-(((int)date.DayOfWeek - (int)weekday + 7) % 7));

    /// <summary>The first such weekday that is not before the date.</summary>
    public static DateOnly WeekdayOnOrAfter(this DateOnly date, DayOfWeek weekday) =>
        date.PlusDays(((int)weekday - (int)date.DayOfWeek + 7) % 7);

    public static string Iso(this DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Head(string name) => name.Length < 3 ? "" : name[..3].ToLowerInvariant();
}
