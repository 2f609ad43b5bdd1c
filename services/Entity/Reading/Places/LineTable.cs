using System.Globalization;

namespace Truceline.Entity.Reading.Places;

/// <summary>A point of a line, degrees, WGS 84.</summary>
internal readonly record struct LinePoint(double Latitude, double Longitude);

/// <summary>
/// Rows of lines.tsv: kind, name, other names, ISO code, and the course as "lat lon" pairs between commas. The place of a line is the middle
/// of its course with the radius that holds it; courses are approximate and marked as illustrative in the table.
/// </summary>
internal static class LineTable
{
    private const double LeastRadiusMetres = 1000;

    /// <summary>Reads a row.</summary>
    /// <exception cref="FormatException">A number is none, or the course has fewer than two points.</exception>
    public static (GazetteerPlace Place, IReadOnlyList<string> OtherNames, IReadOnlyList<LinePoint> Course) Parse(string[] row)
    {
        var course = row[4].Split(',', StringSplitOptions.TrimEntries).Select(Point).ToList();
        if (course.Count < 2)
            throw new FormatException($"The line {row[1]} has no course.");
        var middle = course[course.Count / 2];
        var place = new GazetteerPlace(
            SupplementIndex.IdOf(row[0], row[1]), row[1], Enum.Parse<PlaceKind>(row[0], ignoreCase: true), middle.Latitude, middle.Longitude,
            LeastRadiusMetres, row[3].Length == 0 ? null : row[3]);
        var radius = course.Max(p => place.MetresTo(place with { Latitude = p.Latitude, Longitude = p.Longitude }));
        return (place with { RadiusMetres = Math.Max(LeastRadiusMetres, Math.Ceiling(radius)) }, DataFile.List(row[2]), course);
    }

    private static LinePoint Point(string pair)
    {
        var number = CultureInfo.InvariantCulture;
        var space = pair.IndexOf(' ', StringComparison.Ordinal);
        return new LinePoint(double.Parse(pair.AsSpan(0, Math.Max(0, space)), number), double.Parse(pair.AsSpan(space + 1), number));
    }
}
