using System.Collections.Frozen;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>
/// Chooses the places worth shipping: everywhere those of some size, and all of them in states where a ceasefire is or was watched.
/// </summary>
internal static class GazetteerSelection
{
    private const int NotablePopulation = 5_000;
    private const int LargePopulation = 100_000;
    private const int NamesOfNotable = 40;
    private const int NamesOfWatched = 16;
    private const int NamesOfOthers = 6;

    private static readonly FrozenSet<string> Watched = (
        "SY YE UA AZ AM GE MD CY IL PS LB JO IQ IR AF PK LK NP MM TL KR KP SD SS ET ER DJ SO LY ML BF NE TD NG CF CD CG RW BI UG MZ AO LR SL CI "
        + "GN GW EH CO SV GT NI BA RS XK HR MK TJ KG KE CM TH KH HT TR PH RU IN").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Merges the sources: a place that both know keeps its GeoNames id and gains the other's names.</summary>
    public static IReadOnlyList<GazetteerRow> Select(
        IEnumerable<GazetteerRow> cities,
        IEnumerable<GazetteerRow> divisions,
        IEnumerable<(GazetteerRow Row, long GeoNamesId)> whosOnFirst)
    {
        var rows = cities
            .Where(c => c.Population >= NotablePopulation || Watched.Contains(c.Country) || IsSeat(c))
            .Concat(divisions).ToDictionary(r => r.Id);
        var provinces = rows.Values.Where(r => r.Kind == PlaceKind.Province)
            .SelectMany(r => r.OtherNames.Prepend(r.Name).Select(n => (Key: (r.Country, NameKey.Loose(n)), r.Id)))
            .GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.First().Id);
        var added = new List<GazetteerRow>();
        foreach (var (row, geoNamesId) in whosOnFirst)
        {
            if (row.Kind == PlaceKind.Province && row.OtherNames.Prepend(row.Name).Select(n => (row.Country, NameKey.Loose(n))).FirstOrDefault(provinces.ContainsKey) is { Country: not null } known)
            {
                // The extract knows the shape of the province: its point is better than the mean of the towns.
                var division = rows[provinces[known]];
                rows[division.Id] = division with
                {
                    Latitude = row.Latitude,
                    Longitude = row.Longitude,
                    OtherNames = LatinNames.Of(division.Name, [.. division.OtherNames, row.Name, .. row.OtherNames]),
                };
                continue;
            }
            if (rows.TryGetValue(geoNamesId, out var same))
                rows[geoNamesId] = same with { OtherNames = LatinNames.Of(same.Name, [.. same.OtherNames.Take(NamesOfWatched), row.Name, .. row.OtherNames]) };
            else
                added.Add(row with { OtherNames = [.. row.OtherNames.Take(NamesOfOthers)] });
        }
        return [.. rows.Values.Select(r => r with { OtherNames = [.. r.OtherNames.Take(NamesFor(r))] }), .. added];
    }

    private static bool IsSeat(GazetteerRow city) => city.Kind == PlaceKind.City;

    private static int NamesFor(GazetteerRow row) =>
        row.Population >= LargePopulation || row.Kind == PlaceKind.Province ? NamesOfNotable
        : Watched.Contains(row.Country) ? NamesOfWatched : NamesOfOthers;
}
