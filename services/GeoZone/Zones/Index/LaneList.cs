namespace Truceline.GeoZone.Zones.Index;

/// <summary>
/// The lanes of one leaf: for each member the pieces of its edges in the cell's box, in the cell's units, and level pieces above all points where its area reaches the box's
/// upper border. A ray to the north from a point of the cell meets an odd number of a member's lanes when the point belongs to it. Lanes that follow each other share the point between
/// them: each leads from a point to the next, but for those that only lead from the end of one chain to the beginning of another and stand for no edge.
/// </summary>
internal sealed class LaneList
{
    /// <summary>Stands for the first edge of a lane that closes an area along the top.</summary>
    public const int Closing = -1;

    // No leaf has as many.
    private const int Most = 63;

    /// <summary>Points of lanes that close an area along the top are not less; no others are.</summary>
    public const uint Above = 0xFFFF0000;

    private const uint WestEnd = CellGrid.Origin - CellGrid.Margin, EastEnd = CellGrid.Origin + CellGrid.Units + CellGrid.Margin;

    private readonly List<uint> _crossings = [];
    private int _lastEdge;

    /// <summary>Number of lanes, those between two chains included.</summary>
    public int Count => Math.Max(0, Points.Count - 1);

    public List<uint> Members { get; } = [];

    /// <summary>Shapes that proved to cover the cell whole.</summary>
    public List<int> Whole { get; } = [];

    /// <summary>The points of all chains: x plus y times 2^16.</summary>
    public List<uint> Points { get; } = [];

    /// <summary>A bit for each lane that stands for no edge.</summary>
    public ulong Breaks { get; private set; }

    /// <summary>For each chain its first edge, which the others follow, or <see cref="Closing"/>.</summary>
    public List<int> Chains { get; } = [];

    public void Clear()
    {
        Members.Clear();
        Whole.Clear();
        Points.Clear();
        Breaks = 0;
        Chains.Clear();
    }

    /// <summary>Adds the lanes of a member.</summary>
    /// <returns>False when they are too many for any leaf.</returns>
    public bool Add(in Cell cell, ZoneShape shape, in CellMember member, ReadOnlySpan<int> edges)
    {
        var start = Points.Count;
        _crossings.Clear();
        _lastEdge = Closing;
        foreach (var e in edges)
        {
            AddEdge(cell, shape, e);
            if (Count > Most)
                return false;
        }
        if (Points.Count == start && _crossings.Count == 0)
        {
            if (member.Corner)
                Whole.Add(member.Shape);
            return true;
        }
        CloseAlongTop(member.Corner);
        if (Points.Count == start)
            return true;
        if (Count > Most)
            return false;
        var corner = member.Corner ^ shape.IsOdd(edges, cell.West, cell.North, cell.CornerX, cell.CornerY);
        Members.Add((uint)member.Shape | (uint)(Count - 1) << 24 | (corner ? 1u << 31 : 0));
        return true;
    }

    private void AddEdge(in Cell cell, ZoneShape shape, int e)
    {
        var (ax, ay, bx, by) = (shape.X(e), shape.Y(e), shape.X(e + 1), shape.Y(e + 1));
        // From the lower end to the upper.
        var isTurned = ay > by;
        if (isTurned)
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
            (x1, y1, x2, y2, isTurned) = (x2, y2, x1, y1, !isTurned);
        if (x2 < cell.West || x1 > cell.East)
            return;
        var rise = x2 > x1 ? (y2 - y1) / (x2 - x1) : 0;
        var (baseX, baseY) = (x1, y1);
        if (x1 < cell.West)
            (x1, y1) = (cell.West, baseY + rise * (cell.West - baseX));
        if (x2 > cell.East)
            (x2, y2) = (cell.East, baseY + rise * (cell.East - baseX));
        var (first, second) = (cell.QuantiseX(x1) | cell.QuantiseY(y1) << 16, cell.QuantiseX(x2) | cell.QuantiseY(y2) << 16);
        if (isTurned)
            (first, second) = (second, first);
        if (_lastEdge == e - 1 && e > 0 && Points[^1] == first)
            Points.Add(second);
        else
            Begin(first, second, e);
        _lastEdge = e;
    }

    private void Begin(uint first, uint second, int edge)
    {
        if (Points.Count > 0 && Count < 64)
            Breaks |= 1UL << Count;
        Points.Add(first);
        Points.Add(second);
        Chains.Add(edge);
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
        Begin(from | Above, to | Above, Closing);
    }
}
