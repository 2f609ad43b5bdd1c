using System.Globalization;
using System.Text.RegularExpressions;

namespace Truceline.Ingest.Formats.Tables;

/// <summary>
/// Reads the dates of one table's columns. 03/04/2018 can be two days: which one, the other dates of the table tell; where none does, the day
/// comes first, and with a.m. or p.m. the month. Whole numbers are a spreadsheet's days since 30 December 1899.
/// </summary>
/// <param name="IsMonthFirst">Whether the month stands first.</param>
internal sealed partial record DayOrder(bool IsMonthFirst)
{
    private static readonly DateOnly Spreadsheet = new(1899, 12, 30);

    /// <summary>The order by dates of the table.</summary>
    /// <param name="samples">Cells of its columns of dates.</param>
    internal static DayOrder Of(IEnumerable<string> samples)
    {
        var (dayFirst, monthFirst, clock) = (0, 0, 0);
        foreach (var match in samples.Select(s => Numeric().Match(s)).Where(m => m.Success))
        {
            var (first, second) = (Number(match, 1), Number(match, 2));
            dayFirst += first > 12 && second <= 12 ? 1 : 0;
            monthFirst += second > 12 && first <= 12 ? 1 : 0;
            clock += match.Groups[4].Value.Contains('M', StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        }

        return new DayOrder(monthFirst > dayFirst || (monthFirst == dayFirst && clock > 0));
    }

    /// <summary>A date or instant as <see cref="DateText.Read"/> gives it; null when it is none.</summary>
    internal string? Read(string text)
    {
        text = text.Trim();
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is >= 20_000 and < 80_000)
        {
            return Spreadsheet.AddDays((int)serial).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        var match = Numeric().Match(text);
        if (!match.Success)
        {
            return DateText.Read(text);
        }

        var (first, second, year) = (Number(match, 1), Number(match, 2), Number(match, 3));
        year += match.Groups[3].Length == 2 ? year < 70 ? 2000 : 1900 : 0;
        var (day, month) = IsMonthFirst ? (second, first) : (first, second);
        (day, month) = month > 12 ? (month, day) : (day, month);
        return DateText.Read(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}{match.Groups[4].Value}"));
    }

    /// <summary>The day alone; null when it is none.</summary>
    internal string? ReadDay(string text) => Read(text)?[..10];

    private static int Number(Match match, int group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4}|\d{2})(\s+\d.*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Numeric();
}
