using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>Eight boxes in degrees; where one is missing, its western border is at infinity.</summary>
internal readonly record struct EdgeBoxes(Vector256<float> West, Vector256<float> South, Vector256<float> East, Vector256<float> North);

/// <summary>
/// The measured edges of a shape in groups of up to 16 neighbours, each with its box, and above them boxes of 8 boxes each, up to a block of 8 that holds all: a line of memory. The borders
/// are 65,535ths of the shape's own box, rounded outwards. Edges at which a shape was only cut at the antimeridian, and those at a pole, which is a point, are no borders and are in no group.
/// </summary>
internal readonly struct EdgeGroups
{
    public const int Size = 16;

    /// <summary>Boxes in a block.</summary>
    public const int Fan = 8;

    /// <summary>More levels than any shape has.</summary>
    public const int MostLevels = 12;

    private const int Steps = ushort.MaxValue;

    // Blocks of 8 boxes: 8 western borders, 8 southern, eastern, northern. First those of the groups, then those of blocks before; the last block holds all.
    private readonly ushort[] _boxes;

    // For each group, its first edge times 32 plus the number of its edges; null where each has all it can in their order.
    private readonly int[]? _starts;
    private readonly int _edges;
    private readonly float _west, _south, _stepX, _stepY;

    private EdgeGroups(ZoneShape shape, List<int> starts)
    {
        Count = starts.Count;
        _edges = shape.Count - 1;
        for (var i = 0; i < Count && _starts is null; i++)
            _starts = starts[i] == Regular(i) ? null : [.. starts];
        (_west, _stepX) = Scale(shape.West, shape.East);
        (_south, _stepY) = Scale(shape.South, shape.North);
        _boxes = BoxesOf(shape, starts);
    }

    /// <summary>Number of groups.</summary>
    public int Count { get; }

    public long Bytes => 24 + 2L * _boxes.Length + (_starts is null ? 0 : 24 + 4L * _starts.Length) + 40;

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
        return new(shape, starts);
    }

    /// <summary>A group's first edge times 32 plus the number of its edges.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Start(int group) => _starts is null ? Regular(group) : _starts[group];

    /// <summary>The boxes of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EdgeBoxes Block(int block)
    {
        ref var boxes = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_boxes), 4 * Fan * block);
        var (stepX, stepY) = (Vector256.Create(_stepX), Vector256.Create(_stepY));
        var west = Wide(Vector128.LoadUnsafe(ref boxes));
        var east = Wide(Vector128.LoadUnsafe(ref boxes, 2 * Fan));
        // Those that are missing end before they begin.
        var isMissing = Vector256.GreaterThan(west, east);
        return new(
            Vector256.ConditionalSelect(isMissing, Vector256.Create(float.PositiveInfinity), Vector256.Create(_west) + west * stepX),
            Vector256.Create(_south) + Wide(Vector128.LoadUnsafe(ref boxes, Fan)) * stepY,
            Vector256.Create(_west) + east * stepX,
            Vector256.Create(_south) + Wide(Vector128.LoadUnsafe(ref boxes, 3 * Fan)) * stepY);
    }

    /// <summary>Which boxes of a block touch a box in degrees: a bit for each.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Touching(int block, float west, float south, float east, float north)
    {
        var boxes = Block(block);
        var touching = Vector256.LessThanOrEqual(boxes.West, Vector256.Create(east)) & Vector256.GreaterThanOrEqual(boxes.East, Vector256.Create(west))
            & Vector256.LessThanOrEqual(boxes.South, Vector256.Create(north)) & Vector256.GreaterThanOrEqual(boxes.North, Vector256.Create(south));
        return touching.ExtractMostSignificantBits();
    }

    /// <summary>Fetches a block from memory, and the start of one of its groups.</summary>
    public void Fetch(int block, int group)
    {
        Memory.Fetch(ref _boxes[4 * Fan * block], 4 * Fan * sizeof(ushort) + Memory.Line);
        if (_starts is not null && group < Count)
            Memory.Fetch(ref _starts[group]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Wide(Vector128<ushort> borders) =>
        Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(borders), Vector128.WidenUpper(borders)).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Regular(int group) => group * Size * 32 + Math.Min(Size, _edges - group * Size);

    /// <summary>The first block of each level, that of the groups first.</summary>
    /// <param name="first">Room for <see cref="MostLevels"/> numbers.</param>
    /// <returns>How many levels there are; 0 when there are no groups.</returns>
    public int Levels(Span<int> first) => Levels(Count, first);

    /// <summary>The same for any number of groups.</summary>
    public static int Levels(int groups, Span<int> first)
    {
        var (levels, at) = (0, 0);
        for (var boxes = groups; boxes > 0; boxes = boxes <= Fan ? 0 : (boxes + Fan - 1) / Fan)
        {
            first[levels++] = at;
            at += (boxes + Fan - 1) / Fan;
        }
        return levels;
    }

    /// <summary>Whether a group's box touches a box.</summary>
    public bool MayTouch(int group, float west, float south, float east, float north)
    {
        var box = BoxOf(group);
        return box.West <= MathF.BitIncrement(east) && box.East >= MathF.BitDecrement(west) && box.South <= MathF.BitIncrement(north) && box.North >= MathF.BitDecrement(south);
    }

    /// <summary>Whether a group's box touches that of another shape's group.</summary>
    public bool MayTouch(int group, in EdgeGroups others, int other)
    {
        var box = others.BoxOf(other);
        return MayTouch(group, box.West, box.South, box.East, box.North);
    }

    private (float West, float South, float East, float North) BoxOf(int group)
    {
        var at = group / Fan * 4 * Fan + group % Fan;
        return (_west + _boxes[at] * _stepX, _south + _boxes[at + Fan] * _stepY, _west + _boxes[at + 2 * Fan] * _stepX, _south + _boxes[at + 3 * Fan] * _stepY);
    }

    private ushort[] BoxesOf(ZoneShape shape, List<int> starts)
    {
        List<ushort> blocks = [];
        var (west, south, stepX, stepY) = (_west, _south, _stepX, _stepY);
        var level = starts.ConvertAll(start => BoxOf(shape, start));
        while (level.Count > 0)
        {
            List<EdgeBox> next = [];
            for (var i = 0; i < level.Count; i += Fan)
            {
                var block = level.GetRange(i, Math.Min(Fan, level.Count - i));
                next.Add(new(block.Min(b => b.West), block.Min(b => b.South), block.Max(b => b.East), block.Max(b => b.North)));
                Add(blocks, block, b => Down(b.West, west, stepX), Steps);
                Add(blocks, block, b => Down(b.South, south, stepY), 0);
                Add(blocks, block, b => Up(b.East, west, stepX), 0);
                Add(blocks, block, b => Up(b.North, south, stepY), 0);
            }
            level = next.Count == 1 ? [] : next;
        }
        return [.. blocks];
    }

    private static void Add(List<ushort> blocks, List<EdgeBox> block, Func<EdgeBox, int> border, ushort missing)
    {
        for (var i = 0; i < Fan; i++)
            blocks.Add(i < block.Count ? (ushort)border(block[i]) : missing);
    }

    private static EdgeBox BoxOf(ZoneShape shape, int start)
    {
        var (west, south, east, north) = (double.MaxValue, double.MaxValue, double.MinValue, double.MinValue);
        for (var i = start >> 5; i <= (start >> 5) + (start & 31); i++)
        {
            (west, east) = (Math.Min(west, shape.X(i)), Math.Max(east, shape.X(i)));
            (south, north) = (Math.Min(south, shape.Y(i)), Math.Max(north, shape.Y(i)));
        }
        return new(west, south, east, north);
    }

    /// <summary>Where borders begin, and the step that leads beyond their end.</summary>
    private static (float From, float Step) Scale(double low, double high)
    {
        var from = (float)low;
        from = from > low ? MathF.BitDecrement(from) : from;
        var step = MathF.Max((float)((high - from) / Steps), 1e-12f);
        while (from + Steps * step < high)
            step *= 1 + 1e-6f;
        return (from, step);
    }

    // Rounded as a block is read, so that no box is too small.
    private static int Down(double value, float from, float step)
    {
        var steps = Math.Clamp((int)((value - from) / step), 0, Steps);
        while (steps > 0 && from + steps * step > value)
            steps--;
        return steps;
    }

    private static int Up(double value, float from, float step)
    {
        var steps = Math.Clamp((int)((value - from) / step), 0, Steps);
        while (steps < Steps && from + steps * step < value)
            steps++;
        return steps;
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

    private readonly record struct EdgeBox(double West, double South, double East, double North);
}
