using System.Text.Json;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Training.Gazetteers;

/// <summary>Divisions: names from GeoNames; extent from the places that lie in them. The middle is that of the extent, not of the people.</summary>
internal static class GeoNamesDivisions
{
    private const double ShareWithin = 0.98;
    private const int LeastRadius = 5;

    private static readonly string[] GenericWords =
    [
        " Governorate", " Province", " Oblast", "'s Oblast", " Region", " State", " Department", " District", " Oblast'", "Muhafazat ",
        " Republic", "Republic of ", "Departamento de ", "Provincia de ", "Wilaya de ", " Voivodeship", " Prefecture", " Territory", "Autonomous Region of ",
        "Province of ", "Provincia di ", "Provincia del ", "Département de ", "Département du ", "Departamento del ", "Distrito de ", "Région de ",
        " Raion", " Municipality", " Regency", "Kabupaten ", "Landkreis ", "Kreis ", "City of ", "County of ", "London Borough of ", "Royal Borough of ",
    ];

    /// <summary>The divisions of one order that places lie in.</summary>
    /// <param name="names">JSON: [{code, name}].</param>
    /// <param name="inside">Places by the code of their division of that order.</param>
    /// <param name="kind">Kind of place that a division of that order is.</param>
    /// <param name="leastPopulation">Inhabitants of its places below which a division outside watched states is left out.</param>
    public static IEnumerable<GazetteerRow> Read(FileInfo names, ILookup<string, GazetteerRow> inside, PlaceKind kind, int leastPopulation)
    {
        using var stream = names.OpenRead();
        using var document = JsonDocument.Parse(stream);
        var divisions = document.RootElement.EnumerateArray()
            .Select(e => (Code: e.GetProperty("code").GetString() ?? "", Name: e.GetProperty("name").GetString() ?? ""))
            .OrderBy(d => d.Code, StringComparer.Ordinal).ToList();
        foreach (var (code, fullName) in divisions)
        {
            var within = inside[code].ToList();
            var population = (int)Math.Min(int.MaxValue, within.Sum(p => (long)p.Population));
            if (within.Count == 0 || (population < leastPopulation && !Watched.Has(code[..2])))
                continue;
            var name = Shorten(fullName);
            var (latitude, longitude) = (Middle(within.Select(p => p.Latitude)), Middle(within.Select(p => p.Longitude)));
            var row = new GazetteerRow(false, 0, name, kind, latitude, longitude, code, population)
            {
                OtherNames = PlaceNames.Of(name, [fullName, .. Bare(fullName)]),
            };
            row = row with { RadiusKilometres = Radius(row, within) };
            yield return DivisionNotes.All.TryGetValue(code, out var note) ? note.Apply(row) : row;
        }
    }

    private static double Middle(IEnumerable<double> degrees)
    {
        var ordered = degrees.Order().ToList();
        var cut = (int)(ordered.Count * (1 - ShareWithin) / 2);
        return (ordered[cut] + ordered[^(cut + 1)]) / 2;
    }

    private static int Radius(GazetteerRow middle, List<GazetteerRow> within)
    {
        var centre = Place(middle);
        var distances = within.Select(p => centre.MetresTo(Place(p)) / 1000).Order().ToList();
        return Math.Clamp((int)Math.Ceiling(distances[(int)((distances.Count - 1) * ShareWithin)]) + LeastRadius, LeastRadius, ushort.MaxValue);
    }

    private static GazetteerPlace Place(GazetteerRow row) => new("", row.Name, row.Kind, row.Latitude, row.Longitude, 1, null);

    /// <summary>"Scott County" is named without the word too.</summary>
    private static IEnumerable<string> Bare(string name) =>
        name.EndsWith(" County", StringComparison.Ordinal) ? [name[..^" County".Length]] : [];

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
