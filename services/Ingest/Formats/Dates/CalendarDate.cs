using System.Globalization;
using System.Text.RegularExpressions;

namespace Truceline.Ingest.Formats.Dates;

/// <summary>Reads the day of a written date, without its time.</summary>
internal static partial class CalendarDate
{
    /// <summary>The day.</summary>
    /// <param name="text">The text, digits in ASCII, without a time.</param>
    /// <param name="monthFirst">Whether 03/04/2018 is in March.</param>
    /// <returns>Null when there is none, or more than one could be meant.</returns>
    internal static DateOnly? Read(string text, bool monthFirst)
    {
        if (YearFirst().Match(text) is { Success: true } iso)
        {
            return Day(iso.Groups["y"], iso.Groups["m"], iso.Groups["d"]);
        }

        if (YearLast().Match(text) is { Success: true } numbers)
        {
            var (first, second, year) = (numbers.Groups["a"], numbers.Groups["b"], numbers.Groups["y"]);
            var dotted = numbers.Groups["sep"].Value == ".";
            return monthFirst && !dotted
                ? Day(year, first, second) ?? Day(year, second, first)
                : Day(year, second, first) ?? (dotted ? null : Day(year, first, second));
        }

        return Worded(text);
    }

    // "17 September 2018", "Sep 17th, 2018", "17-Sep-18": a month by name, and two numbers of which one is the year.
    private static DateOnly? Worded(string text)
    {
        var months = Words().Matches(text).Select(w => DateWords.MonthOf(w.Value)).OfType<int>().ToList();
        var numbers = Numbers().Matches(text).Select(n => n.Value).ToList();
        if (months.Count == 0 || numbers.Count != 2)
        {
            return null;
        }

        var (day, year) = numbers[0].Length == 4 ? (numbers[1], numbers[0]) : (numbers[0], numbers[1]);
        if (day.Length > 2 || year.Length is not (2 or 4))
        {
            return null;
        }

        // RFC 2822 section 4.3: two digits are 2000 to 2049 and 1950 to 1999.
        var number = int.Parse(year, CultureInfo.InvariantCulture);
        return Day(year.Length == 4 ? number : number < 50 ? 2000 + number : 1900 + number, months[0], int.Parse(day, CultureInfo.InvariantCulture));
    }

    private static DateOnly? Day(Group year, Group month, Group day) =>
        Day(int.Parse(year.ValueSpan, CultureInfo.InvariantCulture), int.Parse(month.ValueSpan, CultureInfo.InvariantCulture), int.Parse(day.ValueSpan, CultureInfo.InvariantCulture));

    private static DateOnly? Day(int year, int month, int day) =>
        year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    // 2018-09-17, 2018/9/17, 20180917, 2018年9月17日, 2018년 9월 17일
    [GeneratedRegex(@"(?<![0-9])(?<y>[0-9]{4})(?:\s?[-/.\u5E74\uB144]\s?0?(?<m>[0-9]{1,2})\s?[-/.\u6708\uC6D4]\s?(?<d>[0-9]{1,2})|(?<m>[0-9]{2})(?<d>[0-9]{2}))(?![0-9])")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"(?<![0-9])(?<a>[0-9]{1,2})\s?(?<sep>[-/.])\s?(?<b>[0-9]{1,2})\s?\k<sep>\s?(?<y>[0-9]{4})(?![0-9])")]
    private static partial Regex YearLast();

    [GeneratedRegex(@"\p{L}[\p{L}\p{M}]*")]
    private static partial Regex Words();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Numbers();
}
