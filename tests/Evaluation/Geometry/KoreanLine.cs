using System.Text.Json;
using Truceline.GeoZone.Geodesy;

namespace Truceline.Evaluation.Geometry;

/// <summary>The demarcation line and the limits to its north and south.</summary>
internal sealed record KoreanLine(IReadOnlyList<GeoPoint> Demarcation, IReadOnlyList<GeoPoint> North, IReadOnlyList<GeoPoint> South)
{
    internal static KoreanLine Read(DirectoryInfo data)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(data.FullName, "geometry", "korea_dmz", "dmz-geojson.json")));
        var features = document.RootElement.GetProperty("features").EnumerateArray().ToList();
        return new(Line(features, "KN", "Military Demarcation Line"), Line(features, "KN", "DMZ"), Line(features, "KS", "DMZ"));
    }

    private static List<GeoPoint> Line(IEnumerable<JsonElement> features, string country, string name)
    {
        var feature = features.Single(f => f.GetProperty("properties").GetProperty("COUNTRY_CO").GetString() == country
            && f.GetProperty("properties").GetProperty("DISCLAIME1").GetString() == name);
        return [.. feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(at => new GeoPoint(at[1].GetDouble(), at[0].GetDouble()))];
    }
}
