using System.Runtime.InteropServices;

namespace Truceline.GeoZone.Zones.Index;

/// <summary>What one child of a cell holds.</summary>
internal sealed record CellContent(List<int> Covering, List<CellMember> Members);

/// <summary>Distributes the edges of a cell over its 4 x 4 children, and tells for each child's corner whether it belongs to the shape.</summary>
internal sealed class CellSplitter(ZoneShape[] shapes)
{
    private readonly int[][] _buckets = [.. Enumerable.Range(0, 16).Select(_ => new int[64])];
    private readonly int[] _counts = new int[16];

    /// <summary>Numbers of edges; members point into it.</summary>
    public List<int> Pool { get; } = [];

    public CellContent[] Split(in Cell cell, List<CellMember> members, List<int> covering)
    {
        var children = new CellContent[16];
        for (var i = 0; i < 16; i++)
            children[i] = new([.. covering], []);
        foreach (var m in members)
        {
            var corners = Distribute(cell, shapes[m.Shape], CollectionsMarshal.AsSpan(Pool).Slice(m.Start, m.Count), m.Corner);
            for (var i = 0; i < 16; i++)
            {
                var corner = (corners & 1u << i) != 0;
                if (_counts[i] > 0)
                {
                    children[i].Members.Add(new(m.Shape, Pool.Count, _counts[i], corner));
                    Pool.AddRange(_buckets[i].AsSpan(0, _counts[i]));
                }
                else if (corner)
                {
                    children[i].Covering.Add(m.Shape);
                }
            }
        }
        return children;
    }

    /// <summary>For one child, the edges that may reach into it; valid until the next call of <see cref="Distribute"/>.</summary>
    public ReadOnlySpan<int> EdgesOf(int child) => _buckets[child].AsSpan(0, _counts[child]);

    /// <summary>Puts edges to the children that they may reach into.</summary>
    /// <returns>A bit for each child: whether its box's north-western corner belongs to the shape.</returns>
    public uint Distribute(in Cell cell, ZoneShape shape, ReadOnlySpan<int> edges, bool corner)
    {
        Array.Clear(_counts);
        Span<Cell> children = stackalloc Cell[16];
        for (var i = 0; i < 16; i++)
            children[i] = cell.Child(i & 3, i >> 2);
        // The way goes from the cell's corner along its top to the first column, down that column, and along each row.
        var (firstX, topY) = (children[0].West, cell.North);
        uint odd = 0;
        foreach (var e in edges)
        {
            var (ax, ay, bx, by) = (shape.X(e), shape.Y(e), shape.X(e + 1), shape.Y(e + 1));
            var (south, north) = ay < by ? (ay, by) : (by, ay);
            var (west, east) = ax < bx ? (ax, bx) : (bx, ax);
            for (var row = 0; row < 4; row++)
            {
                if (north < children[4 * row].South || south > children[4 * row].North)
                    continue;
                for (var column = 0; column < 4; column++)
                {
                    if (east >= children[column].West && west <= children[column].East && shape.MayTouch(e, children[4 * row + column]))
                        Put(4 * row + column, e);
                }
            }
            if (ay > topY != by > topY && ExactSide.IsLeft(ax, ay, bx, by, cell.West, topY) != ExactSide.IsLeft(ax, ay, bx, by, firstX, topY))
                odd ^= 0xFFFF;
            if (ax > firstX != bx > firstX)
                odd ^= AlongColumn(children, ax, ay, bx, by, firstX, topY);
            for (var row = 0; row < 4; row++)
            {
                var y = children[4 * row].North;
                if (ay > y != by > y)
                    odd ^= AlongRow(children, row, ax, ay, bx, by, y);
            }
        }
        return corner ? ~odd & 0xFFFF : odd;
    }

    private static uint AlongColumn(ReadOnlySpan<Cell> children, double ax, double ay, double bx, double by, double x, double topY)
    {
        var atTop = ExactSide.IsLeft(ax, ay, bx, by, x, topY);
        uint odd = 0;
        for (var row = 0; row < 4; row++)
        {
            if (ExactSide.IsLeft(ax, ay, bx, by, x, children[4 * row].North) != atTop)
                odd |= 0xFu << (4 * row);
        }
        return odd;
    }

    private static uint AlongRow(ReadOnlySpan<Cell> children, int row, double ax, double ay, double bx, double by, double y)
    {
        var atFirst = ExactSide.IsLeft(ax, ay, bx, by, children[0].West, y);
        uint odd = 0;
        for (var column = 1; column < 4; column++)
        {
            if (ExactSide.IsLeft(ax, ay, bx, by, children[column].West, y) != atFirst)
                odd |= 1u << (4 * row + column);
        }
        return odd;
    }

    private void Put(int child, int edge)
    {
        if (_counts[child] == _buckets[child].Length)
            Array.Resize(ref _buckets[child], 2 * _counts[child]);
        _buckets[child][_counts[child]++] = edge;
    }
}
