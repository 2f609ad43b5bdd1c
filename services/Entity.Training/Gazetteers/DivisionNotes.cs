using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>What the readable table divisions.tsv knows of a division better than GeoNames: other names, middle, radius.</summary>
internal sealed record DivisionNotes(IReadOnlyList<string> OtherNames, double Latitude, double Longitude, int RadiusKilometres)
{
    private const int ColumnCount = 5;

    /// <summary>All rows by the code of the division.</summary>
    public static FrozenDictionary<string, DivisionNotes> All { get; } = Read().ToFrozenDictionary(r => r.Code, r => r.Notes, StringComparer.Ordinal);

    /// <summary>The division with what the table knows of it.</summary>
    public GazetteerRow Apply(GazetteerRow division) => division with
    {
        OtherNames = [.. OtherNames, .. division.OtherNames],
        Latitude = Latitude,
        Longitude = Longitude,
        RadiusKilometres = RadiusKilometres,
    };

    private static IEnumerable<(string Code, DivisionNotes Notes)> Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Gazetteers.divisions") ?? throw new FileNotFoundException("The assembly holds no divisions.tsv.");
        using var reader = new StreamReader(stream);
        var number = CultureInfo.InvariantCulture;
        while (reader.ReadLine() is { } line)
        {
            var column = line.Split('\t');
            if (line.StartsWith('#') || column.Length < ColumnCount)
                continue;
            yield return (column[0], new DivisionNotes(
                column[1].Split('|', StringSplitOptions.RemoveEmptyEntries), double.Parse(column[2], number), double.Parse(column[3], number), int.Parse(column[4], number)));
        }
    }
}
