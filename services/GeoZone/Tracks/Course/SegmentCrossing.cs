using System.Numerics;
using System.Runtime.InteropServices;
using Truceline.GeoZone.Geodesy;
using Truceline.GeoZone.Zones.Index;

namespace Truceline.GeoZone.Tracks.Course;

/// <summary>Where a way between two fixes, straight in longitude and latitude and the shorter way around, runs through a shape.</summary>
/// <param name="From">Part of the way at which it comes in first, in [0, 1].</param>
/// <param name="To">Part of the way at which it leaves last.</param>
/// <param name="DepthM">How far from the edge it comes in the middle of its longest stretch inside, in metres.</param>
internal readonly record struct SegmentCrossing(double From, double To, double DepthM)
{
    // Degrees as floats, a turn farther too, are off by less than this.
    private const float Rounding = 2e-4f;

    private const double EastOfAll = 1_000;

    [ThreadStatic]
    private static List<int>? t_edges;

    /// <summary>The crossing of a shape that holds neither end; null when the way does not run through it.</summary>
    public static SegmentCrossing? Of(ZoneShape shape, GeoPoint from, GeoPoint to)
    {
        var dx = GeoPoint.Wrap(to.Longitude - from.Longitude);
        var dy = to.Latitude - from.Latitude;
        SegmentCrossing? found = null;
        // A way over the antimeridian is looked at from both of its sides.
        for (var turn = -360; turn <= 360; turn += 360)
        {
            var x = from.Longitude + turn;
            if (Math.Max(x, x + dx) < shape.West || Math.Min(x, x + dx) > shape.East
                || Math.Max(from.Latitude, to.Latitude) < shape.South || Math.Min(from.Latitude, to.Latitude) > shape.North)
                continue;
            if (Of(shape, x, from.Latitude, dx, dy) is not { } one)
                continue;
            found = found is { } other
                ? new(Math.Min(one.From, other.From), Math.Max(one.To, other.To), Math.Max(one.DepthM, other.DepthM))
                : one;
        }
        return found;
    }

    private static SegmentCrossing? Of(ZoneShape shape, double x, double y, double dx, double dy)
    {
        List<double>? cuts = null;
        var edges = t_edges ??= [];
        Near(shape, Math.Min(x, x + dx), Math.Min(y, y + dy), Math.Max(x, x + dx), Math.Max(y, y + dy), edges);
        foreach (var e in CollectionsMarshal.AsSpan(edges))
        {
            if (Cut(shape, e, x, y, dx, dy) is { } t)
                (cuts ??= []).Add(t);
        }
        if (cuts is null)
            return null;
        cuts.Sort();
        var (first, last, longest, middle) = (-1.0, 0.0, 0.0, 0.0);
        // Cuts through a vertex may be one too many: the middle of every stretch is asked.
        for (var i = 0; i + 1 < cuts.Count; i++)
        {
            var (a, b) = (cuts[i], cuts[i + 1]);
            var half = (a + b) / 2;
            if (b <= a || !IsInside(shape, x + half * dx, y + half * dy))
                continue;
            (first, last) = (first < 0 ? a : first, b);
            if (b - a > longest)
                (longest, middle) = (b - a, half);
        }
        if (first < 0)
            return null;
        return new(first, last, EdgeDistance.InMetres(shape, new(y + middle * dy, GeoPoint.Wrap(x + middle * dx))));
    }

    private static double? Cut(ZoneShape shape, int e, double x, double y, double dx, double dy)
    {
        var (ax, ay) = (shape.X(e) - x, shape.Y(e) - y);
        var (bx, by) = (shape.X(e + 1) - x, shape.Y(e + 1) - y);
        var (sideA, sideB) = (dx * ay - dy * ax, dx * by - dy * bx);
        // One end belongs to the edge, so that a vertex is met once.
        if (sideA > 0 == sideB > 0)
            return null;
        var part = sideA / (sideA - sideB);
        var (cutX, cutY) = (ax + part * (bx - ax), ay + part * (by - ay));
        var t = (cutX * dx + cutY * dy) / (dx * dx + dy * dy);
        return t is >= 0 and <= 1 ? t : null;
    }

    private static bool IsInside(ZoneShape shape, double x, double y)
    {
        var odd = false;
        var edges = t_edges ??= [];
        Near(shape, x, y, EastOfAll, y, edges);
        foreach (var e in CollectionsMarshal.AsSpan(edges))
        {
            var (ay, by) = (shape.Y(e), shape.Y(e + 1));
            if (ay > y != by > y)
                odd ^= x < shape.X(e) + (y - ay) / (by - ay) * (shape.X(e + 1) - shape.X(e));
        }
        return odd;
    }

    /// <summary>Takes the edges that a box may touch, in degrees; perhaps others too.</summary>
    private static void Near(ZoneShape shape, double west, double south, double east, double north, List<int> edges)
    {
        edges.Clear();
        // Edges at which it was cut are in no group.
        if (shape.West <= -180 || shape.East >= 180 || shape.South <= -90 || shape.North >= 90)
        {
            edges.AddRange(shape.Edges());
            return;
        }
        ref readonly var groups = ref shape.Groups;
        var (w, s, e, n) = ((float)west - Rounding, (float)south - Rounding, (float)east + Rounding, (float)north + Rounding);
        for (var block = 0; block * EdgeGroups.Fan < groups.Count; block++)
        {
            for (var open = groups.Touching(block, w, s, e, n); open != 0; open &= open - 1)
            {
                var start = groups.Start(block * EdgeGroups.Fan + BitOperations.TrailingZeroCount(open));
                for (var i = start >> 5; i < (start >> 5) + (start & 31); i++)
                    edges.Add(i);
            }
        }
    }
}
