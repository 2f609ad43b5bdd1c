namespace Truceline.GeoZone.Zones.Index;

/// <summary>
/// The lanes of one leaf: for each member the pieces of its edges in the cell's box, in the cell's units, and level pieces above all points where its area reaches the box's
/// upper border. A ray to the north from a point of the cell meets an odd number of a member's lanes when the point belongs to it.
/// </summary>
internal sealed class LaneList
{
    /// <summary>Stands for the edge of a lane that closes an area along the top.</summary>
    public const int Closing = -1;

    private const uint Above = 0xFFFF0000;
    private const uint WestEnd = CellGrid.Origin - CellGrid.Margin, EastEnd = CellGrid.Origin + CellGrid.Units + CellGrid.Margin;

    private readonly List<uint> _crossings = [];

    public int Count => First.Count;

    public List<uint> Members { get; } = [];

    /// <summary>Shapes that proved to cover the cell whole.</summary>
    public List<int> Whole { get; } = [];

    public List<uint> First { get; } = [];

    public List<uint> Second { get; } = [];

    public List<int> Edges { get; } = [];

    public void Clear()
    {
        Members.Clear();
        Whole.Clear();
        First.Clear();
        Second.Clear();
        Edges.Clear();
    }

    /// <summary>Adds the lanes of a member.</summary>
    /// <returns>False when they are too many for any leaf.</returns>
    public bool Add(in Cell cell, ZoneShape shape, in CellMember member, ReadOnlySpan<int> edges)
    {
        var start = Count;
        _crossings.Clear();
        foreach (var e in edges)
        {
            AddEdge(cell, shape, e);
            if (Count > 64)
                return false;
        }
        if (Count == start && _crossings.Count == 0)
        {
            if (member.Corner)
                Whole.Add(member.Shape);
            return true;
        }
        var anyEdge = Count > start;
        CloseAlongTop(member.Corner);
        if (!anyEdge && Count == start)
            return true;
        if (Count > 64)
            return false;
        var corner = member.Corner ^ shape.IsOdd(edges, cell.West, cell.North, cell.CornerX, cell.CornerY);
        Members.Add((uint)member.Shape | (uint)(Count - 1) << 24 | (corner ? 1u << 31 : 0));
        return true;
    }

    private void AddEdge(in Cell cell, ZoneShape shape, int e)
    {
        var (ax, ay, bx, by) = (shape.X(e), shape.Y(e), shape.X(e + 1), shape.Y(e + 1));
        // From the lower end to the upper.
        if (ay > by)
            (ax, ay, bx, by) = (bx, by, ax, ay);
        if (ay > cell.North || by < cell.South)
            return;
        var slope = by > ay ? (bx - ax) / (by - ay) : 0;
        var (x1, y1, x2, y2) = (ax, ay, bx, by);
        if (by > cell.North)
        {
            (x2, y2) = (ax + slope * (cell.North - ay), cell.North);
            // Whether it passes east of the corner is told exactly, as the corner's own state was.
            if (x2 <= cell.East && ExactSide.IsLeft(ax, ay, bx, by, cell.West, cell.North))
                _crossings.Add(cell.QuantiseX(Math.Max(x2, cell.West)));
        }
        if (ay < cell.South)
            (x1, y1) = (ax + slope * (cell.South - ay), cell.South);
        if (x1 > x2)
            (x1, y1, x2, y2) = (x2, y2, x1, y1);
        if (x2 < cell.West || x1 > cell.East)
            return;
        var rise = x2 > x1 ? (y2 - y1) / (x2 - x1) : 0;
        var (baseX, baseY) = (x1, y1);
        if (x1 < cell.West)
            (x1, y1) = (cell.West, baseY + rise * (cell.West - baseX));
        if (x2 > cell.East)
            (x2, y2) = (cell.East, baseY + rise * (cell.East - baseX));
        First.Add(cell.QuantiseX(x1) | cell.QuantiseY(y1) << 16);
        Second.Add(cell.QuantiseX(x2) | cell.QuantiseY(y2) << 16);
        Edges.Add(e);
    }

    private void CloseAlongTop(bool inside)
    {
        _crossings.Sort();
        var from = WestEnd;
        foreach (var x in _crossings)
        {
            if (inside)
                Close(from, x);
            (from, inside) = (x, !inside);
        }
        if (inside)
            Close(from, EastEnd);
    }

    private void Close(uint from, uint to)
    {
        if (from == to)
            return;
        First.Add(from | Above);
        Second.Add(to | Above);
        Edges.Add(Closing);
    }
}
