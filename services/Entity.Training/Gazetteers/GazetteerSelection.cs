using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>Merges the sources and limits how many names each place brings.</summary>
internal static class GazetteerSelection
{
    private const int LargePopulation = 100_000;
    private const int NamesOfLarge = 32;
    private const int NamesOfWatched = 12;
    private const int NamesOfOthers = 5;

    /// <summary>Merges the sources: a place that both know keeps its GeoNames id and gains the other's names.</summary>
    public static IReadOnlyList<GazetteerRow> Select(
        IEnumerable<GazetteerRow> cities,
        IEnumerable<GazetteerRow> divisions,
        IEnumerable<(GazetteerRow Row, long GeoNamesId)> whosOnFirst)
    {
        var provinces = divisions.ToDictionary(d => d.Division, StringComparer.Ordinal);
        var byName = provinces.Values.Where(d => d.Kind == PlaceKind.Province)
            .SelectMany(d => d.OtherNames.Prepend(d.Name).Select(n => (Key: (d.Country, NameKey.Loose(n)), d.Division)))
            .GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.First().Division);
        var rows = cities.ToDictionary(r => r.Id);
        var added = new List<GazetteerRow>();
        foreach (var (row, geoNamesId) in whosOnFirst)
        {
            var known = row.Kind == PlaceKind.Province
                ? row.OtherNames.Prepend(row.Name).Select(n => byName.GetValueOrDefault((row.Country, NameKey.Loose(n)))).FirstOrDefault(c => c is not null) : null;
            if (known is not null)
            {
                // The extract knows the shape of the province: its point is better than the middle of the towns.
                var division = provinces[known];
                provinces[known] = division with
                {
                    Latitude = row.Latitude,
                    Longitude = row.Longitude,
                    OtherNames = PlaceNames.Of(division.Name, [.. division.OtherNames, row.Name, .. row.OtherNames], anyScript: true),
                };
            }
            else if (rows.TryGetValue(geoNamesId, out var same))
            {
                rows[geoNamesId] = same with
                {
                    OtherNames = PlaceNames.Of(same.Name, [.. same.OtherNames.Take(NamesOfWatched), row.Name, .. row.OtherNames], anyScript: true),
                };
            }
            else
            {
                added.Add(row);
            }
        }
        return [.. provinces.Values.Concat(rows.Values).Concat(added).Select(Limited)];
    }

    private static GazetteerRow Limited(GazetteerRow row) => row with
    {
        OtherNames = [.. row.OtherNames.Take(NamesFor(row))],
        HasSkeletons = Watched.Has(row.Country) && row.Kind != PlaceKind.Neighbourhood,
    };

    private static int NamesFor(GazetteerRow row) =>
        row.Population >= LargePopulation || row.Kind == PlaceKind.Province ? NamesOfLarge
        : Watched.Has(row.Country) ? NamesOfWatched : NamesOfOthers;
}
