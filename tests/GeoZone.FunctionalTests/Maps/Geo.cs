using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Truceline.GeoZone.FunctionalTests.Maps;

/// <summary>Reads GeoJSON and problem documents in tests.</summary>
internal static class Geo
{
    /// <summary>All positions of a geometry, first axis as x.</summary>
    public static IEnumerable<Coordinate> Positions(JsonElement geometry) =>
        geometry.ValueKind == JsonValueKind.Null ? [] : Flat(geometry.GetProperty("coordinates"));

    /// <summary>The geometry, first axis as x.</summary>
    public static Geometry Geometry(JsonElement geometry)
    {
        var at = geometry.GetProperty("coordinates");
        var factory = GeometryFactory.Default;
        return geometry.GetProperty("type").GetString() switch
        {
            "Point" => factory.CreatePoint(At(at)),
            "LineString" => factory.CreateLineString(Line(at)),
            "MultiLineString" => factory.CreateMultiLineString([.. at.EnumerateArray().Select(l => factory.CreateLineString(Line(l)))]),
            "Polygon" => Polygon(at),
            "MultiPolygon" => factory.CreateMultiPolygon([.. at.EnumerateArray().Select(Polygon)]),
            var type => throw new NotSupportedException(type),
        };
    }

    /// <summary>What a problem document says is wrong: field and reason.</summary>
    public static IEnumerable<(string Field, string Reason)> Violations(JsonElement problem) =>
        problem.GetProperty("violations").EnumerateArray().Select(v => (v.GetProperty("field").GetString()!, v.GetProperty("reason").GetString()!));

    private static Polygon Polygon(JsonElement rings)
    {
        var all = rings.EnumerateArray().Select(r => GeometryFactory.Default.CreateLinearRing(Line(r))).ToList();
        return GeometryFactory.Default.CreatePolygon(all[0], [.. all.Skip(1)]);
    }

    private static Coordinate[] Line(JsonElement positions) => [.. positions.EnumerateArray().Select(At)];

    private static Coordinate At(JsonElement position) => new(position[0].GetDouble(), position[1].GetDouble());

    private static IEnumerable<Coordinate> Flat(JsonElement coordinates) =>
        coordinates[0].ValueKind == JsonValueKind.Number ? [At(coordinates)] : coordinates.EnumerateArray().SelectMany(Flat);
}
