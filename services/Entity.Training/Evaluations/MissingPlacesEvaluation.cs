using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Training.Evaluations;

/// <summary>Places, and spellings of places, that the sources of the gazetteer lack and reports name: each must lead to its place.</summary>
internal sealed class MissingPlacesEvaluation : IEvaluation
{
    private const double NearMetres = 15_000;

    // Where they lie, to a hundredth of a degree or two.
    private static readonly (string Name, string Country, double Latitude, double Longitude)[] Places =
    [
        ("Bab al-Hawa", "SY", 36.22, 36.67), ("Panmunjom", "KR", 37.96, 126.68), ("Shyrokyne", "UA", 47.10, 37.82), ("Zolote", "UA", 48.69, 38.52),
        ("Abyei", "SD", 9.59, 28.43), ("Al-Lataminah", "SY", 35.32, 36.62), ("Jisr al-Shughur", "SY", 35.81, 36.32), ("Hodeidah", "YE", 14.80, 42.95),
        ("Mhardeh", "SY", 35.25, 36.58), ("Abu al-Duhur", "SY", 35.74, 37.05), ("Darat Izza", "SY", 36.28, 36.85), ("Tal Rifaat", "SY", 36.47, 37.10),
    ];

    public string Name => "missing-places";

    public IEnumerable<Score> Run(EvaluationContext context)
    {
        var gazetteer = Gazetteer.Load();
        var lacking = Places.Where(p => !IsFound(gazetteer, p)).Select(p => p.Name).ToList();
        yield return new Score(
            "gazetteer", "places that its sources lack, found", (double)(Places.Length - lacking.Count) / Places.Length, 1,
            $"{Places.Length} names, within {NearMetres / 1000:0} km" + (lacking.Count == 0 ? "" : "; not " + string.Join(", ", lacking)));
    }

    private static bool IsFound(Gazetteer gazetteer, (string Name, string Country, double Latitude, double Longitude) sought)
    {
        var there = new GazetteerPlace("", sought.Name, PlaceKind.Town, sought.Latitude, sought.Longitude, 1, sought.Country);
        // Abyei is claimed by two states: the position tells.
        return gazetteer.Find(sought.Name).Any(m => m.Place.IsWithin(NearMetres + (m.Place.Kind is PlaceKind.Region or PlaceKind.Province ? m.Place.RadiusMetres : 0), there));
    }
}
