using System.Globalization;
using Truceline.Type.V1;

namespace Truceline.Entity.Happenings;

/// <summary>Calendar days from the first to the last, both included.</summary>
/// <param name="First">First day.</param>
/// <param name="Last">Last day, not before the first.</param>
internal readonly record struct DaySpan(DateOnly First, DateOnly Last)
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>How many days; at least 1.</summary>
    internal int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>The days that a date may mean; null when it does not name them.</summary>
    internal static DaySpan? Of(DateExtent? date) =>
        date is not null && TryDay(date.StartDate, out var first) && TryDay(date.EndDate, out var last) && first <= last ? new(first, last) : null;

    internal static bool TryDay(string text, out DateOnly day) => DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    internal static string Text(DateOnly day) => day.ToString(Format, CultureInfo.InvariantCulture);

    /// <summary>Days in common by days in either, in [0, 1].</summary>
    internal double Likeness(DaySpan other)
    {
        var common = Math.Max(0, Math.Min(Last.DayNumber, other.Last.DayNumber) - Math.Max(First.DayNumber, other.First.DayNumber) + 1);
        return (double)common / (Days + other.Days - common);
    }
}
