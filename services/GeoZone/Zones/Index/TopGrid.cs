namespace Truceline.GeoZone.Zones.Index;

/// <summary>Tells into which cells of the top grid a shape reaches, and with which edges.</summary>
internal sealed class TopGrid(ZoneShape[] shapes)
{
    private readonly CellSplitter _splitter = new(shapes);

    /// <summary>One shape in one cell; without edges it covers the cell whole.</summary>
    public readonly record struct Entry(int Cell, int Shape, int[] Edges, bool Corner);

    /// <summary>Adds the entries of a shape.</summary>
    /// <param name="index">Number of the shape.</param>
    /// <param name="wanted">Cells that are asked for; null for all.</param>
    /// <param name="into">Where to add them.</param>
    public void Add(int index, HashSet<int>? wanted, List<Entry> into)
    {
        var shape = shapes[index];
        var edges = shape.Edges();
        var cell = new Cell(0, 0, CellGrid.WorldBits);
        // The smallest cell that holds it whole: nothing needs to be told of the others.
        while (cell.Bits > CellGrid.TopBits)
        {
            var bits = cell.Bits - 2;
            var child = cell.Child((int)(CellGrid.X(shape.West) - cell.X >> bits) & 3, (int)(CellGrid.Y(shape.South) - cell.Y >> bits) & 3);
            var inner = new Cell(child.X, child.Y, bits);
            if (!IsWithin(inner, shape))
                break;
            cell = inner;
        }
        // A point outside is where the way to the corner starts.
        var corner = shape.IsOdd(edges, shape.West - 1, shape.North + 1, cell.West, cell.North);
        Descend(cell, index, edges, corner, wanted, into);
    }

    private static bool IsWithin(in Cell cell, ZoneShape shape)
    {
        // The neighbours' boxes overlap the cell's margin: a shape in the margin belongs to them too.
        var (marginX, marginY) = (2 * (cell.CornerX - cell.West), 2 * (cell.North - cell.CornerY));
        return cell.Holds(shape.West - marginX, shape.South - marginY, shape.East + marginX, shape.North + marginY);
    }

    private void Descend(in Cell cell, int index, int[] edges, bool corner, HashSet<int>? wanted, List<Entry> into)
    {
        if (edges.Length == 0 && !corner)
            return;
        if (cell.Bits == CellGrid.TopBits)
        {
            var number = Number(cell);
            if (wanted is null || wanted.Contains(number))
                into.Add(new(number, index, edges, corner));
            return;
        }
        var corners = _splitter.Distribute(cell, shapes[index], edges, corner);
        var parts = new int[16][];
        for (var i = 0; i < 16; i++)
            parts[i] = [.. _splitter.EdgesOf(i)];
        for (var i = 0; i < 16; i++)
            Descend(cell.Child(i & 3, i >> 2), index, parts[i], (corners & 1u << i) != 0, wanted, into);
    }

    private static int Number(in Cell cell) => (int)(cell.Y >> CellGrid.TopBits) * CellGrid.TopSide + (int)(cell.X >> CellGrid.TopBits);

    /// <summary>The cell of a number.</summary>
    public static Cell CellOf(int number) =>
        new((long)(number % CellGrid.TopSide) << CellGrid.TopBits, (long)(number / CellGrid.TopSide) << CellGrid.TopBits, CellGrid.TopBits);

    /// <summary>Builds the block of a cell from its entries.</summary>
    public static Block Build(BlockBuilder builder, int number, ReadOnlySpan<Entry> entries)
    {
        List<int> covering = [];
        List<(int Shape, int[] Edges, bool Corner)> members = [];
        foreach (var entry in entries)
        {
            if (entry.Edges.Length == 0)
                covering.Add(entry.Shape);
            else
                members.Add((entry.Shape, entry.Edges, entry.Corner));
        }
        return builder.Build(CellOf(number), covering, members);
    }
}
