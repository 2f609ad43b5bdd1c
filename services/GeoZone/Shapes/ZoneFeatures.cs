using Truceline.GeoZone.Shapes.Drawing;
using Truceline.GeoZone.Shapes.Validity;

namespace Truceline.GeoZone.Shapes;

/// <summary>A drawn zone as features of a document: <c>inside</c> and, when it differs, <c>possible</c>.</summary>
internal static class ZoneFeatures
{
    public static IReadOnlyList<ShapeFeature> Of(DrawnZone zone, string name)
    {
        var features = new List<ShapeFeature> { Feature(zone.Inside, "inside") };
        if (!ReferenceEquals(zone.Inside, zone.Possible))
            features.Add(Feature(zone.Possible, "possible"));
        return features;

        ShapeFeature Feature(NetTopologySuite.Geometries.Geometry area, string certainty) =>
            new(name, area, "", new Dictionary<string, string> { ["name"] = name, ["certainty"] = certainty });
    }
}
