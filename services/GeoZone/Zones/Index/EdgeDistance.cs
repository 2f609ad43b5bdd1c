using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>Distance from a point to the border of a shape, within 1 m and 0.01 %. Borders at which a shape was only cut are none.</summary>
internal static class EdgeDistance
{
    // Within so much a search without a first guess is short, in metres.
    private const double NearM = 20_000;

    // A point's degrees as floats are off by less than this.
    private const float Rounding = 2e-5f;

    /// <summary>In metres; infinite when there is no border.</summary>
    public static double InMetres(ZoneShape shape, GeoPoint point) => InMetres(shape, point, new LocalMetric(point), double.PositiveInfinity);

    /// <summary>In metres; infinite when there is no border within so many metres.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="point">The point.</param>
    /// <param name="metric">Distances from it.</param>
    /// <param name="withinM">What is farther need not be found, in metres.</param>
    public static double InMetres(ZoneShape shape, GeoPoint point, in LocalMetric metric, double withinM)
    {
        // A little more, so that what is just that far is found.
        var limit = Math.Min(metric.ReachM, 1.001 * withinM + 1);
        if (limit == metric.ReachM && limit > 0 && shape.Far is { } far)
            return InMetres(shape, far, point, metric);
        var distanceM = Within(shape, point, metric, limit);
        return double.IsInfinity(distanceM) && limit == metric.ReachM ? FarBorder.DistanceM(shape, point) : distanceM;
    }

    /// <summary>To the nearest of some edges that are within reach of the metric and on the point's side of the antimeridian, in metres.</summary>
    public static double InMetres(ZoneShape shape, ReadOnlySpan<int> edges, GeoPoint point, in LocalMetric metric)
    {
        var best = new Nearest { Squared = double.PositiveInfinity, Edge = -1 };
        foreach (var edge in edges)
            MeasureOne(shape, edge, point.Longitude, point.Latitude, metric, ref best);
        return best.Edge >= 0 ? Math.Sqrt(Refine(shape, point.Latitude, metric, best)) : double.PositiveInfinity;
    }

    /// <summary>From a point that may be deep inside a large shape.</summary>
    private static double InMetres(ZoneShape shape, FarEdges far, GeoPoint point, in LocalMetric metric)
    {
        // What is near is soon found; so is that nothing is.
        var distanceM = Within(shape, point, metric, Math.Min(metric.ReachM, NearM));
        if (!double.IsInfinity(distanceM))
            return distanceM;
        var farM = far.DistanceM(point);
        if (double.IsNaN(farM))
            return FarBorder.DistanceM(shape, point);
        if (farM >= Math.Max(metric.ReachM, FarEdges.LeastM))
            return farM;
        distanceM = Within(shape, point, metric, Math.Min(metric.ReachM, farM + FarEdges.OffM));
        return double.IsInfinity(distanceM) ? FarBorder.DistanceM(shape, point) : distanceM;
    }

    /// <summary>In metres; infinite when there is no border within so many metres.</summary>
    private static double Within(ZoneShape shape, GeoPoint point, in LocalMetric metric, double limit)
    {
        var best = new Nearest { Squared = limit * limit, Edge = -1 };
        Span<int> first = stackalloc int[EdgeGroups.MostLevels];
        var levels = shape.Groups.Levels(first);
        // The same meridian has several longitudes; which of them are within half a turn of the shape?
        for (var turn = -360; turn <= 360 && levels > 0 && limit > 0; turn += 360)
        {
            var x = point.Longitude + turn;
            if (shape.West - x < 180 && x - shape.East < 180)
                Search(shape, first, levels - 1, first[levels - 1], x, point.Latitude, metric, ref best);
        }
        return best.Edge >= 0 ? Math.Sqrt(Refine(shape, point.Latitude, metric, best)) : double.PositiveInfinity;
    }

    /// <summary>Goes down a block, the nearest box first.</summary>
    private static void Search(ZoneShape shape, ReadOnlySpan<int> first, int level, int block, double x, double y, in LocalMetric metric, ref Nearest best)
    {
        ref readonly var groups = ref shape.Groups;
        var bounds = Bounds(groups.Block(block), (float)x, (float)y, metric);
        var open = Vector256.LessThan(bounds, Vector256.Create((float)best.Squared)).ExtractMostSignificantBits();
        while (open != 0)
        {
            var lane = Least(bounds, open);
            open &= ~(1u << lane);
            if (!(bounds[lane] < best.Squared))
                return;
            var box = (block - first[level]) * EdgeGroups.Fan + lane;
            if (level == 0)
                Measure(shape, groups.Start(box), x, y, metric, ref best);
            else
                Search(shape, first, level - 1, first[level - 1] + box, x, y, metric, ref best);
        }
    }

    /// <summary>The open lane of least value.</summary>
    internal static int Least(Vector256<float> values, uint open)
    {
        var least = BitOperations.TrailingZeroCount(open);
        for (open &= open - 1; open != 0; open &= open - 1)
        {
            var lane = BitOperations.TrailingZeroCount(open);
            if (values[lane] < values[least])
                least = lane;
        }
        return least;
    }

