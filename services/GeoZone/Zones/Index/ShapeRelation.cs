using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>How a geometry lies with respect to a shape.</summary>
internal enum Relation
{
    /// <summary>They have no point in common.</summary>
    Apart,

    /// <summary>All of the geometry belongs to the shape, and no edge of the shape meets it.</summary>
    Within,

    /// <summary>An edge of the shape meets the geometry.</summary>
    Met,
}

/// <summary>Lines and areas against shapes: exactly how they lie, and how far their borders are apart.</summary>
internal static class ShapeRelation
{
    // Between samples of an edge the distance is looked for by thirds.
    private const double SampleDegrees = 0.1;
    private const int Thirds = 24;

    /// <summary>Exactly how a geometry lies; where a shape was only cut at the antimeridian is no edge.</summary>
    public static Relation Of(ZoneShape shape, AskedGeometry asked)
    {
        if (AnyMeet(shape, asked.Shape))
            return Relation.Met;
        // No edge is in the way: one vertex tells of all of its ring.
        var (held, free) = (false, false);
        foreach (var vertex in OnePerRing(asked.Shape))
        {
            var isHeld = shape.Holds(vertex);
            (held, free) = (held || isHeld, free || !isHeld);
        }
        if (held && free || asked.IsArea && OnePerRing(shape).Any(asked.Shape.Holds))
            return Relation.Met;
        return held ? Relation.Within : Relation.Apart;
    }

    /// <summary>The distance between the border of a shape and a geometry that it does not meet, in metres; infinite when it is more than <paramref name="withinM"/>.</summary>
    public static double DistanceM(ZoneShape shape, AskedGeometry asked, double withinM)
    {
        var best = double.PositiveInfinity;
        foreach (var e in asked.Shape.Edges())
            best = Math.Min(best, FromEdge(asked.Shape, e, shape, Math.Min(withinM, best)));
        for (var v = 0; v < shape.Count; v++)
            best = Math.Min(best, From(asked.Shape, new(shape.Y(v), shape.X(v)), Math.Min(withinM, best)));
        return best;
    }

    private static double From(ZoneShape shape, GeoPoint point, double withinM) => EdgeDistance.InMetres(shape, point, new LocalMetric(point), withinM);

    private static double FromEdge(ZoneShape line, int edge, ZoneShape shape, double withinM)
    {
        var (ax, ay) = (line.X(edge), line.Y(edge));
        var (dx, dy) = (line.X(edge + 1) - ax, line.Y(edge + 1) - ay);
        var samples = Math.Max(1, (int)Math.Ceiling(Math.Max(Math.Abs(dx), Math.Abs(dy)) / SampleDegrees));
        var (best, nearest) = (double.PositiveInfinity, 0);
        for (var i = 0; i <= samples; i++)
        {
            var distance = At(i / (double)samples, Math.Min(withinM, best));
            if (distance < best)
                (best, nearest) = (distance, i);
        }
        if (samples == 1 || double.IsInfinity(best))
            return best;
        var (low, high) = (Math.Max(0, (nearest - 1) / (double)samples), Math.Min(1, (nearest + 1) / (double)samples));
        for (var i = 0; i < Thirds; i++)
        {
            var (first, second) = (low + (high - low) / 3, high - (high - low) / 3);
            if (At(first, double.PositiveInfinity) < At(second, double.PositiveInfinity))
                high = second;
            else
                low = first;
        }
        return Math.Min(best, At((low + high) / 2, double.PositiveInfinity));

        double At(double part, double limitM) => From(shape, new(ay + part * dy, ax + part * dx), limitM);
    }

    private static bool AnyMeet(ZoneShape shape, ZoneShape asked)
    {
        if (shape.West > asked.East || asked.West > shape.East || shape.South > asked.North || asked.South > shape.North)
            return false;
        for (var i = 0; i < shape.Groups.Count; i++)
        {
            if (!shape.Groups.MayTouch(i, (float)asked.West, (float)asked.South, (float)asked.East, (float)asked.North))
                continue;
            for (var j = 0; j < asked.Groups.Count; j++)
            {
                if (shape.Groups.MayTouch(i, asked.Groups, j) && AnyMeet(shape, shape.Groups.Start(i), asked, asked.Groups.Start(j)))
                    return true;
            }
        }
        return false;
    }

    private static bool AnyMeet(ZoneShape a, int groupA, ZoneShape b, int groupB)
    {
        for (var i = groupA >> 5; i < (groupA >> 5) + (groupA & 31); i++)
        {
            for (var j = groupB >> 5; j < (groupB >> 5) + (groupB & 31); j++)
            {
                if (Meet(a.X(i), a.Y(i), a.X(i + 1), a.Y(i + 1), b.X(j), b.Y(j), b.X(j + 1), b.Y(j + 1)))
                    return true;
            }
        }
        return false;
    }

    /// <summary>Whether two edges, their ends included, have a point in common.</summary>
    private static bool Meet(double ax, double ay, double bx, double by, double cx, double cy, double dx, double dy)
    {
        if (Math.Max(ax, bx) < Math.Min(cx, dx) || Math.Max(cx, dx) < Math.Min(ax, bx) || Math.Max(ay, by) < Math.Min(cy, dy) || Math.Max(cy, dy) < Math.Min(ay, by))
            return false;
        var (c, d) = (ExactSide.Of(ax, ay, bx, by, cx, cy), ExactSide.Of(ax, ay, bx, by, dx, dy));
        if (c * d > 0)
            return false;
        var (a, b) = (ExactSide.Of(cx, cy, dx, dy, ax, ay), ExactSide.Of(cx, cy, dx, dy, bx, by));
        // All on one line: their boxes touch, and so do they.
        return a * b <= 0;
    }

    private static IEnumerable<GeoPoint> OnePerRing(ZoneShape shape)
    {
        var ends = shape.RingEnds.ToArray();
        for (int r = 0, start = 0; r < ends.Length; start = ends[r++])
        {
            // One that is not on the cut, if there is any.
            var vertex = start;
            while (vertex < ends[r] - 1 && Math.Abs(shape.X(vertex)) == 180)
                vertex++;
            yield return new(shape.Y(vertex), shape.X(vertex));
        }
    }
}
