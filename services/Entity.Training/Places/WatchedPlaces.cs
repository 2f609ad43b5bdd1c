using System.Reflection;
using Truceline.Entity.Reading.Places;

namespace Truceline.Entity.Training.Places;

/// <summary>
/// Towns of some thirty ceasefires, each told beside its state alone: what GeoVirus, where most names have one famous bearer, does not teach.
/// The true one is the largest of its name in its state.
/// </summary>
internal static class WatchedPlaces
{
    /// <summary>A document for each place that the gazetteer knows in its state.</summary>
    /// <param name="gazetteer">The places.</param>
    public static IEnumerable<ResolverDocument> Documents(Gazetteer gazetteer)
    {
        foreach (var (state, iso, name) in Read())
        {
            if (Largest(gazetteer, state, null) is not { Country: { } named } country || Largest(gazetteer, name, iso) is not { } place)
                continue;
            yield return new ResolverDocument(
                [new Toponym(state, PlaceKind.Country, 1, false), new Toponym(name, null, 1, false)],
                [(country.Latitude, country.Longitude), (place.Latitude, place.Longitude)], new Dictionary<string, int>(StringComparer.Ordinal) { [named] = 1 });
        }
    }

    private static GazetteerPlace? Largest(Gazetteer gazetteer, string name, string? iso) =>
        gazetteer.Find(name).Where(m => m.Exact && (iso is null ? m.Place.Kind == PlaceKind.Country : m.Place.Country == iso)).Select(m => m.Place).MaxBy(p => p.Population);

    private static IEnumerable<(string State, string Iso, string Place)> Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("Places.watched")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.Split('\t') is not [var state, var iso, var places])
                continue;
            foreach (var place in places.Split('|'))
                yield return (state, iso, place);
        }
    }
}
