using System.Globalization;
using NetTopologySuite.Geometries;

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
            if (feature.Geometry is not { } geometry)
                continue;
            Advise(geometry, feature.Path, found);
            GeometryChecker.Check(geometry, feature.Path, found);
        }
        foreach (var issue in found.All)
            issues.Add(locate?.Invoke(issue) ?? issue);
        if (issues.Refuses(mode))
            return new([], issues.All, true);
        var areas = features.Select(Area).ToList();
        var before = areas.Sum();
        if (!mode.Repair || issues.All.Count == 0)
            return new(features, issues.All, false) { AreaBeforeM2 = before, AreaAfterM2 = before };
        var mended = features.Select(feature => feature with { Geometry = feature.Geometry is { } geometry ? GeometryRepairer.Repair(geometry) : null }).ToList();
        var areasAfter = mended.Select(Area).ToList();
        var told = issues.All.Select(issue =>
            IndexOf(features, issue.Path) is >= 0 and var i ? Told(issue, mended[i], areas[i], areasAfter[i]) : issue);
        return new(mended, [.. told], false) { AreaBeforeM2 = before, AreaAfterM2 = areasAfter.Sum() };
    }

    /// <summary>A document that could not be read at all.</summary>
    public static ShapeDocument Refuse(params GeometryIssue[] issues) => new([], issues, true);

    /// <summary>Nothing, or no more than a point: read as it stands, but hardly what was meant.</summary>
    private static void Advise(Geometry geometry, string path, IssueList issues)
    {
        if (geometry.IsEmpty)
            issues.Add(new(path, "EMPTY_GEOMETRY", "The geometry has no positions.", IssueWeight.Advice));
        if (geometry is Polygon or MultiPolygon)
            return;
        foreach (var (part, partPath) in CoordinatePaths.Of(geometry, path).Where(part => part.At.Count > 1))
        {
            if (Enumerable.Range(1, part.Count - 1).All(i => part.GetX(i) == part.GetX(0) && part.GetY(i) == part.GetY(0)))
                issues.Add(new(partPath, "ZERO_LENGTH", "All its positions are the same.", IssueWeight.Advice));
        }
    }

    /// <summary>The issue with what the repair came to: which parts an area has now, and how large it is.</summary>
    private static GeometryIssue Told(GeometryIssue issue, ShapeFeature mended, double beforeM2, double afterM2)
    {
        if (issue.Weight != IssueWeight.Repairable || mended.Geometry is not MultiPolygon area)
            return issue;
        var parts = area.Geometries.Cast<Polygon>().Where(part => !part.IsEmpty).ToList();
        var message = string.Create(CultureInfo.InvariantCulture,
            $"{issue.Message} Parts now: {parts.Count}, with {parts.Sum(part => part.NumInteriorRings)} holes; {beforeM2:F0} m² before, {afterM2:F0} m² after.");
        return issue with { Message = message };
    }

    private static int IndexOf(IReadOnlyList<ShapeFeature> features, string path) => Enumerable.Range(0, features.Count).FirstOrDefault(i => IsWithin(path, features[i].Path), -1);

    private static bool IsWithin(string path, string whole) => path.StartsWith(whole, StringComparison.Ordinal) && (path.Length == whole.Length || path[whole.Length] is '[' or '.');

    private static double Area(ShapeFeature feature) => feature.Geometry is { } geometry ? GeometryRepairer.AreaM2(geometry) : 0;
}
