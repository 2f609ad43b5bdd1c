using NetTopologySuite.Geometries;

namespace Truceline.GeoZone.Shapes.Validity;

/// <summary>One named geometry of a document.</summary>
/// <param name="Name">Its name; empty when the document gives none.</param>
/// <param name="Geometry">Longitude and latitude as x and y, in degrees; null when the document says it has none.</param>
/// <param name="Path">Its path in the document.</param>
/// <param name="Properties">What else the document says of it, as text.</param>
internal sealed record ShapeFeature(string Name, Geometry? Geometry, string Path, IReadOnlyDictionary<string, string> Properties)
{
    public static readonly IReadOnlyDictionary<string, string> NoProperties = new Dictionary<string, string>();
}

/// <summary>What was read, or why it was refused.</summary>
/// <param name="Features">The geometries; empty when the document was refused.</param>
/// <param name="Issues">What was found, refused or mended.</param>
/// <param name="IsRefused">Whether it was refused.</param>
internal sealed record ShapeDocument(IReadOnlyList<ShapeFeature> Features, IReadOnlyList<GeometryIssue> Issues, bool IsRefused)
{
    /// <summary>Area of all polygons before anything was mended, in square metres; those that cannot be measured count 0.</summary>
    public double AreaBeforeM2 { get; init; }

    /// <summary>Area of all polygons as they are now, in square metres.</summary>
    public double AreaAfterM2 { get; init; }
}
