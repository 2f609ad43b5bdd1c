using System.Text.Json;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>Reads an extract of Who's On First: one JSON object a line with id, name, placetype, lat, lon, pop, concordances and names.</summary>
internal static class WhosOnFirstReader
{
    private const int CityPopulation = 50_000;
    private const int TownPopulation = 5_000;

    /// <summary>A row with the id of the same place in GeoNames, 0 when it has none.</summary>
    public static IEnumerable<(GazetteerRow Row, long GeoNamesId)> Read(FileInfo file)
    {
        var country = file.Name["wof_".Length..^".jsonl".Length].ToUpperInvariant();
        foreach (var line in File.ReadLines(file.FullName))
        {
            using var document = JsonDocument.Parse(line);
            var place = document.RootElement;
            var population = place.GetProperty("pop").ValueKind == JsonValueKind.Number ? (int)place.GetProperty("pop").GetDouble() : 0;
            if (KindOf(place.GetProperty("placetype").GetString(), population) is not { } kind)
                continue;
            var names = place.GetProperty("names").EnumerateObject().Where(n => IsKept(n.Name))
                .OrderBy(n => n.Name.StartsWith("eng_x_preferred", StringComparison.Ordinal) ? 0 : 1)
                .SelectMany(n => n.Value.EnumerateArray().Select(v => v.GetString() ?? ""))
                .Append(place.GetProperty("name").GetString() ?? "").Select(Clean);
            var latin = PlaceNames.Of("", names, anyScript: true);
            if (latin.Count == 0 || latin[0][0] > '\u0250')
                continue;
            var geoNames = place.GetProperty("concordances").TryGetProperty("gn:id", out var id) && id.ValueKind == JsonValueKind.Number
                ? id.GetInt64() : 0;
            yield return (
                new GazetteerRow(
                    true, place.GetProperty("id").GetInt64(), latin[0], kind, place.GetProperty("lat").GetDouble(),
                    place.GetProperty("lon").GetDouble(), country, population)
                {
                    OtherNames = [.. latin.Skip(1)],
                },
                geoNames);
        }
    }

    private static bool IsKept(string language) =>
        language.StartsWith("eng_", StringComparison.Ordinal) || language.StartsWith("und_", StringComparison.Ordinal)
        || language[..3] is "ara" or "ukr" or "rus" or "heb" or "aze" or "hye" or "fra" or "deu";

    private static string Clean(string name)
    {
        foreach (var suffix in (string[])[" Governorate", " District", " City", " Oblast", " Raion"])
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal) && name.Length > suffix.Length + 2)
                name = name[..^suffix.Length];
        }
        return name;
    }

    private static PlaceKind? KindOf(string? type, int population) => type switch
    {
        "region" => PlaceKind.Province,
        "county" or "localadmin" => PlaceKind.District,
        "campus" => PlaceKind.Facility,
        "neighbourhood" => PlaceKind.Neighbourhood,
        "locality" => population >= CityPopulation ? PlaceKind.City : population >= TownPopulation ? PlaceKind.Town : PlaceKind.Village,
        _ => null,
    };
}
