using System.Globalization;
using Truceline.Type.V1;

namespace Truceline.GeoZone.Zones;

/// <summary>Calendar days from the first to the last, both included.</summary>
internal readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    private const string Format = "yyyy-MM-dd";

    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>From a first day to the day before <paramref name="validTo"/>, or without an end when that is empty. Both are YYYY-MM-DD.</summary>
    public static DayRange Validity(string validFrom, string validTo) =>
        new(Day(validFrom), validTo.Length == 0 ? DateOnly.MaxValue : Day(validTo).AddDays(-1));

    /// <summary>The days that a date may mean; null when it does not name them.</summary>
    public static DayRange? Of(DateExtent? date) =>
        date is not null && TryDay(date.StartDate, out var first) && TryDay(date.EndDate, out var last) && first <= last ? new(first, last) : null;

    public static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, Format, CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>A day so many days later (earlier when negative), or the calendar's first or last.</summary>
    public static DateOnly Shift(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    /// <summary>This range with so many days more on both sides.</summary>
    public DayRange Widen(int days) => new(Shift(First, -days), Shift(Last, days));

    public bool Contains(DateOnly day) => First <= day && day <= Last;

    public bool Contains(DayRange other) => First <= other.First && other.Last <= Last;

    public bool Overlaps(DayRange other) => First <= other.Last && other.First <= Last;

    /// <summary>The days that both have; there must be one.</summary>
    public DayRange Intersect(DayRange other) => new(First > other.First ? First : other.First, Last < other.Last ? Last : other.Last);

    /// <summary>Days in common by days in either, in [0, 1].</summary>
    public double Likeness(DayRange other)
    {
        var common = DaysInCommon(other);
        return (double)common / (Days + other.Days - common);
    }

    /// <summary>The share of the other's days that lies in this range, in [0, 1].</summary>
    public double Share(DayRange other) => (double)DaysInCommon(other) / other.Days;

    /// <summary>How many days both have.</summary>
    public int DaysInCommon(DayRange other) =>
        Math.Max(0, Math.Min(Last.DayNumber, other.Last.DayNumber) - Math.Max(First.DayNumber, other.First.DayNumber) + 1);
}
