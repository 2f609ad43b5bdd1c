using System.Globalization;
using System.Text.RegularExpressions;

namespace Truceline.Ingest.Formats.Dates;

/// <summary>A time of day as it is written beside a date.</summary>
/// <param name="SinceMidnight">In [0 h, 24 h]; a leap second counts as the second before it.</param>
/// <param name="Offset">From UTC; null when a zone is named that is not known.</param>
/// <param name="IsTwelveHour">Whether a.m. or p.m. was written.</param>
internal sealed partial record ClockTime(TimeSpan SinceMidnight, TimeSpan? Offset, bool IsTwelveHour)
{
    /// <summary>Takes the first time, with its zone, out of a text.</summary>
    /// <param name="text">The text, digits in ASCII.</param>
    /// <returns>The time, null when there is none, and the text without it.</returns>
    internal static (ClockTime? Time, string Remainder) Take(string text)
    {
        var match = Clock().Match(text);
        if (!match.Success || Within(match) is not { } time)
        {
            return (null, OffsetAlone().Replace(text, ""));
        }

        var after = text[(match.Index + match.Length)..];
        var (offset, rest) = ZoneText.Take(after);
        return (new ClockTime(time, offset, match.Groups["half"].Success), text[..match.Index] + " " + rest);
    }

    private static TimeSpan? Within(Match match)
    {
        var hour = Number(match.Groups["h"]);
        var minute = Number(match.Groups["m"]);
        var second = Math.Min(Number(match.Groups["s"]), 59);
        if (match.Groups["half"].Success && hour <= 12)
        {
            hour = (hour % 12) + (match.Groups["half"].ValueSpan[0] is 'p' or 'P' ? 12 : 0);
        }

        var fraction = match.Groups["f"] is { Success: true } f ? long.Parse(f.Value.PadRight(7, '0')[..7], CultureInfo.InvariantCulture) : 0;
        return hour < 24 ? Checked(new TimeSpan(hour, minute, second) + TimeSpan.FromTicks(fraction))
            : hour == 24 && minute == 0 && second == 0 ? TimeSpan.FromDays(1)
            : null;

        TimeSpan? Checked(TimeSpan time) => minute < 60 ? time : null;
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    // 14:05, 14:05:00.123, 2:05 p.m., 14h05, T140500, T14Z, 2 pm
    [GeneratedRegex(@"(?:(?<![0-9:])(?<h>[0-9]{1,2})[:h](?<m>[0-9]{1,2})(?::(?<s>[0-9]{1,2})(?:[.,:](?<f>[0-9]{1,9}))?)?(?![0-9])(?:\s*(?<half>[ap])\.?\s?m\b\.?)?"
        + @"|(?<![0-9:])(?<h>[0-9]{1,2})\s?(?<half>[ap])\.?m\b\.?"
        + @"|(?<=[0-9])T(?<h>[0-9]{2})(?:(?<m>[0-9]{2})(?<s>[0-9]{2})?(?:[.,](?<f>[0-9]{1,9}))?)?(?![0-9:]))", RegexOptions.IgnoreCase)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<=\s)[+-][0-9]{2}:?[0-9]{2}$")]
    private static partial Regex OffsetAlone();
}
