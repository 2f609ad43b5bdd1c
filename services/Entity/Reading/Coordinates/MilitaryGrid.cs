namespace Truceline.Entity.Reading.Coordinates;

/// <summary>The Military Grid Reference System over UTM: bands of latitude and lettered squares of 100 km.</summary>
internal static class MilitaryGrid
{
    private const string Bands = "CDEFGHJKLMNPQRSTUVWX";
    private const string Columns = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Rows = "ABCDEFGHJKLMNPQRSTUV";
    private const int Square = 100_000;
    private const int RowCycle = 2_000_000;
    private const int RowsShiftedInEvenZones = 5;
    private const double BandMargin = 1.0;

    // Least northing of a square that a band holds, in units of 100 km.
    private static readonly int[] LeastNorthing = [11, 20, 28, 37, 46, 55, 64, 73, 82, 91, 0, 8, 17, 26, 35, 44, 53, 62, 70, 79];

    /// <summary>Whether the letter is a band of UTM.</summary>
    public static bool IsBand(char letter) => Bands.Contains(letter, StringComparison.Ordinal);

    /// <summary>Whether a band lies north of the equator.</summary>
    public static bool IsNorth(char band) => band >= 'N';

    /// <summary>Whether a latitude lies in a band, or within a degree of it.</summary>
    public static bool IsInBand(char band, double latitude)
    {
        var south = Bands.IndexOf(band, StringComparison.Ordinal) * 8 - 80;
        return latitude >= south - BandMargin && latitude <= (band == 'X' ? 84 : south + 8) + BandMargin;
    }

    /// <summary>The middle of a grid square; null when zone, band and letters don't fit together.</summary>
    /// <param name="zone">1 to 60.</param>
    /// <param name="band">Letter of the band, upper case.</param>
    /// <param name="column">First letter of the square.</param>
    /// <param name="row">Second letter of the square.</param>
    /// <param name="digits">Easting and northing within the square, as many digits each; may be empty.</param>
    /// <returns>Degrees, and the side of the square in metres.</returns>
    public static (double Latitude, double Longitude, double Side)? ToDegrees(int zone, char band, char column, char row, string digits)
    {
        var (bandIndex, columnIndex, rowIndex) = (Bands.IndexOf(band, StringComparison.Ordinal), Columns.IndexOf(column, StringComparison.Ordinal) - (zone - 1) % 3 * 8,
            Rows.IndexOf(row, StringComparison.Ordinal));
        if (zone is < 1 or > 60 || bandIndex < 0 || columnIndex is < 0 or > 7 || rowIndex < 0 || digits.Length % 2 != 0 || digits.Length > 10)
            return null;
        var side = Math.Pow(10, 5 - digits.Length / 2);
        var easting = (columnIndex + 1) * (double)Square + Part(digits[..(digits.Length / 2)]) * side;
        var rows = (rowIndex + (zone % 2 == 0 ? Rows.Length - RowsShiftedInEvenZones : 0)) % Rows.Length;
        var northing = rows * (double)Square;
        while (northing < LeastNorthing[bandIndex] * (double)Square)
            northing += RowCycle;
        northing += Part(digits[(digits.Length / 2)..]) * side;
        var (latitude, longitude) = TransverseMercator.ToDegrees(zone, IsNorth(band), easting + side / 2, northing + side / 2);
        return IsInBand(band, latitude) ? (latitude, longitude, side) : null;
    }

    private static double Part(string digits)
    {
        var value = 0;
        foreach (var digit in digits)
            value = value * 10 + digit - '0';
        return value;
    }
}
