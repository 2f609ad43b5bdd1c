using System.Globalization;
using Truceline.GeoZone.Geodesy;

namespace Truceline.Evaluation.Geometry;

/// <summary>
/// The band's edge against the published limits, from each published vertex to the edge and from each point of the edge to the limits. An offset is
/// the published line's own where GeodSolve finds the published point that far from 2 km, or the edge's point at 2 km to the metre.
/// </summary>
internal static class LimitsCheck
{
    private const double ReachM = 2_000;
    private const double MedianBarM = 60;
    private const double MostBarM = 150;

    internal static async Task<bool> RunAsync(KoreanLine sample, TextWriter output, CancellationToken cancellationToken)
    {
        var band = BandEdge.Draw(sample.Demarcation, ReachM);
        var edges = BandEdge.Rings(band).Select(ring => new Polyline(ring)).ToList();
        var limits = new[] { sample.North, sample.South }.Select(limit => new Polyline(limit)).ToList();
        bool IsAway(GeoPoint point) => Geodesic.Inverse(point, sample.Demarcation[0]).DistanceM > ReachM * 1.1 && Geodesic.Inverse(point, sample.Demarcation[^1]).DistanceM > ReachM * 1.1;

        var published = sample.North.Concat(sample.South).Where(IsAway).ToList();
        var edge = BandEdge.PointsAwayFromEnds(band, sample.Demarcation, ReachM);
        var there = await OffsetsAsync("published vertices to the edge", published, edges, sample, (offset, distance) => Math.Abs(Math.Abs(distance - ReachM) - offset) < 5, output, cancellationToken);
        var back = await OffsetsAsync("edge points to the published limits", edge, limits, sample, (_, distance) => Math.Abs(distance - ReachM) < 1, output, cancellationToken);
        return there && back;
    }

    private static async Task<bool> OffsetsAsync(string what, IReadOnlyList<GeoPoint> points, IReadOnlyList<Polyline> to, KoreanLine sample,
        Func<double, double, bool> isPublished, TextWriter output, CancellationToken cancellationToken)
    {
        var offsets = points.Select(point => (Point: point, OffsetM: to.Min(line => line.DistanceM(point)))).OrderBy(o => o.OffsetM).ToList();
        var far = offsets.Where(o => o.OffsetM > MostBarM).ToList();
        var distances = await GeodSolve.DistancesAsync([.. far.Select(o => o.Point)], sample.Demarcation, cancellationToken);
        var unexplained = far.Where((o, i) => !isPublished(o.OffsetM, distances[i])).ToList();
        var median = offsets[offsets.Count / 2].OffsetM;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"2 km band, {what}: {offsets.Count} points, median {median:F1} m (bar {MedianBarM}), 95 % {offsets[offsets.Count * 95 / 100].OffsetM:F1} m, most {offsets[^1].OffsetM:F1} m; above {MostBarM} m: {far.Count}, of them not the published line's own: {unexplained.Count}"));
        foreach (var (point, offset) in unexplained)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {point.Latitude:F5} {point.Longitude:F5}: {offset:F1} m"));
        return median < MedianBarM && unexplained.Count == 0;
    }
}
