using System.Runtime.Intrinsics;
using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>
/// Distance to a border that is far away, or near a pole. Boxes are left out by the haversine of the angle to them on the sphere of reduced latitudes, where no way is shorter than that angle
/// times the polar radius or longer than it times the equator's; edges that are left are measured by <see cref="LongLine"/>, the nearest place at last along the geodesic.
/// </summary>
internal static class FarBorder
{
    private const double Degree = Math.PI / 180;

    // A point's degrees as floats, and its reduced latitude, are off by less than this.
    private const float Rounding = 2e-4f;

    /// <summary>In metres; infinite when there is no border.</summary>
    public static double DistanceM(ZoneShape shape, GeoPoint point)
    {
        Span<int> first = stackalloc int[EdgeGroups.MostLevels];
        var levels = shape.Groups.Levels(first);
        if (levels == 0)
            return double.PositiveInfinity;
        var best = new Nearest { DistanceM = double.PositiveInfinity, Haversine = float.PositiveInfinity };
        var from = new From(new(point));
        Search(shape, first, levels - 1, first[levels - 1], from, ref best);
        return from.Line.Finish(shape, best.Edge, best.Part, best.DistanceM);
    }

    private static void Search(ZoneShape shape, ReadOnlySpan<int> first, int level, int block, in From from, ref Nearest best)
    {
        ref readonly var groups = ref shape.Groups;
        var boxes = groups.Block(block);
        var bounds = Haversines(from, boxes.West, boxes.South, boxes.East, boxes.North);
        var open = Vector256.LessThan(bounds, Vector256.Create(best.Haversine)).ExtractMostSignificantBits();
        while (open != 0)
        {
            var lane = EdgeDistance.Least(bounds, open);
            open &= ~(1u << lane);
            if (!(bounds[lane] < best.Haversine))
                return;
            var box = (block - first[level]) * EdgeGroups.Fan + lane;
            if (level == 0)
                Measure(shape, groups.Start(box) >> 5, groups.Start(box) & 31, from, ref best);
            else
                Search(shape, first, level - 1, first[level - 1] + box, from, ref best);
        }
    }

    /// <summary>Measures the edges of a group, eight at a time, those that are near enough.</summary>
    private static void Measure(ZoneShape shape, int start, int count, in From from, ref Nearest best)
    {
        Span<float> west = stackalloc float[8], south = stackalloc float[8], east = stackalloc float[8], north = stackalloc float[8];
        for (var i = 0; i < count; i += 8)
        {
            west.Fill(float.PositiveInfinity);
            for (var lane = 0; lane < Math.Min(8, count - i); lane++)
            {
                var e = start + i + lane;
                var (ax, ay, bx, by) = ((float)shape.X(e), (float)shape.Y(e), (float)shape.X(e + 1), (float)shape.Y(e + 1));
                (west[lane], east[lane]) = (Math.Min(ax, bx), Math.Max(ax, bx));
                (south[lane], north[lane]) = (Math.Min(ay, by), Math.Max(ay, by));
            }
            var bounds = Haversines(from, Vector256.Create<float>(west), Vector256.Create<float>(south), Vector256.Create<float>(east), Vector256.Create<float>(north));
            var open = Vector256.LessThan(bounds, Vector256.Create(best.Haversine)).ExtractMostSignificantBits();
            while (open != 0)
            {
                var lane = EdgeDistance.Least(bounds, open);
                open &= ~(1u << lane);
                if (!(bounds[lane] < best.Haversine))
                    break;
                var (distanceM, part) = from.Line.Nearest(shape, start + i + lane);
                if (distanceM < best.DistanceM)
                    best = new() { DistanceM = distanceM, Edge = start + i + lane, Part = part, Haversine = HaversineOf(distanceM) };
            }
        }
    }

    /// <summary>The haversine of an angle under which nothing so far away can be seen at less; a little more, against rounding.</summary>
    private static float HaversineOf(double distanceM)
    {
        var sin = Math.Sin(Math.Min(Math.PI / 2, distanceM / (2 * Wgs84.B)));
        return (float)(sin * sin * 1.0001 + 1e-12);
    }

    /// <summary>Haversines than which those of the angles to boxes are no less: over the latitudes between, and over the longitudes where the box's parallels are shortest.</summary>
    private static Vector256<float> Haversines(in From from, Vector256<float> west, Vector256<float> south, Vector256<float> east, Vector256<float> north)
    {
        var degree = Vector256.Create((float)Degree);
        var (x, y, margin) = (Vector256.Create(from.X), Vector256.Create(from.Y), Vector256.Create(Rounding));
        (south, north) = (Reduced(south), Reduced(north));
        var turn = Vector256.Create(360f);
        var dx = Vector256.Max(west - x, x - east);
        dx = Vector256.Min(dx, Vector256.Min(Vector256.Max(west - x - turn, x + turn - east), Vector256.Max(west - x + turn, x - turn - east)));
        dx = Vector256.Max(dx - margin - margin, Vector256<float>.Zero);
        var dy = Vector256.Max(Vector256.Max(south - y, y - north) - margin, Vector256<float>.Zero);
        var (sinX, sinY) = (Vector256.Sin(dx * degree * 0.5f), Vector256.Sin(dy * degree * 0.5f));
        var shortest = Vector256.Max(Vector256.Min(Vector256.Cos(south * degree), Vector256.Cos(north * degree)) - Vector256.Create(4e-6f), Vector256<float>.Zero);
        return (sinY * sinY + sinX * sinX * shortest * from.Cos) * 0.9999f;
    }

    /// <summary>In degrees.</summary>
    private static Vector256<float> Reduced(Vector256<float> latitude) =>
        latitude - Vector256.Sin(latitude * (float)(2 * Degree)) * (float)(Wgs84.N / Degree);

    private readonly struct From(LongLine line)
    {
        public readonly LongLine Line = line;
        public readonly float X = (float)line.Point.Longitude;
        public readonly float Y = (float)(line.ReducedLatitude / Degree);
        public readonly float Cos = (float)Math.Cos(line.ReducedLatitude);
    }

    private struct Nearest
    {
        public double DistanceM;
        public float Haversine;
        public int Edge;
        public double Part;
    }
}