    /// <summary>Squared metres than which what is in each box of a block is no nearer, if it is within reach of the metric.</summary>
    private static Vector256<float> Bounds(in EdgeBoxes boxes, float x, float y, in LocalMetric metric)
    {
        var (px, py, margin) = (Vector256.Create(x), Vector256.Create(y), Vector256.Create(Rounding));
        var west = boxes.West - px;
        var south = boxes.South - py;
        var east = px - boxes.East;
        var north = py - boxes.North;
        var dx = Vector256.Max(Vector256.Max(west, east) - margin, Vector256<float>.Zero);
        var dy = Vector256.Max(Vector256.Max(south, north) - margin, Vector256<float>.Zero) * LocalMetric.LeastMeridian;
        // The shortest degree of longitude is at one of the box's ends; what is within reach lies between these latitudes.
        var (low, high) = (Vector256.Create(-LocalMetric.ReachDegrees), Vector256.Create(LocalMetric.ReachDegrees));
        var atSouth = metric.Parallel(Vector256.Min(Vector256.Max(south, low), high));
        var atNorth = metric.Parallel(Vector256.Min(Vector256.Max(-north, low), high));
        dx *= Vector256.Max(Vector256.Min(atSouth, atNorth) * 0.999f, Vector256<float>.Zero);
        return dx * dx + dy * dy;
    }

    private static void Measure(ZoneShape shape, int group, double x, double y, in LocalMetric metric, ref Nearest best)
    {
        var (start, count) = (group >> 5, group & 31);
        if (count < 4)
        {
            for (var e = start; e < start + count; e++)
                MeasureOne(shape, e, x, y, metric, ref best);
            return;
        }
        ref var all = ref MemoryMarshal.GetReference(shape.Coordinates);
        var (px, py) = (Vector256.Create(x), Vector256.Create(y));
        for (var i = 0; i < count; i += 4)
        {
            // The last four reach back into those before them, not beyond the group.
            var e = (nuint)(start + Math.Min(i, count - 4));
            var ax = Vector256.LoadUnsafe(ref all, e) - px;
            var ay = Vector256.LoadUnsafe(ref all, e + (nuint)shape.Count) - py;
            var bx = Vector256.LoadUnsafe(ref all, e + 1) - px;
            var by = Vector256.LoadUnsafe(ref all, e + 1 + (nuint)shape.Count) - py;
            var (fromX, fromY) = (metric.East(ax, ay), metric.North(ay));
            var (alongX, alongY) = (metric.East(bx, by) - fromX, metric.North(by) - fromY);
            var length = Vector256.Max(alongX * alongX + alongY * alongY, Vector256.Create(1e-12));
            var part = Vector256.Min(Vector256.Max(-(fromX * alongX + fromY * alongY) / length, Vector256<double>.Zero), Vector256<double>.One);
            var footY = ay + part * (by - ay);
            var east = metric.East(ax + part * (bx - ax), footY);
            var north = metric.North(footY);
            var squared = east * east + north * north;
            if (!Vector256.LessThanAny(squared, Vector256.Create(best.Squared)))
                continue;
            for (var lane = 0; lane < 4; lane++)
            {
                if (squared[lane] < best.Squared)
                    best = new() { Squared = squared[lane], Edge = (int)e + lane, Part = part[lane], X = x };
            }
        }
    }

    private static void MeasureOne(ZoneShape shape, int e, double x, double y, in LocalMetric metric, ref Nearest best)
    {
        var (ax, ay, bx, by) = (shape.X(e) - x, shape.Y(e) - y, shape.X(e + 1) - x, shape.Y(e + 1) - y);
        var (fromX, fromY) = (metric.East(ax, ay), metric.North(ay));
        var (alongX, alongY) = (metric.East(bx, by) - fromX, metric.North(by) - fromY);
        var part = Math.Clamp(-(fromX * alongX + fromY * alongY) / Math.Max(alongX * alongX + alongY * alongY, 1e-12), 0, 1);
        var squared = Squared(ax + part * (bx - ax), ay + part * (by - ay), metric);
        if (squared < best.Squared)
            best = new() { Squared = squared, Edge = e, Part = part, X = x };
    }

    /// <summary>A long edge bends in the plane: its nearest point is looked for along it, by parabolas.</summary>
    private static double Refine(ZoneShape shape, double y, LocalMetric metric, Nearest best)
    {
        var e = best.Edge;
        var (ax, ay) = (shape.X(e) - best.X, shape.Y(e) - y);
        var (dx, dy) = (shape.X(e + 1) - shape.X(e), shape.Y(e + 1) - shape.Y(e));
        if (Math.Abs(dx) + Math.Abs(dy) < 0.02)
            return best.Squared;
        var (t, squared, step) = (best.Part, best.Squared, 0.05);
        for (var i = 0; i < 6; i++, step /= 4)
        {
            var (low, high) = (Math.Max(0, t - step), Math.Min(1, t + step));
            var (atLow, atHigh) = (At(low), At(high));
            var middle = (low + high) / 2;
            var atMiddle = At(middle);
            var bend = atLow - 2 * atMiddle + atHigh;
            var next = bend > 0 ? Math.Clamp(middle + (high - low) / 4 * (atLow - atHigh) / bend, low, high) : atLow < atHigh ? low : high;
            var atNext = At(next);
            if (atNext < squared)
                (t, squared) = (next, atNext);
        }
        return squared;

        double At(double part) => Squared(ax + part * dx, ay + part * dy, metric);
    }

    private static double Squared(double x, double y, in LocalMetric metric)
    {
        var (east, north) = (metric.East(x, y), metric.North(y));
        return east * east + north * north;
    }

    private struct Nearest
    {
        public double Squared;
        public int Edge;
        public double Part;
        public double X;
    }
}
