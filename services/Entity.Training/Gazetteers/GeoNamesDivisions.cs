using System.Text.Json;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>First-order divisions: names from GeoNames, centroid and radius from the places that lie in them.</summary>
internal static class GeoNamesDivisions
{
    private const double KilometresPerDegree = 111.2;
    private const double ShareWithin = 0.95;
    private const int LeastRadius = 5;

    /// <summary>The table gives no ids: divisions are numbered in a range that GeoNames does not reach.</summary>
    private const long FirstId = 1_000_000_000;

    private static readonly string[] GenericWords =
    [
        " Governorate", " Province", " Oblast", "'s Oblast", " Region", " State", " Department", " District", " County", " Oblast'", "Muhafazat ",
        " Republic", "Republic of ", "Departamento de ", "Provincia de ", "Wilaya de ", " Voivodeship", " Prefecture", " Territory", "Autonomous Region of ",
    ];

    public static IEnumerable<GazetteerRow> Read(FileInfo names, IReadOnlyList<GazetteerRow> places)
    {
        var inside = places.ToLookup(p => p.Division, StringComparer.Ordinal);
        using var stream = names.OpenRead();
        using var document = JsonDocument.Parse(stream);
        var rows = document.RootElement.EnumerateArray()
            .Select(e => (Code: e.GetProperty("code").GetString() ?? "", Name: e.GetProperty("name").GetString() ?? ""))
            .OrderBy(d => d.Code, StringComparer.Ordinal).ToList();
        for (var i = 0; i < rows.Count; i++)
        {
            var within = inside[rows[i].Code].ToList();
            if (within.Count == 0)
                continue;
            var latitude = within.Average(p => p.Latitude);
            var longitude = within.Average(p => p.Longitude);
            var distances = within.Select(p => Kilometres(p, latitude, longitude)).Order().ToList();
            var radius = Math.Max(LeastRadius, (int)Math.Ceiling(distances[(int)((distances.Count - 1) * ShareWithin)]) + LeastRadius);
            var name = Shorten(rows[i].Name);
            yield return new GazetteerRow(
                false, FirstId + i, name, PlaceKind.Province, latitude, longitude, rows[i].Code[..2],
                (int)Math.Min(int.MaxValue, within.Sum(p => (long)p.Population)), rows[i].Code)
            {
                OtherNames = LatinNames.Of(name, [rows[i].Name]),
                RadiusKilometres = Math.Min(radius, ushort.MaxValue),
            };
        }
    }

    private static double Kilometres(GazetteerRow place, double latitude, double longitude)
    {
        var east = (place.Longitude - longitude) * Math.Cos(double.DegreesToRadians(latitude));
        var north = place.Latitude - latitude;
        return KilometresPerDegree * Math.Sqrt((east * east) + (north * north));
    }

    private static string Shorten(string name)
    {
        foreach (var word in GenericWords)
        {
            var shorter = name.StartsWith(word, StringComparison.Ordinal) ? name[word.Length..]
                : name.EndsWith(word, StringComparison.Ordinal) ? name[..^word.Length] : name;
            if (shorter.Length >= 3)
                name = shorter;
        }
        return name;
    }
}
