namespace Truceline.GeoZone.Zones.Index;

/// <summary>
/// The measured edges of a shape in groups of up to 16 neighbours, each with its box in degrees rounded outwards to floats, and above them boxes of 8 boxes each, up to a
/// block of 8 that holds all. Edges at which a shape was only cut at the antimeridian, and those at a pole, which is a point, are no borders and are in no group.
/// </summary>
internal readonly struct EdgeGroups
{
    public const int Size = 16;

    /// <summary>Boxes in a block.</summary>
    public const int Fan = 8;

    /// <summary>More levels than any shape has.</summary>
    public const int MostLevels = 12;

    private EdgeGroups(float[] boxes, int[] starts)
    {
        Boxes = boxes;
        Starts = starts;
        Count = starts.Length;
    }

    /// <summary>Number of groups.</summary>
    public int Count { get; }

    /// <summary>
    /// Blocks of 8 boxes: 8 western borders, 8 southern, eastern, northern. First those of the groups, then those of blocks before; the last block holds all. Missing boxes are at
    /// infinity.
    /// </summary>
    public float[] Boxes { get; }

    /// <summary>For each group, its first edge times 32 plus the number of its edges.</summary>
    public int[] Starts { get; }

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
        return new(BoxesOf(shape, starts), [.. starts]);
    }

    /// <summary>The first block of each level, that of the groups first.</summary>
    /// <param name="first">Room for <see cref="MostLevels"/> numbers.</param>
    /// <returns>How many levels there are; 0 when there are no groups.</returns>
    public int Levels(Span<int> first)
    {
        var (levels, at) = (0, 0);
        for (var boxes = Count; boxes > 0; boxes = boxes <= Fan ? 0 : (boxes + Fan - 1) / Fan)
        {
            first[levels++] = at;
            at += (boxes + Fan - 1) / Fan;
        }
        return levels;
    }

    /// <summary>Whether a group's box touches a box.</summary>
    public bool MayTouch(int group, float west, float south, float east, float north)
    {
        var at = group / Fan * 4 * Fan + group % Fan;
        return Boxes[at] <= MathF.BitIncrement(east) && Boxes[at + 2 * Fan] >= MathF.BitDecrement(west)
            && Boxes[at + Fan] <= MathF.BitIncrement(north) && Boxes[at + 3 * Fan] >= MathF.BitDecrement(south);
    }

    /// <summary>Whether a group's box touches that of another shape's group.</summary>
    public bool MayTouch(int group, in EdgeGroups others, int other)
    {
        var at = other / Fan * 4 * Fan + other % Fan;
        return MayTouch(group, others.Boxes[at], others.Boxes[at + Fan], others.Boxes[at + 2 * Fan], others.Boxes[at + 3 * Fan]);
    }

    private static float[] BoxesOf(ZoneShape shape, List<int> starts)
    {
        List<float> blocks = [];
        var level = starts.ConvertAll(start => BoxOf(shape, start));
        while (level.Count > 0)
        {
            List<EdgeBox> next = [];
            for (var i = 0; i < level.Count; i += Fan)
            {
                var block = level.GetRange(i, Math.Min(Fan, level.Count - i));
                next.Add(new(block.Min(b => b.West), block.Min(b => b.South), block.Max(b => b.East), block.Max(b => b.North)));
                while (block.Count < Fan)
                    block.Add(new(float.PositiveInfinity, float.PositiveInfinity, float.PositiveInfinity, float.PositiveInfinity));
                blocks.AddRange(block.Select(b => b.West));
                blocks.AddRange(block.Select(b => b.South));
                blocks.AddRange(block.Select(b => b.East));
                blocks.AddRange(block.Select(b => b.North));
            }
            level = next.Count == 1 ? [] : next;
        }
        return [.. blocks];
    }

    private static EdgeBox BoxOf(ZoneShape shape, int start)
    {
        var (west, south, east, north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        for (var i = start >> 5; i <= (start >> 5) + (start & 31); i++)
        {
            (west, east) = (Math.Min(west, shape.X(i)), Math.Max(east, shape.X(i)));
            (south, north) = (Math.Min(south, shape.Y(i)), Math.Max(north, shape.Y(i)));
        }
        return new(Down(west), Down(south), -Down(-east), -Down(-north));
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

    private readonly record struct EdgeBox(float West, float South, float East, float North);
}
