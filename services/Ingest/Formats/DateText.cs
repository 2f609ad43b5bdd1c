using System.Globalization;
using Truceline.Ingest.Formats.Dates;

namespace Truceline.Ingest.Formats;

/// <summary>
/// Reads dates as documents write them: RFC 822/2822, RFC 850, asctime, RFC 3339, ISO 8601 extended and basic, epoch seconds, written dates in a dozen
/// languages, and what goes wrong with all of them. Stateless.
/// <list type="bullet">
/// <item>A time without a zone counts as UTC, as feed readers have it; one with a zone that is unknown or has several meanings ("IST") gives its date alone.</item>
/// <item>12/31/2018 and 31/12/2018 are what they can be; 03/04/2018 is the third of April, or with a.m. or p.m. the fourth of March.</item>
/// <item>A date without a day, or without a year, is none.</item>
/// </list>
/// </summary>
internal static class DateText
{
    private const int Longest = 100;

    /// <summary>The date or instant of a text.</summary>
    /// <param name="text">The text; white space around it does no harm.</param>
    /// <returns><c>yyyy-MM-dd</c>, or RFC 3339 with the offset that was written; null when it holds no date in the years [1900, 2100].</returns>
    internal static string? Read(string text)
    {
        var trimmed = AsciiDigits(text.Trim());
        if (trimmed.Length is 0 or > Longest)
        {
            return null;
        }

        if (trimmed.Length is 10 or 13 && trimmed.All(char.IsAsciiDigit))
        {
            var milliseconds = long.Parse(trimmed, CultureInfo.InvariantCulture) * (trimmed.Length == 10 ? 1000 : 1);
            return Write(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
        }

        var (time, rest) = ClockTime.Take(trimmed);
        if (CalendarDate.Read(rest, time?.IsTwelveHour ?? false) is not { Year: >= 1900 and <= 2100 } date)
        {
            return null;
        }

        return time is not { Offset: { } offset } ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : Write(date, time, offset);
    }

    private static string? Write(DateOnly date, ClockTime time, TimeSpan offset) =>
        Write(new DateTimeOffset(date.ToDateTime(TimeOnly.MinValue), offset).Add(time.SinceMidnight));

    private static string? Write(DateTimeOffset instant) =>
        instant.Year is < 1900 or > 2100
            ? null
            : instant.ToString(instant.Offset == TimeSpan.Zero ? "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    private static string AsciiDigits(string text) =>
        text.Any(c => c > 127 && char.IsDigit(c))
            ? string.Concat(text.Select(c => char.IsDigit(c) ? (char)('0' + CharUnicodeInfo.GetDecimalDigitValue(c)) : c))
            : text;
}
