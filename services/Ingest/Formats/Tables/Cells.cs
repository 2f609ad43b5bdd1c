using System.Globalization;
using System.Text.RegularExpressions;
using Truceline.Type.V1;

namespace Truceline.Ingest.Formats.Tables;

/// <summary>Reads numbers and places as people and spreadsheets write them.</summary>
internal static partial class Cells
{
    /// <summary>A number with a decimal point or comma; null when it is none or not finite.</summary>
    internal static double? Number(string text)
    {
        text = text.Trim().Replace('\u2212', '-').Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
        if (text.Contains(',', StringComparison.Ordinal) && !text.Contains('.', StringComparison.Ordinal))
        {
            text = text.Replace(',', '.');
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null;
    }

    /// <summary>A count: 0 or more, with or without separators of thousands, also as a spreadsheet's "12.0"; null when it is none.</summary>
    internal static int? Count(string text)
    {
        text = text.Trim();
        if (Thousands().IsMatch(text))
        {
            text = string.Concat(text.Where(char.IsAsciiDigit));
        }

        return Number(text) is { } number && number >= 0 && number <= int.MaxValue && number == Math.Floor(number) ? (int)number : null;
    }

    /// <summary>Degrees, decimal, with a letter for the hemisphere ("36.5 N", "W 3,2") or without; null when it is none.</summary>
    internal static double? Degrees(string text)
    {
        var letters = text.Where(c => c is 'N' or 'S' or 'E' or 'W' or 'n' or 's' or 'e' or 'w').ToArray();
        if (letters.Length > 1)
        {
            return null;
        }

        var bare = letters.Length == 0 ? text : text.Trim().Trim(letters[0], ' ', '\u00B0');
        return Number(bare.Replace("\u00B0", "", StringComparison.Ordinal)) is { } value
            ? letters is ['S' or 's' or 'W' or 'w'] ? -Math.Abs(value) : value
            : null;
    }

    /// <summary>The place in two columns; null when both are empty. What is wrong is noted in the row.</summary>
    internal static Position? Place(TableRow row, string[] latitude, string[] longitude)
    {
        var (north, east) = (row[latitude], row[longitude]);
        if (north.Length == 0 && east.Length == 0)
        {
            return null;
        }

        var place = new Position
        {
            Latitude = Axis(row, latitude[0], north, 90),
            Longitude = Axis(row, longitude[0], east, 180),
        };
        return place;
    }

    private static double Axis(TableRow row, string column, string text, double largest)
    {
        if (Degrees(text) is { } value && Math.Abs(value) <= largest)
        {
            return value;
        }

        var reason = text.Length == 0 ? "REQUIRED" : Degrees(text) is null ? "INVALID_NUMBER" : "OUT_OF_RANGE";
        row.Refuse(column, $"It must be degrees in the range [-{largest}, {largest}], as the other axis is given.", reason);
        return 0;
    }

    [GeneratedRegex(@"^\d{1,3}(?:[,.' \u00A0\u202F]\d{3})+$", RegexOptions.CultureInvariant)]
    private static partial Regex Thousands();
}
