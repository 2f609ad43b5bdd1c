using System.Globalization;

namespace Truceline.Entity.Reading.Knowledge;

/// <summary>Dates of the knowledge files: "2014", "2014-07" or "2014-07-20"; an empty cell is no date.</summary>
internal static class KnowledgeDate
{
    /// <summary>First day that a cell may mean; null for an empty one.</summary>
    /// <exception cref="InvalidDataException">The cell is no date.</exception>
    public static DateOnly? First(string cell) => Parse(cell)?.First;

    /// <summary>Last day that a cell may mean; null for an empty one.</summary>
    /// <exception cref="InvalidDataException">The cell is no date.</exception>
    public static DateOnly? Last(string cell) => Parse(cell)?.Last;

    private static (DateOnly First, DateOnly Last)? Parse(string cell)
    {
        if (cell.Length == 0)
            return null;
        var number = CultureInfo.InvariantCulture;
        if (cell.Length == 4 && int.TryParse(cell, NumberStyles.None, number, out var year) && year > 0)
            return (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        if (cell.Length == 7 && DateOnly.TryParseExact(cell + "-01", "yyyy-MM-dd", number, DateTimeStyles.None, out var month))
            return (month, month.AddMonths(1).AddDays(-1));
        return DateOnly.TryParseExact(cell, "yyyy-MM-dd", number, DateTimeStyles.None, out var day)
            ? (day, day) : throw new InvalidDataException($"The knowledge base holds \"{cell}\" where a date is due.");
    }
}
