namespace Truceline.GeoZone.Shapes.Validity;

/// <summary>From what a format's reader found to a document: checks every geometry, mends when asked, refuses what must be refused.</summary>
internal static class ShapeReading
{
    /// <param name="features">As read.</param>
    /// <param name="issues">What the reader noted; what the geometries show is added.</param>
    /// <param name="mode">How to take issues.</param>
    /// <param name="locate">Gives an issue its line and column; null when the format has none.</param>
    public static ShapeDocument Finish(IReadOnlyList<ShapeFeature> features, IssueList issues, ReadingMode mode, Func<GeometryIssue, GeometryIssue>? locate = null)
    {
        var found = new IssueList();
        foreach (var feature in features)
        {
            if (feature.Geometry is { } geometry)
                GeometryChecker.Check(geometry, feature.Path, found);
        }
        foreach (var issue in found.All)
            issues.Add(locate?.Invoke(issue) ?? issue);
        if (issues.Refuses(mode))
            return new([], issues.All, true);
        var before = features.Sum(Area);
        if (!mode.Repair || issues.All.Count == 0)
            return new(features, issues.All, false) { AreaBeforeM2 = before, AreaAfterM2 = before };
        var mended = features.Select(feature => feature with { Geometry = feature.Geometry is { } geometry ? GeometryRepairer.Repair(geometry) : null }).ToList();
        return new(mended, issues.All, false) { AreaBeforeM2 = before, AreaAfterM2 = mended.Sum(Area) };
    }

    /// <summary>A document that could not be read at all.</summary>
    public static ShapeDocument Refuse(params GeometryIssue[] issues) => new([], issues, true);

    private static double Area(ShapeFeature feature) => feature.Geometry is { } geometry ? GeometryRepairer.AreaM2(geometry) : 0;
}
