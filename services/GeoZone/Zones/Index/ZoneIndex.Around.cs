using Truceline.GeoZone.Geodesy;

namespace Truceline.GeoZone.Zones.Index;

internal sealed unsafe partial class ZoneIndex
{
    private const double Degree = Math.PI / 180;

    [ThreadStatic]
    private static List<int>? t_found;

    // No degree of latitude is shorter.
    private const double LeastMeridianM = 110_500;

    /// <summary>Adds the numbers of all shapes that a circle may touch: never leaves one out that it does.</summary>
    /// <param name="point">Its centre.</param>
    /// <param name="radiusM">Its radius, in metres.</param>
    /// <param name="into">Where they are added; some may be more than once.</param>
    public void Around(GeoPoint point, double radiusM, List<int> into) => Around(point, radiusM, into, Sought.All);

    /// <summary>Adds the numbers of all shapes of which an edge may lie within a circle: never leaves one out of which one does.</summary>
    /// <param name="point">Its centre.</param>
    /// <param name="radiusM">Its radius, in metres.</param>
    /// <param name="into">Where they are added; some may be more than once.</param>
    public void AroundEdges(GeoPoint point, double radiusM, List<int> into) => Around(point, radiusM, into, Sought.Edges);

    /// <summary>Whether an edge may lie within a circle: never false when one does.</summary>
    public bool HasEdgesAround(GeoPoint point, double radiusM)
    {
        var found = t_found ??= [];
        found.Clear();
        Around(point, radiusM, found, Sought.AnyEdge);
        return found.Count > 0;
    }

    private void Around(GeoPoint point, double radiusM, List<int> into, Sought sought)
    {
        var north = radiusM / LeastMeridianM + 1e-9;
        var (south, top) = (Math.Max(-90, point.Latitude - north), Math.Min(90, point.Latitude + north));
        var cos = Math.Cos(Math.Max(Math.Abs(south), Math.Abs(top)) * Degree);
        // Around a pole every meridian is near.
        var east = Math.Abs(south) >= 90 || top >= 90 ? 360 : Math.Min(360, radiusM / (LeastMeridianM * cos) * 1.01 + 1e-9);
        for (var turn = -360; turn <= 360; turn += 360)
        {
            var (from, to) = (Math.Max(-180, point.Longitude + turn - east), Math.Min(180, point.Longitude + turn + east));
            if (from <= to)
                InBox(from, south, to, top, into, sought);
        }
        GC.KeepAlive(this);
    }

    /// <summary>Adds the numbers of the shapes that reach into the cells of a box, in degrees; some may be added more than once.</summary>
    public void InBox(double west, double south, double east, double north, List<int> into) => InBox(west, south, east, north, into, Sought.All);

    /// <summary>Adds the numbers of the shapes with edges in the cells of a box, in degrees; some may be added more than once.</summary>
    public void EdgesInBox(double west, double south, double east, double north, List<int> into) => InBox(west, south, east, north, into, Sought.Edges);

    private void InBox(double west, double south, double east, double north, List<int> into, Sought sought)
    {
        var box = new FixedBox(CellGrid.X(west) - 1, CellGrid.Y(south) - 1, CellGrid.X(east) + 1, CellGrid.Y(north) + 1);
        var (firstX, lastX) = (Math.Max(0, box.West >> CellGrid.TopBits), Math.Min(CellGrid.TopSide - 1, box.East >> CellGrid.TopBits));
        var (firstY, lastY) = (Math.Max(0, box.South >> CellGrid.TopBits), Math.Min(CellGrid.TopSide - 1, box.North >> CellGrid.TopBits));
        for (var row = firstY; row <= lastY; row++)
        {
            for (var column = firstX; column <= lastX; column++)
            {
                var entry = _entries[row * CellGrid.TopSide + column];
                if (entry == 0 || sought != Sought.All && (entry & 3) == RefKind.Set)
                    continue;
                var (x, y) = (column << CellGrid.TopBits, row << CellGrid.TopBits);
                if (box.Holds(x, y, CellGrid.TopBits))
                    into.AddRange(_blocks[row * CellGrid.TopSide + column]!.Shapes);
                else
                    Collect((uint*)(entry & ~63UL), ((uint)entry & 3) | (uint)(entry & 4) << 4, x, y, CellGrid.TopBits, box, into, sought);
            }
        }
        GC.KeepAlive(this);
    }

    private static void Collect(uint* words, uint reference, long x, long y, int bits, in FixedBox box, List<int> into, Sought sought)
    {
        if (!box.Touches(x, y, bits) || sought == Sought.AnyEdge && into.Count > 0)
            return;
        var kind = reference & 3;
        var at = words + (reference >> 2);
        if (RefKind.IsNode(kind))
        {
            CollectChildren(words, at, RefKind.Step(kind), x, y, bits, box, into, sought);
            return;
        }
        if (kind == RefKind.Set)
        {
            if (sought == Sought.All)
                AddSet(words, reference >> 2, into);
            return;
        }
        var head = new LeafHead(at[0]);
        if (sought != Sought.All)
        {
            // What covers the cell has none in it.
        }
        else if (head.IsPlain)
        {
            for (var i = 0; i < head.Own; i++)
                into.Add((int)at[LeafHead.Words + i]);
        }
        else
        {
            AddSet(words, at[head.IsCrowded ? 1 : LeafHead.Words], into);
        }
        var members = head.IsCrowded ? head.Word & ~LeafHead.Crowded : (uint)head.Members;
        var member = at + (head.IsCrowded ? 2 : LeafHead.Words + head.Own);
        for (uint i = 0; i < members; i++)
        {
            into.Add((int)(member[0] & 0xFFFFFF));
            member += head.IsCrowded ? 2 + member[1] : 1;
        }
    }

    /// <summary>Only the children that the box touches; their lines are fetched side by side.</summary>
    private static void CollectChildren(uint* words, uint* node, int step, long x, long y, int bits, in FixedBox box, List<int> into, Sought sought)
    {
        var (below, last) = (bits - step, (1L << step) - 1);
        // A cell that ends where the box begins is touched.
        var (west, east) = (Math.Clamp((box.West - x - 1) >> below, 0, last), Math.Clamp((box.East - x) >> below, 0, last));
        var (south, north) = (Math.Clamp((box.South - y - 1) >> below, 0, last), Math.Clamp((box.North - y) >> below, 0, last));
        for (var row = south; row <= north; row++)
        {
            for (var column = west; column <= east; column++)
                Prefetch(words + (node[row << step | column] >> 2));
        }
        for (var row = south; row <= north; row++)
        {
            for (var column = west; column <= east; column++)
                Collect(words, node[row << step | column], x + (column << below), y + (row << below), below, box, into, sought);
        }
    }

    private static void AddSet(uint* words, uint set, List<int> into)
    {
        for (uint i = 0; set != 0 && i < words[set]; i++)
            into.Add((int)words[set + 1 + i]);
    }

    /// <summary>What is looked for: all shapes, those with edges, or whether there is one of these.</summary>
    private enum Sought
    {
        All,
        Edges,
        AnyEdge,
    }

    private readonly record struct FixedBox(long West, long South, long East, long North)
    {
        public bool Touches(long x, long y, int bits) => x <= East && x + (1L << bits) >= West && y <= North && y + (1L << bits) >= South;

        public bool Holds(long x, long y, int bits) => x >= West && x + (1L << bits) <= East && y >= South && y + (1L << bits) <= North;
    }
}
