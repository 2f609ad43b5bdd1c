using System.Globalization;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>Reads the tab-separated table of GeoNames (https://download.geonames.org/export/dump/readme.txt).</summary>
internal static class GeoNamesReader
{
    private const int ColumnCount = 19;
    private const int CityPopulation = 50_000;
    private const int TownPopulation = 5_000;

    public static IEnumerable<GazetteerRow> Read(FileInfo file)
    {
        foreach (var line in File.ReadLines(file.FullName))
        {
            var column = line.Split('\t');
            if (column.Length < ColumnCount || column[7] is "PPLH" or "PPLQ" or "PPLW" or "PPLCH")
                continue;
            var number = CultureInfo.InvariantCulture;
            var population = int.TryParse(column[14], number, out var p) ? p : 0;
            yield return new GazetteerRow(
                false, long.Parse(column[0], number), column[1], KindOf(column[7], population), double.Parse(column[4], number),
                double.Parse(column[5], number), column[8], population, $"{column[8]}.{column[10]}")
            {
                OtherNames = LatinNames.Of(column[1], column[3].Split(',').Prepend(column[2])),
            };
        }
    }

    private static PlaceKind KindOf(string code, int population) => code switch
    {
        "PPLX" => PlaceKind.Neighbourhood,
        "PPLC" or "PPLA" => PlaceKind.City,
        _ => population >= CityPopulation ? PlaceKind.City : population >= TownPopulation ? PlaceKind.Town : PlaceKind.Village,
    };
}
