using System.Globalization;

namespace Truceline.Ingest.Formats.Forms;

/// <summary>Times of forms: days and instants.</summary>
internal static class FormTimes
{
    /// <summary>The day or instant; empty when the calendar has none such in the years [1900, 2100].</summary>
    internal static string Read(string text) =>
        DateOnly.TryParseExact(text.AsSpan(0, Math.Min(10, text.Length)), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 1900 and <= 2100
            ? text.Length == 10 ? text : DateText.Read(text) ?? ""
            : "";

    /// <summary>Whether a time ends before another begins: a day ends with its last second anywhere on earth.</summary>
    internal static bool IsBefore(string time, string other) =>
        time.Length > 0 && other.Length > 0 && (time.Length == 10 || other.Length == 10
            ? string.CompareOrdinal(time[..10], other[..10]) < 0
            : DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) < DateTimeOffset.Parse(other, CultureInfo.InvariantCulture));
}
