using System.Globalization;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>Reads the tab-separated table of GeoNames (https://download.geonames.org/export/dump/readme.txt).</summary>
internal static class GeoNamesReader
{
    private const int ColumnCount = 19;
    private const int CityPopulation = 50_000;
    private const int TownPopulation = 5_000;

    /// <summary>All places of the table; those that are gone (historical, destroyed, abandoned) have no population.</summary>
    public static IEnumerable<GeoNamesPlace> Read(FileInfo file)
    {
        foreach (var line in File.ReadLines(file.FullName))
        {
            var column = line.Split('\t');
            if (column.Length < ColumnCount || column[8].Length != 2)
                continue;
            var number = CultureInfo.InvariantCulture;
            var isGone = column[7] is "PPLH" or "PPLQ" or "PPLW" or "PPLCH";
            var population = !isGone && int.TryParse(column[14], number, out var p) ? p : 0;
            var first = column[10].Length == 0 ? column[8] : $"{column[8]}.{column[10]}";
            yield return new GeoNamesPlace(
                new GazetteerRow(
                    false, long.Parse(column[0], number), column[1], KindOf(column[7], population), double.Parse(column[4], number),
                    double.Parse(column[5], number), first, population)
                {
                    OtherNames = PlaceNames.Of(column[1], column[3].Split(',').Prepend(column[2]), anyScript: Watched.Has(column[8])),
                },
                column[11].Length == 0 ? null : $"{first}.{column[11]}");
        }
    }

    private static PlaceKind KindOf(string code, int population) => code switch
    {
        "PPLX" => PlaceKind.Neighbourhood,
        "PPLC" or "PPLA" => PlaceKind.City,
        _ => population >= CityPopulation ? PlaceKind.City : population >= TownPopulation ? PlaceKind.Town : PlaceKind.Village,
    };
}

/// <summary>A place of GeoNames.</summary>
/// <param name="Row">The place; its division is the first-order one.</param>
/// <param name="SecondDivision">Code of its second-order division; null when it has none.</param>
internal sealed record GeoNamesPlace(GazetteerRow Row, string? SecondDivision);
