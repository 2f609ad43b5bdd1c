using System.Diagnostics;
using System.Globalization;
using Truceline.GeoZone.Geodesy;

namespace Truceline.Evaluation.Geometry;

/// <summary>Distances from GeographicLib's GeodSolve, which is no part of this project.</summary>
internal static class GeodSolve
{
    private const double StepM = 5;

    /// <summary>
    /// Distance of each point from a line whose edges are straight in longitude and latitude, in metres: the least of GeodSolve's distances to points
    /// of the line 5 m apart, on the edges that are coarsely nearest. Too long by at most a centimetre at 1 km, a millimetre at 10.
    /// </summary>
    internal static async Task<double[]> DistancesAsync(IReadOnlyList<GeoPoint> points, IReadOnlyList<GeoPoint> line, CancellationToken cancellationToken)
    {
        var owners = new List<int>();
        var pairs = new List<(GeoPoint From, GeoPoint To)>();
        for (var i = 0; i < points.Count; i++)
        {
            foreach (var foot in Candidates(points[i], line))
            {
                owners.Add(i);
                pairs.Add((points[i], foot));
            }
        }
        var distances = await AskAsync(pairs, cancellationToken);
        var least = Enumerable.Repeat(double.PositiveInfinity, points.Count).ToArray();
        for (var i = 0; i < owners.Count; i++)
            least[owners[i]] = Math.Min(least[owners[i]], distances[i]);
        return least;
    }

    /// <summary>Distance of each point from one, in metres.</summary>
    internal static Task<double[]> BetweenAsync(GeoPoint from, IEnumerable<GeoPoint> points, CancellationToken cancellationToken) =>
        AskAsync([.. points.Select(point => (from, point))], cancellationToken);

    private static async Task<double[]> AskAsync(IReadOnlyList<(GeoPoint From, GeoPoint To)> pairs, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("GeodSolve", ["-i", "-p", "4"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("GeodSolve did not start.");
        var asking = Task.Run(async () =>
        {
            foreach (var (from, to) in pairs)
                await process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{from.Latitude:R} {from.Longitude:R} {to.Latitude:R} {to.Longitude:R}").AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }, cancellationToken);
        var distances = new double[pairs.Count];
        for (var i = 0; i < distances.Length; i++)
        {
            var answer = await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidDataException("GeodSolve ended early.");
            distances[i] = double.Parse(answer.Split(' ')[2], CultureInfo.InvariantCulture);
        }
        await asking;
        await process.WaitForExitAsync(cancellationToken);
        return distances;
    }

    private static IEnumerable<GeoPoint> Candidates(GeoPoint from, IReadOnlyList<GeoPoint> line)
    {
        var edges = Enumerable.Range(1, line.Count - 1).Select(i => (Index: i, Rough: Rough(from, line[i - 1], line[i]))).ToList();
        var least = edges.Min(edge => edge.Rough.DistanceM);
        return edges.Where(edge => edge.Rough.DistanceM < least * 1.01 + 20).SelectMany(edge =>
        {
            var (a, b) = (line[edge.Index - 1], line[edge.Index]);
            var half = 60 * StepM / Math.Max(1, edge.Rough.LengthM);
            return Enumerable.Range(-60, 121).Select(k => Math.Clamp(edge.Rough.Part + half * k / 60, 0, 1)).Distinct().Select(part => Between(a, b, part));
        });
    }

    /// <summary>On a plane around the point, good to a part in a thousand: enough to tell where to look.</summary>
    private static (double DistanceM, double Part, double LengthM) Rough(GeoPoint from, GeoPoint a, GeoPoint b)
    {
        const double metres = 111_200;
        var shrink = metres * Math.Cos(double.DegreesToRadians(from.Latitude));
        var (ax, ay) = ((a.Longitude - from.Longitude) * shrink, (a.Latitude - from.Latitude) * metres);
        var (x, y) = ((b.Longitude - a.Longitude) * shrink, (b.Latitude - a.Latitude) * metres);
        var part = Math.Clamp(-(ax * x + ay * y) / (x * x + y * y), 0, 1);
        return (double.Hypot(ax + x * part, ay + y * part), part, double.Hypot(x, y));
    }

    private static GeoPoint Between(GeoPoint a, GeoPoint b, double part) =>
        new(a.Latitude + part * (b.Latitude - a.Latitude), a.Longitude + part * (b.Longitude - a.Longitude));
}
