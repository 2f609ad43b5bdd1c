using Truceline.GeoZone.V1;

namespace Truceline.GeoZone.Zones.Versions;

/// <summary>What a shape names.</summary>
internal static class ShapeReferences
{
    /// <summary>The lines, zones and places that it is drawn from, each once.</summary>
    public static IReadOnlyList<KeptKey> Of(Shape? shape) => [.. WithPaths("", shape).Select(r => r.Key).Distinct()];

    /// <summary>The same in order, each time that it is named, with the path of the field.</summary>
    /// <param name="path">The path of the shape.</param>
    /// <param name="shape">The shape.</param>
    public static IEnumerable<(string Path, KeptKey Key)> WithPaths(string path, Shape? shape) => shape?.KindCase switch
    {
        Shape.KindOneofCase.AgreedBand => [($"{path}.agreed_band.line_id", KeptKey.Line(shape.AgreedBand.LineId))],
        Shape.KindOneofCase.Corridor => Lines(($"{path}.corridor.route_line_id", shape.Corridor.RouteLineId)),
        Shape.KindOneofCase.Between => Lines(($"{path}.between.first_line_id", shape.Between.FirstLineId), ($"{path}.between.second_line_id", shape.Between.SecondLineId)),
        Shape.KindOneofCase.Zone => [($"{path}.zone.zone_id", KeptKey.Zone(shape.Zone.ZoneId))],
        Shape.KindOneofCase.Place => [($"{path}.place.gazetteer_id", KeptKey.Place(shape.Place.GazetteerId))],
        Shape.KindOneofCase.Composed => shape.Composed.Parts.SelectMany((part, i) => WithPaths($"{path}.composed.parts[{i}]", part)),
        _ => [],
    };

    /// <summary>The bands along lines that are kept, with their paths.</summary>
    /// <param name="path">The path of the shape.</param>
    /// <param name="shape">The shape.</param>
    public static IEnumerable<(string Path, Band Band)> Bands(string path, Shape? shape) => shape?.KindCase switch
    {
        Shape.KindOneofCase.AgreedBand => [($"{path}.agreed_band", shape.AgreedBand)],
        Shape.KindOneofCase.Composed => shape.Composed.Parts.SelectMany((part, i) => Bands($"{path}.composed.parts[{i}]", part)),
        _ => [],
    };

    private static IEnumerable<(string Path, KeptKey Key)> Lines(params (string Path, string Id)[] lines) =>
        lines.Where(l => l.Id.Length > 0).Select(l => (l.Path, KeptKey.Line(l.Id)));
}
