using System.Text.Json;
using Truceline.Type.V1;

namespace Truceline.Entity.Places;

/// <summary>
/// The areas of divisions by the ids of the gazetteer: a GeoJSON collection of polygons whose properties give <c>id</c>, <c>name</c>, <c>source</c> and, when they
/// have them, <c>other_ids</c> and <c>tolerance_m</c>. Immutable, safe to share between threads.
/// </summary>
internal sealed class PlaceAreas
{
    private const string Shipped = "Truceline.Entity.Data.place-areas.geojson";

    private readonly Dictionary<string, PlaceArea> _areas = new(StringComparer.Ordinal);

    private PlaceAreas()
    {
    }

    /// <summary>All ids under which there is an area.</summary>
    public IReadOnlyCollection<string> Ids => _areas.Keys;

    /// <summary>The area of a place; null when there is none.</summary>
    public PlaceArea? Find(string id) => _areas.GetValueOrDefault(id);

    /// <summary>Reads the areas that are shipped and those of a file, which come first.</summary>
    /// <param name="path">A file of the same form; null for none.</param>
    /// <exception cref="InvalidDataException">The file is not of this form.</exception>
    public static PlaceAreas Load(string? path)
    {
        var areas = new PlaceAreas();
        if (!string.IsNullOrEmpty(path))
        {
            using var given = File.OpenRead(path);
            areas.Read(given, path);
        }
        using var shipped = typeof(PlaceAreas).Assembly.GetManifestResourceStream(Shipped)!;
        areas.Read(shipped, Shipped);
        return areas;
    }

    private void Read(Stream stream, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            foreach (var feature in document.RootElement.GetProperty("features").EnumerateArray())
            {
                var properties = feature.GetProperty("properties");
                var area = new PlaceArea(
                    properties.GetProperty("name").GetString()!,
                    Parts(feature.GetProperty("geometry")),
                    properties.TryGetProperty("tolerance_m", out var tolerance) ? tolerance.GetDouble() : 0,
                    properties.GetProperty("source").GetString()!);
                _areas.TryAdd(properties.GetProperty("id").GetString()!, area);
                if (properties.TryGetProperty("other_ids", out var others))
                {
                    foreach (var other in others.EnumerateArray())
                    {
                        _areas.TryAdd(other.GetString()!, area);
                    }
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"{name} is no GeoJSON collection of areas with id, name and source: {exception.Message}", exception);
        }
    }

    private static List<Polygon> Parts(JsonElement geometry)
    {
        var coordinates = geometry.GetProperty("coordinates");
        return geometry.GetProperty("type").GetString() switch
        {
            "Polygon" => [Part(coordinates)],
            "MultiPolygon" => [.. coordinates.EnumerateArray().Select(Part)],
            var other => throw new FormatException($"an area is a Polygon or MultiPolygon, not {other}"),
        };
    }

    private static Polygon Part(JsonElement rings)
    {
        var read = rings.EnumerateArray().Select(Ring).ToList();
        return new Polygon { Outer = read[0], Holes = { read.Skip(1) } };
    }

    /// <summary>In messages the first position is not repeated.</summary>
    private static Ring Ring(JsonElement ring) => new()
    {
        Positions = { ring.EnumerateArray().SkipLast(1).Select(at => new Position { Longitude = at[0].GetDouble(), Latitude = at[1].GetDouble() }) },
    };
}
