namespace Truceline.GeoZone.Zones.Index;

/// <summary>
/// The measured edges of a shape in groups of up to 16 neighbours, each with its box in degrees rounded outwards to floats. Edges at which a shape was only cut at the
/// antimeridian, and those at a pole, which is a point, are no borders and are in no group.
/// </summary>
internal sealed class EdgeGroups
{
    public const int Size = 16;

    private EdgeGroups(float[] boxes, int[] starts)
    {
        Boxes = boxes;
        Starts = starts;
    }

    /// <summary>Number of groups.</summary>
    public int Count => Starts.Length;

    /// <summary>Western borders of all groups, then southern, eastern, northern; each padded with infinity to a multiple of 8.</summary>
    public float[] Boxes { get; }

    /// <summary>For each group, its first edge times 32 plus the number of its edges.</summary>
    public int[] Starts { get; }

    /// <summary>Length of each quarter of <see cref="Boxes"/>.</summary>
    public int Stride => Boxes.Length / 4;

    public long Bytes => 24 + 4 * Boxes.Length + 24 + 4 * Starts.Length + 32;

    public static EdgeGroups Of(ZoneShape shape)
    {
        var starts = new List<int>();
        var start = 0;
        foreach (var end in shape.RingEnds)
        {
            var first = start;
            for (var i = start; i < end; i++)
            {
                var isBorder = i < end - 1 && !IsCut(shape, i);
                if (i - first == Size || !isBorder)
                {
                    if (i > first)
                        starts.Add(first * 32 + i - first);
                    first = isBorder ? i : i + 1;
                }
            }
            start = end;
        }
        var stride = (starts.Count + 7) / 8 * 8;
        var boxes = new float[4 * stride];
        Array.Fill(boxes, float.PositiveInfinity);
        for (var g = 0; g < starts.Count; g++)
        {
            var (first, last) = (starts[g] >> 5, (starts[g] >> 5) + (starts[g] & 31));
            var (west, south, east, north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
            for (var i = first; i <= last; i++)
            {
                (west, east) = (Math.Min(west, shape.X(i)), Math.Max(east, shape.X(i)));
                (south, north) = (Math.Min(south, shape.Y(i)), Math.Max(north, shape.Y(i)));
            }
            (boxes[g], boxes[stride + g]) = (Down(west), Down(south));
            (boxes[2 * stride + g], boxes[3 * stride + g]) = (-Down(-east), -Down(-north));
        }
        return new(boxes, [.. starts]);
    }

    private static bool IsCut(ZoneShape shape, int edge)
    {
        var (ax, ay, bx, by) = (shape.X(edge), shape.Y(edge), shape.X(edge + 1), shape.Y(edge + 1));
        if (Math.Abs(ay) == 90 && ay == by)
            return true;
        return Math.Abs(ax) == 180 && ax == bx && IsMatched(shape, -ax, Math.Min(ay, by), Math.Max(ay, by));
    }

    /// <summary>Whether edges on the other meridian of the cut reach from one latitude to another.</summary>
    private static bool IsMatched(ZoneShape shape, double meridian, double south, double north)
    {
        var opposite = new List<(double South, double North)>();
        foreach (var e in shape.Edges())
        {
            if (shape.X(e) == meridian && shape.X(e + 1) == meridian)
                opposite.Add((Math.Min(shape.Y(e), shape.Y(e + 1)), Math.Max(shape.Y(e), shape.Y(e + 1))));
        }
        opposite.Sort();
        foreach (var (from, to) in opposite)
        {
            if (from <= south + 1e-9)
                south = Math.Max(south, to);
        }
        return south >= north - 1e-9;
    }

    private static float Down(double value)
    {
        var rounded = (float)value;
        return rounded > value ? MathF.BitDecrement(rounded) : rounded;
    }
}
