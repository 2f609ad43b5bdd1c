using System.Globalization;
using Truceline.GeoZone.Geodesy;

namespace Truceline.Evaluation.Geometry;

/// <summary>Edge points of a band by another program's distances.</summary>
internal static class EdgeCheck
{
    private const double BarM = 5;

    internal static async Task<bool> RunAsync(IReadOnlyList<GeoPoint> line, double reachM, TextWriter output, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        var band = BandEdge.Draw(line, reachM);
        var took = TimeProvider.System.GetElapsedTime(started);
        var points = BandEdge.PointsAwayFromEnds(band, line, reachM);
        var off = (await GeodSolve.DistancesAsync(points, line, cancellationToken)).Select(distance => Math.Abs(distance - reachM)).Order().ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"band of {reachM / 1000} km: {band.NumPoints} vertices, drawn in {took.TotalMilliseconds:F0} ms; {off.Count} edge points by GeodSolve: median off {off[off.Count / 2]:F3} m, 99 % {off[off.Count * 99 / 100]:F3} m, most {off[^1]:F3} m (bar {BarM} m)"));
        return off.Count > 0 && off[^1] <= BarM;
    }
}
